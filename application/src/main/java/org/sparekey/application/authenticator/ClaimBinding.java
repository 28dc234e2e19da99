package org.sparekey.application.authenticator;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.DeviceSignatures;
import org.sparekey.application.port.PushDevice;
import org.sparekey.application.port.PushDeviceRepository;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.application.signin.ProofBudget;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * A phone gives the binding code and its public key, signed with it. It is not bound yet: the page
 * that made the code names the phone, and its owner says whether it is hers (attacks row 25).
 */
@UseCase
public class ClaimBinding {

  private final BindingCodes codes;
  private final WaitingBinding waiting;
  private final PushDeviceRepository devices;
  private final AccountRepository accounts;
  private final DeviceSignatures signatures;
  private final SiteSettings site;
  private final ProofBudget budget;
  private final AuditLog audit;
  private final InstantSource clock;

  @Inject
  public ClaimBinding(
      BindingCodes codes,
      WaitingBinding waiting,
      PushDeviceRepository devices,
      AccountRepository accounts,
      DeviceSignatures signatures,
      SiteSettings site,
      ProofBudget budget,
      AuditLog audit,
      InstantSource clock) {
    this.codes = codes;
    this.waiting = waiting;
    this.devices = devices;
    this.accounts = accounts;
    this.signatures = signatures;
    this.site = site;
    this.budget = budget;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes the code, once.
   *
   * @param signature over the act "claim", the code as it is read, and the key
   */
  public AuthenticatorAnswer<ClaimedView> claim(
      String typed, String publicKey, String signature, Origin origin) {
    if (budget.exhausted(origin)) {
      return AuthenticatorAnswer.refused(AuthenticatorRefusal.SOURCE_EXHAUSTED);
    }
    Optional<Secret> code = codes.read(typed);
    Optional<Factor.Pending> pending = code.flatMap(waiting::with);
    Optional<Account> owner = pending.flatMap(factor -> accounts.find(factor.details().account()));
    if (owner.isEmpty()) {
      budget.failed(origin);
      return AuthenticatorAnswer.refused(AuthenticatorRefusal.UNKNOWN_CODE);
    }
    String letters = code.orElseThrow().revealText();
    if (!signatures.verifies(
        publicKey, DeviceStatement.of("claim", site, letters, publicKey), signature)) {
      return refused(owner.get(), pending.get(), AuthenticatorRefusal.BAD_KEY, origin);
    }
    PushDevice.Claim claim =
        new PushDevice.Claim(
            publicKey,
            origin.userAgent(),
            origin.sourceAddress(),
            Moments.storable(clock.instant()));
    if (!devices.claim(pending.get().id(), codes.hash(code.get()), claim)) {
      return refused(owner.get(), pending.get(), AuthenticatorRefusal.UNKNOWN_CODE, origin);
    }
    audit.record(draft(owner.get(), pending.get(), origin));
    return new AuthenticatorAnswer.Heard<>(
        new ClaimedView(
            pending.get().id(),
            owner.get().id(),
            site.siteName(),
            owner.get().signInName().value()));
  }

  private AuthenticatorAnswer<ClaimedView> refused(
      Account owner, Factor.Pending pending, AuthenticatorRefusal reason, Origin origin) {
    budget.failed(origin);
    audit.record(draft(owner, pending, origin).refused(reason.code()));
    return AuthenticatorAnswer.refused(reason);
  }

  /** Who holds the phone is not known yet. */
  private static AuditDraft draft(Account owner, Factor.Pending pending, Origin origin) {
    return AuditDraft.of(AuditCode.PUSH_CLAIMED, Actor.anonymous(), origin)
        .about(owner.id(), owner.organisation())
        .factor(FactorKind.PUSH.code(), pending.id());
  }
}
