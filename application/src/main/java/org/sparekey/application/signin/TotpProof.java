package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.sparekey.application.Step;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.Reservation;
import org.sparekey.application.port.ThrottleRepository;
import org.sparekey.application.port.Totp;
import org.sparekey.application.port.TotpState;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.challenge.TotpWindow;
import org.sparekey.domain.shared.FactorId;

/**
 * Checks a one-time password: throttle, window, replay guarded (RFC 6238 §5.2; attacks row 10). It
 * writes no audit entry and spends no budget of the source; the use case that asks does.
 */
@Step
public class TotpProof {

  /**
   * Two codes in a row that came one step too late, not more than this many steps apart, show that
   * the clock of the device runs behind (RFC 6238 §6).
   */
  private static final long LATE_TOGETHER = 20;

  private static final Pattern BLANKS = Pattern.compile("\\s");
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");
  private static final int LONGEST_TYPED = 40;

  private final FactorRepository factors;
  private final ThrottleRepository throttles;
  private final TotpSeeds seeds;
  private final Totp totp;
  private final InstantSource clock;

  @Inject
  public TotpProof(
      FactorRepository factors,
      ThrottleRepository throttles,
      TotpSeeds seeds,
      Totp totp,
      InstantSource clock) {
    this.factors = factors;
    this.throttles = throttles;
    this.seeds = seeds;
    this.totp = totp;
    this.clock = clock;
  }

  /**
   * Checks a code and uses it up.
   *
   * @param factor of an account that the caller has found to be the right one
   * @param lane {@link ThrottleKey#ANY}, {@link ThrottleKey#PROVED} or a known browser's id
   */
  public ProofResult check(FactorId factor, String typed, String lane) {
    String code = typed.length() > LONGEST_TYPED ? "" : BLANKS.matcher(typed).replaceAll("");
    if (!CODE.matcher(code).matches()) {
      return ProofResult.refused(ChallengeRefusal.MALFORMED_CODE);
    }
    ThrottleKey key = new ThrottleKey(ThrottledMethod.TOTP, factor.toString(), lane);
    Instant now = clock.instant();
    Reservation reservation = throttles.reserve(key, now);
    Optional<Instant> retryAt = reservation.throttle().blockedUntil().filter(now::isBefore);
    if (!reservation.granted()) {
      return new ProofResult(Optional.of(ChallengeRefusal.THROTTLED), retryAt);
    }
    Optional<ChallengeRefusal> refusal =
        factors
            .totpState(factor)
            .map(state -> judge(factor, state, code, now))
            .orElse(Optional.of(ChallengeRefusal.UNKNOWN_FACTOR));
    if (refusal.isPresent()) {
      return new ProofResult(refusal, retryAt);
    }
    throttles.clear(key);
    return ProofResult.accepted();
  }

  /**
   * What a check of one code with several apps found.
   *
   * @param factor whose code it is, right or used before; empty when it is nobody's
   */
  public record Found(Optional<FactorId> factor, ProofResult result) {}

  /**
   * Checks a code that may be of any of these, and uses it up: one attempt, whichever shows it.
   * Where there are none, as much is worked out as for one (attacks row 16).
   *
   * @param subject whose they are: counts the attempts
   */
  public Found checkAny(String subject, List<FactorId> apps, String typed, String lane) {
    String code = typed.length() > LONGEST_TYPED ? "" : BLANKS.matcher(typed).replaceAll("");
    if (!CODE.matcher(code).matches()) {
      return new Found(Optional.empty(), ProofResult.refused(ChallengeRefusal.MALFORMED_CODE));
    }
    ThrottleKey key = new ThrottleKey(ThrottledMethod.TOTP, subject, lane);
    Instant now = clock.instant();
    Reservation reservation = throttles.reserve(key, now);
    Optional<Instant> retryAt = reservation.throttle().blockedUntil().filter(now::isBefore);
    if (!reservation.granted()) {
      return new Found(
          Optional.empty(), new ProofResult(Optional.of(ChallengeRefusal.THROTTLED), retryAt));
    }
    if (apps.isEmpty()) {
      totp.step(totp.newSeed(), code, now);
    }
    for (FactorId app : apps) {
      Optional<ChallengeRefusal> refusal =
          factors
              .totpState(app)
              .map(state -> judge(app, state, code, now))
              .orElse(Optional.of(ChallengeRefusal.UNKNOWN_FACTOR));
      if (refusal.isEmpty()) {
        throttles.clear(key);
        return new Found(Optional.of(app), ProofResult.accepted());
      }
      if (refusal.get().isReplay()) {
        return new Found(Optional.of(app), new ProofResult(refusal, retryAt));
      }
    }
    return new Found(
        Optional.empty(), new ProofResult(Optional.of(ChallengeRefusal.WRONG_CODE), retryAt));
  }

  private Optional<ChallengeRefusal> judge(
      FactorId factor, TotpState state, String code, Instant now) {
    OptionalLong found = totp.step(seeds.open(factor, state.sealedSeed()), code, now);
    if (found.isEmpty()) {
      return Optional.of(ChallengeRefusal.WRONG_CODE);
    }
    long step = found.getAsLong();
    if (step <= state.lastStep()) {
      return Optional.of(ChallengeRefusal.REPLAYED_CODE);
    }
    if (!state.window().hears(step, now) && !learnsLag(factor, state, step, now)) {
      return Optional.of(ChallengeRefusal.WRONG_CODE);
    }
    return factors.acceptStep(factor, step)
        ? Optional.empty()
        : Optional.of(ChallengeRefusal.REPLAYED_CODE);
  }

  /** A late code is refused and remembered; the second one shows a lag and is heard. */
  private boolean learnsLag(FactorId factor, TotpState state, long step, Instant now) {
    if (!TotpWindow.ONE_BEHIND.hears(step, now)) {
      return false;
    }
    boolean again =
        state.lateStep() >= 0
            && step > state.lateStep()
            && step - state.lateStep() <= LATE_TOGETHER;
    factors.learn(factor, again ? TotpWindow.ONE_BEHIND : state.window(), again ? -1 : step);
    return again;
  }
}
