package org.sparekey.web.user.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.sparekey.application.signin.FactorAnswer;
import org.sparekey.application.signin.OktaMethod;
import org.sparekey.application.signin.QuestionView;
import org.sparekey.domain.challenge.ChallengeStatus;

/** A push of Okta Verify. */
@Named
@RequestScoped
public class OktaBacking {

  @Inject AskBacking ask;

  /** The phone has answered: the page goes on. */
  public void answer(TakesAnswers page) {
    page.answer(new FactorAnswer.Waited());
  }

  /** One of none, sending, waiting, approved, denied, failed, over: names what the page shows. */
  public String getState() {
    Optional<QuestionView> question = ask.getQuestion();
    if (question.isEmpty()) {
      return "none";
    }
    if (!getFailure().isEmpty()) {
      return "failed";
    }
    ChallengeStatus status = question.get().status();
    return switch (status) {
      case OPEN -> getNumber().isEmpty() ? "sending" : "waiting";
      case APPROVED -> "approved";
      case DENIED -> "denied";
      case SPENT, ENDED -> "over";
    };
  }

  /** Whether the page looks again by itself: something is still to come. */
  public boolean isUnderWay() {
    String state = getState();
    return state.equals("sending") || state.equals("waiting") || state.equals("approved");
  }

  /** What is to be tapped on the phone; "" while it is not known. */
  public String getNumber() {
    return prompt(OktaMethod.NUMBER);
  }

  /** Why there will be no answer, as a stable code; "" while there may be one. */
  public String getFailure() {
    return prompt(OktaMethod.FAILURE);
  }

  private String prompt(String key) {
    return ask.getQuestion().map(asked -> asked.prompt().getOrDefault(key, "")).orElse("");
  }
}
