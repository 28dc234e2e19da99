package org.sparekey.web.admin.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.SiteView;
import org.sparekey.application.policy.PolicyAnswer;
import org.sparekey.application.policy.PolicyRefusal;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.support.StaffAnswer;
import org.sparekey.application.support.StaffRefusal;
import org.sparekey.domain.shared.AuditEntryId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.web.admin.policies.PolicyStatus;

/** Asks use cases for the visitor of this request; refusals become problem+json (RFC 9457). */
@RequestScoped
public class StaffGate {

  /** A tenth of the time in which a budget of exports fills up again, in seconds. */
  private static final int RETRY_AFTER = 360;

  @Inject CurrentSession current;
  @Inject SiteView site;

  /** Who asks and from where. */
  public record Visitor(SessionView session, Origin origin) {}

  /**
   * A problem document, of the types that the whole API has.
   *
   * @param type URI of the description
   * @param title a few English words, the same for each type
   * @param reason stable code of the exact cause, the one that the audit log has too
   */
  public record Problem(String type, String title, int status, @Nullable String reason) {}

  /** What was asked for; throws the refusal as a problem. */
  public <T> T ask(Function<? super Visitor, ? extends StaffAnswer<T>> useCase) {
    SessionView session =
        current
            .session()
            .filter(SessionView::full)
            .orElseThrow(() -> problem(StaffRefusal.NOT_SIGNED_IN));
    return useCase
        .apply(new Visitor(session, current.origin()))
        .fold(
            value -> value,
            reason -> {
              throw problem(reason);
            });
  }

  /** What an administrator asked for about policies; throws the refusal as a problem. */
  <T> T askPolicy(Function<? super Visitor, ? extends PolicyAnswer<T>> useCase) {
    SessionView session =
        current
            .session()
            .filter(SessionView::full)
            .orElseThrow(() -> problem(PolicyRefusal.NOT_SIGNED_IN));
    return useCase
        .apply(new Visitor(session, current.origin()))
        .fold(
            value -> value,
            reason -> {
              throw problem(reason);
            });
  }

  /** A refusal about policies as a problem. */
  WebApplicationException problem(PolicyRefusal refusal) {
    return switch (PolicyStatus.of(refusal)) {
      case 401 -> problem("sign-in-needed", 401, "Nobody is signed in", refusal.code());
      case 403 -> problem("forbidden", 403, "This is not allowed", refusal.code());
      case 404 -> problem("not-found", 404, "There is nothing here", refusal.code());
      default -> problem("malformed", 400, "The request cannot be read", refusal.code());
    };
  }

  /** The entry to go on from; empty for none. */
  Optional<AuditEntryId> entry(@Nullable String text) {
    Optional<AuditEntryId> id = Optional.ofNullable(text).flatMap(AuditEntryId::parse);
    if (text != null && id.isEmpty()) {
      throw malformed("bad-before");
    }
    return id;
  }

  /** An id or a filter that cannot be read. */
  WebApplicationException malformed(String reason) {
    return problem("malformed", 400, "The request cannot be read", reason);
  }

  /** A request that another site may have caused. */
  WebApplicationException crossSite() {
    return problem("cross-site", 403, "The request may come from another site", null);
  }

  WebApplicationException problem(StaffRefusal refusal) {
    String reason = refusal.code();
    return switch (refusal) {
      case NOT_SIGNED_IN -> problem("sign-in-needed", 401, "Nobody is signed in", reason);
      case ROLE_MISSING, ON_PROBATION -> problem("forbidden", 403, "This is not allowed", reason);
      case UNKNOWN_ACCOUNT -> problem("not-found", 404, "There is nothing here", reason);
      case TOO_MANY_EXPORTS -> problem("throttled", 429, "Too many attempts", reason);
    };
  }

  private WebApplicationException problem(
      String type, int status, String title, @Nullable String reason) {
    String uri =
        UriBuilder.fromUri(site.baseUrl()).path("/api/v1/problems").path(type).toTemplate();
    Response.ResponseBuilder answer =
        Response.status(status)
            .type("application/problem+json")
            .header("Cache-Control", "no-store")
            .entity(new Problem(uri, title, status, reason));
    if (status == 429) {
      answer.header("Retry-After", RETRY_AFTER);
    }
    return new WebApplicationException(answer.build());
  }
}
