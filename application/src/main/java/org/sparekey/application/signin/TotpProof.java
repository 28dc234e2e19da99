package org.sparekey.application.signin;

import java.time.Instant;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;

/**
 * Checks a one-time password: throttle, window, replay guarded. It writes no audit entry and spends
 * no budget of the source; the use case that asks does.
 */
@Step
public class TotpProof {

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
  }

  /**
   * Checks a code of an active factor and uses it up.
   *
   * @param lane {@link org.sparekey.domain.challenge.ThrottleKey#ANY} or a known browser's id
   */
  public Result check(AccountId account, FactorId factor, String code, String lane) {
    throw new UnsupportedOperationException();
  }

  /** Checks a code of a factor that is being bound and uses it up. */
  public Result checkPending(Factor.Pending factor, String code) {
    throw new UnsupportedOperationException();
  }
}
