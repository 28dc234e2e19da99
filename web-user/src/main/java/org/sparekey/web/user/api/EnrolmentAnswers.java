package org.sparekey.web.user.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.sparekey.application.enrolment.BindOutcome;
import org.sparekey.application.enrolment.EnrolmentRefusal;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.kit.Cookies;

/** What is answered about factors, whatever their kind. */
@Dependent
public class EnrolmentAnswers {

  private final Answers answers;
  private final Cookies cookies;

  @Inject
  public EnrolmentAnswers(Answers answers, Cookies cookies) {
    this.answers = answers;
    this.cookies = cookies;
  }

  /**
   * 204 when the factor is in use.
   *
   * @param browser gets the new cookie of a session that rose to full
   */
  Response of(BindOutcome outcome, HttpServletResponse browser) {
    return outcome.<Response>fold(
        bound -> {
          bound
              .newSessionToken()
              .ifPresent(token -> cookies.write(browser, CookieName.SESSION, token.revealText()));
          return Response.noContent().build();
        },
        refused -> answers.refused(refused.reason(), refused.retryAt()));
  }

  /** 204 when nothing stands against it. */
  Response of(Optional<EnrolmentRefusal> refusal) {
    return refusal.map(this::refused).orElseGet(() -> Response.noContent().build());
  }

  /** Refused, and nobody can say for how long. */
  Response refused(EnrolmentRefusal reason) {
    return answers.refused(reason, Optional.empty());
  }
}
