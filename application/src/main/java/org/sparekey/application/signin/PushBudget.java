package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.Reservation;
import org.sparekey.application.port.ThrottleRepository;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.shared.AccountId;

/**
 * How often the phones of an account may be asked since the last success, with growing waits in
 * between (NIST SP 800-63B-4 §3.1.3.2; attacks row 8). Strangers who know the password use up the
 * budget of strangers; a browser that the owner has signed in with has its own (row 15).
 */
@Step
public class PushBudget {

  /** Pushes since the last success. */
  public static final int MOST = 10;

  private final ThrottleRepository throttles;
  private final InstantSource clock;

  @Inject
  public PushBudget(ThrottleRepository throttles, InstantSource clock) {
    this.throttles = throttles;
    this.clock = clock;
  }

  /**
   * One question more, or none.
   *
   * @param retryAt when the next one may be asked; empty when only a success helps
   */
  record Spent(boolean granted, Optional<Instant> retryAt) {}

  /** Spends one, unless there is a wait or nothing is left. */
  Spent spend(AccountId account, String lane) {
    ThrottleKey key = new ThrottleKey(ThrottledMethod.PUSH_QUESTION, subject(account), lane);
    Instant now = clock.instant();
    if (throttles.find(key).failures() >= MOST) {
      return new Spent(false, Optional.empty());
    }
    Reservation reservation = throttles.reserve(key, now);
    return new Spent(
        reservation.granted(), reservation.throttle().blockedUntil().filter(now::isBefore));
  }

  /** The owner proved who she is: everything may be spent again. */
  public void restore(AccountId account) {
    throttles.clearSubject(subject(account));
  }

  private static String subject(AccountId account) {
    return "push:" + account;
  }
}
