package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.sparekey.application.Step;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.port.ResetHistory;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.recovery.Reset;
import org.sparekey.domain.shared.AccountId;

/** How often "this is not me" was said of an account lately, before a reset or after it. */
@Step
class EarlierVetoes {

  /** A veto or a contested reset this young counts. */
  static final Duration REMEMBERED = Duration.ofDays(30);

  private final RecoveryRepository recoveries;
  private final FactorRepository factors;
  private final ResetHistory resets;

  @Inject
  EarlierVetoes(RecoveryRepository recoveries, FactorRepository factors, ResetHistory resets) {
    this.recoveries = recoveries;
    this.factors = factors;
    this.resets = resets;
  }

  /** Stopped recoveries and contested resets within 30 days before {@code now}. */
  int count(AccountId account, Instant now) {
    Instant since = now.minus(REMEMBERED);
    long contested =
        factors.ofAccount(account).stream()
            .filter(EarlierVetoes::contested)
            .map(Factor.Suspended.class::cast)
            .map(Factor.Suspended::suspendedAt)
            .filter(at -> at.isAfter(since))
            .distinct()
            .count();
    return recoveries.countVetoed(account, since) + Math.toIntExact(contested);
  }

  /**
   * Whether the latest reset was contested: then only another recovery leads back in, and the
   * probation after that reset is none of its owner's.
   */
  boolean latestResetContested(AccountId account) {
    return resets.ofAccount(account).stream()
        .findFirst()
        .map(Reset::bound)
        .flatMap(factors::find)
        .filter(EarlierVetoes::contested)
        .isPresent();
  }

  private static boolean contested(Factor factor) {
    return factor instanceof Factor.Suspended suspended
        && suspended.reason() == RevocationReason.RESET_CONTESTED;
  }
}
