package org.sparekey.web.user.factors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.enrolment.AllowOwnQuestions;
import org.sparekey.application.enrolment.ShowStoppedQuestions;
import org.sparekey.web.user.visit.Visit;

/** The page /factors/questions, and what /factors says about stopped phones. */
@Named
@RequestScoped
public class QuestionsBacking {

  @Inject ShowStoppedQuestions stopped;
  @Inject AllowOwnQuestions allow;
  @Inject Visit visit;

  private boolean looked;
  private @Nullable Instant since;

  /** Nothing is stopped, or not any more. */
  public void arrive() {
    if (!isStopped()) {
      visit.go("/factors");
    }
  }

  public void allow() {
    allow
        .allow(visit.session(), visit.origin())
        .ifPresentOrElse(
            reason -> visit.refuse(reason.code()),
            () -> visit.go("/factors?done=questions-allowed"));
  }

  /** Whether "not me" has stopped questions to the phones. */
  public boolean isStopped() {
    return getSince() != null;
  }

  /** Since when. */
  public @Nullable Instant getSince() {
    if (!looked) {
      since = stopped.since(visit.session()).orElse(null);
      looked = true;
    }
    return since;
  }
}
