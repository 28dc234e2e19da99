package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.sparekey.application.Step;
import org.sparekey.application.delivery.BrowserName;
import org.sparekey.application.port.Sealer;
import org.sparekey.domain.challenge.Challenge;
import org.sparekey.domain.shared.ChallengeId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * What Sparekey's own authenticator is asked: the number that stands on the page, and where the
 * page is. It opens only for the challenge that it was made for.
 */
@Step
public class PushQuestions {

  /** For how long an answer is heard; NIST SP 800-63B-4 §3.1.3.2 allows ten minutes. */
  public static final Duration GOOD_FOR = Duration.ofMinutes(5);

  /** Digits of the number (NIST SP 800-63B-4 §3.1.3.2: six at least). */
  public static final int DIGITS = 6;

  private final Sealer sealer;

  @Inject
  public PushQuestions(Sealer sealer) {
    this.sealer = sealer;
  }

  /**
   * What is asked.
   *
   * @param number six digits, to be typed on the phone
   * @param browser in known words, "Firefox, Linux"; "" when nothing is known
   * @param sourceAddress where the page was asked for
   */
  public record Question(Secret number, String browser, String sourceAddress) {

    static Question from(Origin origin, Secret number) {
      return new Question(
          number, BrowserName.of(origin.userAgent()).orElse(""), origin.sourceAddress());
    }
  }

  /** The payload of the challenge. */
  public String seal(ChallengeId challenge, Question question) {
    return sealer.seal(
        Secret.ofText(
            String.join(
                "\n",
                question.number().revealText(),
                question.sourceAddress(),
                question.browser() + ".")),
        context(challenge));
  }

  /** What the challenge asks. */
  public Question open(Challenge challenge) {
    List<String> parts =
        sealer.open(challenge.payload(), context(challenge.id())).revealText().lines().toList();
    String browser = parts.get(2);
    return new Question(
        Secret.ofText(parts.get(0)), browser.substring(0, browser.length() - 1), parts.get(1));
  }

  private static String context(ChallengeId challenge) {
    return "push-question:" + challenge;
  }
}
