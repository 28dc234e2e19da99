package org.sparekey.application.authenticator;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.ChallengeId;

/**
 * What a phone is told when it listens.
 *
 * @param status stable code of its factor, "active"; one that is "pending" waits for its owner
 * @param name what the owner calls the phone
 * @param stopped somebody pressed "not me": nobody may ask until it is allowed again
 * @param subscribed whether pushes are sent to it
 * @param questions open ones, oldest first
 * @param nonce for the next time
 */
public record PhoneView(
    String status,
    String name,
    AccountId account,
    String signInName,
    boolean stopped,
    boolean subscribed,
    List<Asked> questions,
    String nonce) {

  /** Copies the list. */
  public PhoneView {
    questions = List.copyOf(questions);
  }

  /** A text that is another one whenever something is new, but for the nonce. */
  public String state() {
    return status
        + (stopped ? " stopped " : " ")
        + name
        + questions.stream().map(asked -> " " + asked.id()).collect(Collectors.joining());
  }

  /**
   * An open question. The number is not in it: it stands on the page, and nowhere else.
   *
   * @param purpose stable code, "sign-in"
   * @param browser in known words, "Firefox, Linux"; "" when nothing is known
   */
  public record Asked(
      ChallengeId id,
      String purpose,
      String browser,
      String sourceAddress,
      Instant askedAt,
      Instant expiresAt) {}
}
