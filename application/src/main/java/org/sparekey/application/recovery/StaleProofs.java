package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sparekey.application.Step;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.KnownBrowserRepository;
import org.sparekey.application.port.PasswordRepository;
import org.sparekey.application.port.RecoveryCodeRepository;
import org.sparekey.application.port.StoredPassword;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.Origin;

/**
 * Looks at the proofs once more before the end. A password that was changed since it was given
 * proves nothing any more, nor does a recovery code of a sheet that was replaced since, nor a
 * mailbox, a factor or a recovery contact that was removed, nor a contact who withdrew or raised
 * the alarm. Only somebody with a factor, or one of those who vouched, can have done that, so the
 * recovery ends.
 */
@Step
class StaleProofs {

  private static final String PASSWORD_CHANGED_SINCE = "password-changed-since";
  private static final String CODES_REPLACED_SINCE = "codes-replaced-since";
  private static final String MAILBOX_REMOVED_SINCE = "mailbox-removed-since";
  private static final String FACTOR_REMOVED_SINCE = "factor-removed-since";
  private static final String CONTACT_LOST_SINCE = "contact-lost-since";
  private static final String BROWSER_FORGOTTEN_SINCE = "browser-forgotten-since";

  private final PasswordRepository passwords;
  private final RecoveryCodeRepository codes;
  private final FactorRepository factors;
  private final KnownBrowserRepository browsers;
  private final Proofs proofs;
  private final Vouchers vouchers;
  private final EndRecovery endRecovery;

  @Inject
  StaleProofs(
      PasswordRepository passwords,
      RecoveryCodeRepository codes,
      FactorRepository factors,
      KnownBrowserRepository browsers,
      Proofs proofs,
      Vouchers vouchers,
      EndRecovery endRecovery) {
    this.passwords = passwords;
    this.codes = codes;
    this.factors = factors;
    this.browsers = browsers;
    this.proofs = proofs;
    this.vouchers = vouchers;
    this.endRecovery = endRecovery;
  }

  /** Ends the recovery and says so; empty when its proofs still stand. */
  Optional<RecoveryAnswer> endIfStale(Recovery.Ready ready, Origin origin, Instant now) {
    return stale(ready)
        .map(
            reason -> {
              endRecovery.end(
                  ready,
                  ready.cancel(now),
                  AuditCode.RECOVERY_CANCELLED,
                  Actor.system(),
                  Optional.of(reason),
                  origin);
              return RecoveryAnswer.refused(RecoveryRefusal.ENDED);
            });
  }

  private Optional<String> stale(Recovery.Ready ready) {
    Optional<AccountId> owner = ready.details().account();
    Optional<Instant> password = owner.flatMap(passwords::find).map(StoredPassword::changedAt);
    Optional<Instant> sheet =
        owner.flatMap(codes::inForce).map(inForce -> inForce.batch().madeAt());
    if (changedSince(ready, EvidenceKind.PASSWORD, password)) {
      return Optional.of(PASSWORD_CHANGED_SINCE);
    }
    if (changedSince(ready, EvidenceKind.RECOVERY_CODE, sheet)) {
      return Optional.of(CODES_REPLACED_SINCE);
    }
    if (vouchers.lostOne(ready)) {
      return Optional.of(CONTACT_LOST_SINCE);
    }
    if (owner.filter(account -> mailboxRemoved(ready, account)).isPresent()) {
      return Optional.of(MAILBOX_REMOVED_SINCE);
    }
    if (owner.filter(account -> browserForgotten(ready, account)).isPresent()) {
      return Optional.of(BROWSER_FORGOTTEN_SINCE);
    }
    return factorRemoved(ready) ? Optional.of(FACTOR_REMOVED_SINCE) : Optional.empty();
  }

  private boolean mailboxRemoved(Recovery.Ready ready, AccountId owner) {
    return ready.evidence().stream()
        .filter(proof -> proof.kind() == EvidenceKind.MAILED_CODE)
        .flatMap(proof -> proof.obtainableBy().channels().stream())
        .filter(channel -> channel.kind() == Channel.Kind.MAILBOX)
        .flatMap(channel -> ContactPointId.parse(channel.detail()).stream())
        .anyMatch(mailbox -> !proofs.stillUsable(owner, mailbox));
  }

  /** Its owner saw that it is in other hands; with its age it was judged when it proved. */
  private boolean browserForgotten(Recovery.Ready ready, AccountId owner) {
    Set<String> known =
        browsers.ofAccount(owner).stream()
            .map(browser -> browser.id().toString())
            .collect(Collectors.toSet());
    return ready.evidence().stream()
        .filter(proof -> proof.kind() == EvidenceKind.KNOWN_BROWSER)
        .flatMap(proof -> proof.obtainableBy().channels().stream())
        .anyMatch(channel -> !known.contains(channel.detail()));
  }

  /** Removed, or out of use: reported lost, or perhaps copied. */
  private boolean factorRemoved(Recovery.Ready ready) {
    return ready.evidence().stream()
        .flatMap(proof -> proof.factor().stream())
        .anyMatch(factor -> factors.find(factor).flatMap(Factor::asActive).isEmpty());
  }

  private static boolean changedSince(
      Recovery.Ready ready, EvidenceKind kind, Optional<Instant> changedAt) {
    return ready.evidence().stream()
        .filter(proof -> proof.kind() == kind)
        .anyMatch(proof -> changedAt.filter(proof.givenAt()::isBefore).isPresent());
  }
}
