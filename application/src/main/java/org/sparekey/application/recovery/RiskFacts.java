package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.sparekey.application.Step;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.PasswordRepository;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.challenge.ThrottleRules;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.policy.RiskAssessment;
import org.sparekey.domain.policy.RiskReason;
import org.sparekey.domain.recovery.RecoveryDetails;

/** Looks for what speaks against a recovery. */
@Step
class RiskFacts {

  /** A change of address or password this young counts. */
  static final Duration LATELY = Duration.ofDays(7);

  /** A veto or a contested reset this young counts. */
  static final Duration VETO_REMEMBERED = Duration.ofDays(30);

  private final ContactPointRepository contacts;
  private final PasswordRepository passwords;
  private final RecoveryRepository recoveries;
  private final FactorRepository factors;

  @Inject
  RiskFacts(
      ContactPointRepository contacts,
      PasswordRepository passwords,
      RecoveryRepository recoveries,
      FactorRepository factors) {
    this.contacts = contacts;
    this.passwords = passwords;
    this.recoveries = recoveries;
    this.factors = factors;
  }

  /** The reasons that hold at {@code now}. */
  RiskAssessment assess(RecoveryDetails recovery, Account account, Instant now) {
    Set<RiskReason> reasons = EnumSet.noneOf(RiskReason.class);
    if (recovery.browser().isEmpty()) {
      reasons.add(RiskReason.UNKNOWN_BROWSER);
    }
    if (contactChanged(account, now.minus(LATELY))) {
      reasons.add(RiskReason.CONTACT_CHANGED);
    }
    if (passwordChanged(account, now.minus(LATELY))) {
      reasons.add(RiskReason.PASSWORD_CHANGED);
    }
    if (recovery.failedProofs() > ThrottleRules.FREE_FAILURES) {
      reasons.add(RiskReason.FAILED_ATTEMPTS);
    }
    if (vetoed(account, now.minus(VETO_REMEMBERED))) {
      reasons.add(RiskReason.EARLIER_VETO);
    }
    return new RiskAssessment(reasons);
  }

  /** What came with the account itself is no change. */
  private boolean contactChanged(Account account, Instant since) {
    return contacts.ofAccount(account.id()).stream()
        .filter(contact -> contact.confirmedAt().isPresent())
        .anyMatch(
            (ContactPoint contact) ->
                (contact.addedAt().isAfter(since) && contact.addedAt().isAfter(account.createdAt()))
                    || contact.removedAt().filter(at -> at.isAfter(since)).isPresent());
  }

  private boolean passwordChanged(Account account, Instant since) {
    return passwords
        .find(account.id())
        .filter(password -> password.changedAt().isAfter(since))
        .filter(password -> password.changedAt().isAfter(account.createdAt()))
        .isPresent();
  }

  private boolean vetoed(Account account, Instant since) {
    return recoveries.anyVetoed(account.id(), since)
        || factors.ofAccount(account.id()).stream()
            .anyMatch(
                factor ->
                    factor instanceof Factor.Suspended contested
                        && contested.reason() == RevocationReason.RESET_CONTESTED
                        && contested.suspendedAt().isAfter(since));
  }
}
