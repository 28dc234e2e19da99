package org.sparekey.web.user.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.ResourceBundle;
import org.sparekey.application.SiteView;
import org.sparekey.application.account.AccountChange;
import org.sparekey.application.account.AccountRefusal;
import org.sparekey.application.authenticator.AuthenticatorRefusal;
import org.sparekey.application.enrolment.EnrolmentRefusal;
import org.sparekey.application.recovery.RecoveryRefusal;
import org.sparekey.application.recoverycode.RecoveryCodesRefusal;
import org.sparekey.application.recoverycontact.RecoveryContactRefusal;
import org.sparekey.web.user.kit.LanguageChoice;
import org.sparekey.web.user.kit.Texts;
import org.sparekey.web.user.problem.ProblemDocument;
import org.sparekey.web.user.problem.ProblemType;

/** Makes the answers of the API that are no representation: refusals and other problems. */
@Dependent
public class Answers {

  /** How long to wait where nobody can say: a tenth of the time in which budgets fill up again. */
  private static final Duration SOME_TIME = Duration.ofMinutes(1);

  private final URI baseUrl;
  private final InstantSource clock;
  private final LanguageChoice languages;
  private final HttpServletRequest request;

  @Inject
  public Answers(
      SiteView site, InstantSource clock, LanguageChoice languages, HttpServletRequest request) {
    this.baseUrl = site.baseUrl();
    this.clock = clock;
    this.languages = languages;
    this.request = request;
  }

  Response refused(EnrolmentRefusal reason, Optional<Instant> retryAt) {
    return refused(Refusals.type(reason), reason.code(), retryAt);
  }

  Response refused(AuthenticatorRefusal reason, Optional<Instant> retryAt) {
    return refused(Refusals.type(reason), reason.code(), retryAt);
  }

  Response refused(AccountRefusal reason, Optional<Instant> retryAt) {
    return refused(Refusals.type(reason), reason.code(), retryAt);
  }

  Response refused(RecoveryCodesRefusal reason) {
    return refused(Refusals.type(reason), reason.code(), Optional.empty());
  }

  Response refused(RecoveryContactRefusal reason) {
    return refused(Refusals.type(reason), reason.code(), Optional.empty());
  }

  Response refused(RecoveryRefusal reason, Optional<Instant> retryAt) {
    return refused(Refusals.type(reason), reason.code(), retryAt);
  }

  /** 204 when it was done. */
  Response of(AccountChange change) {
    return change
        .refusal()
        .map(reason -> refused(reason, change.retryAt()))
        .orElseGet(() -> Response.noContent().build());
  }

  Response refused(ProblemType type, String reason) {
    return refused(type, reason, Optional.empty());
  }

  /** Somebody else's, or nobody's: the same. */
  Response notFound() {
    return problem(ProblemType.NOT_FOUND);
  }

  Response problem(ProblemType type) {
    return problem(ProblemDocument.of(type), Optional.empty());
  }

  /** The document, with a Retry-After where waiting helps. */
  Response problem(ProblemDocument document, Optional<Instant> retryAt) {
    Response.ResponseBuilder response =
        Response.status(document.type().status())
            .type(ProblemDocument.MEDIA_TYPE)
            .entity(document.json(baseUrl));
    if (document.type() == ProblemType.THROTTLED || document.type() == ProblemType.UNAVAILABLE) {
      response.header(HttpHeaders.RETRY_AFTER, retryAfter(retryAt));
    }
    return response.build();
  }

  Response refused(ProblemType type, String reason, Optional<Instant> retryAt) {
    return problem(ProblemDocument.of(type, reason, inWords(reason)), retryAt);
  }

  /** Whole seconds, rounded up, 1 at least. */
  private long retryAfter(Optional<Instant> retryAt) {
    Duration wait = retryAt.map(then -> Duration.between(clock.instant(), then)).orElse(SOME_TIME);
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }

  private Optional<String> inWords(String reason) {
    ResourceBundle texts = Texts.in(languages.of(request).locale());
    String key = "reason." + reason;
    return texts.containsKey(key) ? Optional.of(texts.getString(key)) : Optional.empty();
  }
}
