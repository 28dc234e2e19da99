package org.sparekey.web.user.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sparekey.application.Outage;
import org.sparekey.web.user.problem.ProblemDocument;
import org.sparekey.web.user.problem.ProblemType;

/**
 * Turns whatever is thrown into a problem document. What is our own fault is logged under an id,
 * and the id is all that is told (ASVS 16.5.1).
 */
@Provider
public class EveryFailure implements ExceptionMapper<Throwable> {

  private static final System.Logger LOG = System.getLogger(EveryFailure.class.getName());

  @Inject Answers answers;

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof WebApplicationException refusal && isComplete(refusal.getResponse())) {
      return refusal.getResponse();
    }
    ProblemDocument document = document(failure);
    document
        .instance()
        .ifPresent(id -> LOG.log(Level.ERROR, "a request to the API failed, " + id, failure));
    Response told = answers.problem(document, Optional.empty());
    return failure instanceof WebApplicationException refusal
        ? withHeadersOf(refusal.getResponse(), told)
        : told;
  }

  /** What is told about it. */
  static ProblemDocument document(Throwable failure) {
    if (failure instanceof UnreadableBodyException unreadable) {
      return new ProblemDocument(
          ProblemType.MALFORMED,
          Optional.of(unreadable.reason()),
          Optional.empty(),
          Optional.empty(),
          unreadable.faults());
    }
    if (failure instanceof WebApplicationException refusal
        && refusal.getResponse().getStatus() < 500) {
      return ProblemDocument.of(ProblemType.ofStatus(refusal.getResponse().getStatus()));
    }
    return new ProblemDocument(
        Outage.causes(failure) ? ProblemType.UNAVAILABLE : ProblemType.UNEXPECTED,
        Optional.empty(),
        Optional.empty(),
        Optional.of(URI.create("urn:uuid:" + UUID.randomUUID())),
        List.of());
  }

  private static boolean isComplete(Response response) {
    return response.hasEntity() || response.getStatus() < 400;
  }

  /** Keeps Allow of a 405 and the like. */
  private static Response withHeadersOf(Response refusal, Response told) {
    Response.ResponseBuilder all = Response.fromResponse(told);
    refusal
        .getHeaders()
        .forEach(
            (name, values) -> {
              if (!told.getHeaders().containsKey(name)) {
                values.forEach(value -> all.header(name, value));
              }
            });
    return all.build();
  }
}
