package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
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
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Moments;

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

  /**
   * The answer.
   *
   * @param refusal empty when the code was right
   * @param retryAt when the next attempt is heard, if there is a wait
   */
  public record Result(Optional<ChallengeRefusal> refusal, Optional<Instant> retryAt) {

    /** Whether the code was right. */
    public boolean right() {
      return refusal.isEmpty();
    }

    static Result refused(ChallengeRefusal reason) {
      return new Result(Optional.of(reason), Optional.empty());
    }
  }

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
   * Checks a code of an active factor and uses it up.
   *
   * @param lane {@link ThrottleKey#ANY}, {@link ThrottleKey#PROVED} or a known browser's id
   */
  public Result check(AccountId account, FactorId factor, String code, String lane) {
    Optional<Factor.Active> active =
        factors
            .find(factor)
            .filter(found -> found.details().account().equals(account))
            .flatMap(Factor::asActive);
    if (active.isEmpty()) {
      return Result.refused(ChallengeRefusal.UNKNOWN_FACTOR);
    }
    Result result = check(factor, code, lane);
    if (result.right()) {
      factors.save(active.get().used(Moments.storable(clock.instant())));
    }
    return result;
  }

  /** Checks a code of a factor that is being bound and uses it up. */
  public Result checkPending(Factor.Pending factor, String code) {
    return check(factor.id(), code, ThrottleKey.ANY);
  }

  private Result check(FactorId factor, String typed, String lane) {
    String code = typed.length() > LONGEST_TYPED ? "" : BLANKS.matcher(typed).replaceAll("");
    if (!CODE.matcher(code).matches()) {
      return Result.refused(ChallengeRefusal.MALFORMED_CODE);
    }
    ThrottleKey key = new ThrottleKey(ThrottledMethod.TOTP, factor.toString(), lane);
    Instant now = clock.instant();
    Reservation reservation = throttles.reserve(key, now);
    Optional<Instant> retryAt = reservation.throttle().blockedUntil().filter(now::isBefore);
    if (!reservation.granted()) {
      return new Result(Optional.of(ChallengeRefusal.THROTTLED), retryAt);
    }
    Optional<ChallengeRefusal> refusal =
        factors
            .totpState(factor)
            .map(state -> judge(factor, state, code, now))
            .orElse(Optional.of(ChallengeRefusal.UNKNOWN_FACTOR));
    if (refusal.isPresent()) {
      return new Result(refusal, retryAt);
    }
    throttles.clear(key);
    return new Result(Optional.empty(), Optional.empty());
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
