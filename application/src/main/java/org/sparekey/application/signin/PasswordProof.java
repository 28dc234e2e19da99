package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.PasswordHasher;
import org.sparekey.application.port.PasswordRepository;
import org.sparekey.application.port.Reservation;
import org.sparekey.application.port.StoredPassword;
import org.sparekey.application.port.ThrottleRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Checks a password in three moves, so that no transaction is open while it is hashed: {@link
 * #begin} in one transaction, {@link #matches} in none, {@link #right} or {@link #wrong} in
 * another. The attempt counts as failed from the first move on (ADR 4).
 */
@Step
public class PasswordProof {

  /** More bytes than this are no password of ours; they are not hashed. */
  private static final int MOST_BYTES = 1024;

  /**
   * An attempt.
   *
   * @param password empty when there is nothing to compare with
   * @param refusal present when it must not be made
   * @param retryAt when the next attempt is heard, should this one fail
   */
  public record Attempt(
      ThrottleKey key,
      Optional<Account> account,
      Optional<StoredPassword> password,
      Optional<ChallengeRefusal> refusal,
      Optional<Instant> retryAt) {}

  private final PasswordRepository passwords;
  private final PasswordHasher hasher;
  private final ThrottleRepository throttles;
  private final ProofBudget budget;
  private final InstantSource clock;

  @Inject
  public PasswordProof(
      PasswordRepository passwords,
      PasswordHasher hasher,
      ThrottleRepository throttles,
      ProofBudget budget,
      InstantSource clock) {
    this.passwords = passwords;
    this.hasher = hasher;
    this.throttles = throttles;
    this.budget = budget;
    this.clock = clock;
  }

  /**
   * Counts an attempt.
   *
   * @param method {@link ThrottledMethod#PASSWORD}; a recovery counts its passwords by itself
   * @param account empty for a name without an account, which is treated alike
   * @param subject what the counter belongs to
   * @param lane the counter's lane
   */
  public Attempt begin(
      ThrottledMethod method,
      Optional<Account> account,
      String subject,
      String lane,
      Origin origin) {
    ThrottleKey key = new ThrottleKey(method, subject, lane);
    if (budget.exhausted(origin, lane)) {
      return new Attempt(
          key,
          account,
          Optional.empty(),
          Optional.of(ChallengeRefusal.SOURCE_EXHAUSTED),
          Optional.empty());
    }
    Instant now = clock.instant();
    Reservation reservation = throttles.reserve(key, now);
    return new Attempt(
        key,
        account,
        account.flatMap(known -> passwords.find(known.id())),
        reservation.granted() ? Optional.empty() : Optional.of(ChallengeRefusal.THROTTLED),
        reservation.throttle().blockedUntil().filter(now::isBefore));
  }

  /** What is hashed for what was typed: more than 1,024 bytes are no password, and cost nothing. */
  public static Secret bounded(Secret typed) {
    return typed.length() > MOST_BYTES ? Secret.ofText("") : typed;
  }

  /** Hashes and compares; the same work when there is nothing to compare with. */
  public boolean matches(Attempt attempt, Secret password) {
    Secret typed = bounded(password);
    return attempt
        .password()
        .map(stored -> hasher.matches(typed, stored.hash()))
        .orElseGet(
            () -> {
              hasher.waste(typed);
              return false;
            });
  }

  /** Whether nobody changed the password while it was being checked. */
  public boolean unchanged(Attempt attempt) {
    return attempt
        .account()
        .flatMap(account -> passwords.find(account.id()))
        .map(StoredPassword::hash)
        .equals(attempt.password().map(StoredPassword::hash));
  }

  /** The password was right. */
  public void right(Attempt attempt) {
    throttles.clear(attempt.key());
  }

  /** The password was wrong. */
  public void wrong(Origin origin) {
    budget.failed(origin);
  }
}
