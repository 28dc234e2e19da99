package org.sparekey.web.user.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.sparekey.application.signin.FactorAnswer;
import org.sparekey.application.signin.QuestionView;
import org.sparekey.domain.challenge.ChallengeStatus;
import org.sparekey.web.user.visit.Visit;

/** Waits for an answer that comes by another way. */
@Named
@RequestScoped
public class WaitBacking {

  @Inject AskBacking ask;
  @Inject Visit visit;

  private boolean heard;

  /** The device has answered: the page goes on. */
  public void answer(TakesAnswers page) {
    heard = true;
    page.answer(new FactorAnswer.Waited());
  }

  /**
   * Whether a question was put that can still be taken up. The button that does so is heard once
   * more when it is over, so that its owner is told.
   */
  public boolean isOpen() {
    boolean pressed = !visit.param("go-on").isEmpty() && !heard;
    return pressed || waits();
  }

  private boolean waits() {
    return ask.getQuestion()
        .filter(
            question ->
                question.status() == ChallengeStatus.OPEN
                    || question.status() == ChallengeStatus.APPROVED)
        .isPresent();
  }

  /** Until when the answer is heard. */
  public Instant getUntil() {
    return ask.getQuestion().map(QuestionView::expiresAt).orElseGet(visit::getNow);
  }

  /** The number to be typed on the device, in two groups; "" once it was. */
  public String getNumber() {
    String number =
        ask.getQuestion().map(question -> question.prompt().getOrDefault("number", "")).orElse("");
    return number.length() == 6 ? number.substring(0, 3) + " " + number.substring(3) : number;
  }
}
