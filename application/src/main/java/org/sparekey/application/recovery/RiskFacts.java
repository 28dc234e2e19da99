package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sparekey.application.Step;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.policy.RiskAssessment;
import org.sparekey.domain.policy.RiskReason;
import org.sparekey.domain.recovery.RecoveryDetails;
import org.sparekey.domain.shared.Origin;

/** Looks for what speaks against a recovery. */
@Step
class RiskFacts {

  /** A change of address, number or password this young counts. */
  static final Duration LATELY = Duration.ofDays(7);

  private static final System.Logger LOG = System.getLogger(RiskFacts.class.getName());

  private final List<RiskSource> sources;

  @Inject
  RiskFacts(
      FromUnknownBrowser unknownBrowser,
      FromNewNetwork newNetwork,
      FromBusySource busySource,
      AfterContactChange contactChange,
      AfterPasswordChange passwordChange,
      AfterNumberChange numberChange,
      AfterFailedProofs failedProofs,
      AfterVeto veto) {
    sources =
        List.of(
            unknownBrowser,
            newNetwork,
            busySource,
            contactChange,
            passwordChange,
            numberChange,
            failedProofs,
            veto);
  }

  /** The reasons that hold at {@code now}; not to know is one. */
  RiskAssessment assess(RecoveryDetails recovery, Account account, Origin origin, Instant now) {
    return assess(sources, new RiskSource.Asked(recovery, account, origin, now));
  }

  /** The reasons of these sources. */
  static RiskAssessment assess(List<? extends RiskSource> sources, RiskSource.Asked asked) {
    Set<RiskReason> reasons = EnumSet.noneOf(RiskReason.class);
    for (RiskSource source : sources) {
      try {
        if (source.speaksAgainst(asked)) {
          reasons.add(source.reason());
        }
      } catch (RuntimeException problem) {
        LOG.log(
            Level.WARNING,
            "risk "
                + source.reason().code()
                + " of recovery "
                + asked.recovery().id()
                + " is unknown",
            problem);
        reasons.add(RiskReason.RISK_UNKNOWN);
      }
    }
    return new RiskAssessment(reasons);
  }
}
