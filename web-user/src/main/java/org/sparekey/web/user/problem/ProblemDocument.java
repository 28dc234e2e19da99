package org.sparekey.web.user.problem;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A problem document, RFC 9457 §3.
 *
 * @param reason stable code of the exact cause, the one that the audit log has too
 * @param detail the cause in the reader's language
 * @param instance where operators find more: the id under which an unexpected failure was logged
 * @param faults the members of the request that are wrong
 */
public record ProblemDocument(
    ProblemType type,
    Optional<String> reason,
    Optional<String> detail,
    Optional<URI> instance,
    List<Fault> faults) {

  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** Copies the list. */
  public ProblemDocument {
    faults = List.copyOf(faults);
  }

  /** A problem of which there is no more to say. */
  public static ProblemDocument of(ProblemType type) {
    return new ProblemDocument(
        type, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  /** A problem with its exact cause. */
  public static ProblemDocument of(ProblemType type, String reason, Optional<String> detail) {
    return new ProblemDocument(type, Optional.of(reason), detail, Optional.empty(), List.of());
  }

  /** As JSON text, with type URIs below the base URL. */
  public String json(URI baseUrl) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("type", type.uri(baseUrl).toString())
            .add("title", type.title())
            .add("status", type.status());
    reason.ifPresent(text -> json.add("reason", text));
    detail.ifPresent(text -> json.add("detail", text));
    instance.ifPresent(uri -> json.add("instance", uri.toString()));
    if (!faults.isEmpty()) {
      JsonArrayBuilder errors = Json.createArrayBuilder();
      faults.forEach(
          fault ->
              errors.add(
                  Json.createObjectBuilder()
                      .add("pointer", fault.pointer())
                      .add("reason", fault.reason())));
      json.add("errors", errors);
    }
    return json.build().toString();
  }
}
