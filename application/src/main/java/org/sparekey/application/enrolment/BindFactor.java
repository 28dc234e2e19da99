package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.RandomSource;
import org.sparekey.application.port.SessionRepository;
import org.sparekey.application.signin.ProofBudget;
import org.sparekey.application.signin.ProofResult;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * The end of every enrolment: the pending factor has shown that it works, is in use from now on,
 * and its owner is told at every address (NIST SP 800-63B-4 §4.1.2.1).
 */
@Step
public class BindFactor {

  private final SessionViews views;
  private final AccountRepository accounts;
  private final MayEnrol may;
  private final ProofBudget budget;
  private final FactorRepository factors;
  private final SessionRepository sessions;
  private final OwnFactors own;
  private final Notices notices;
  private final Macs macs;
  private final RandomSource random;
  private final AuditLog audit;
  private final InstantSource clock;

  @Inject
  public BindFactor(
      SessionViews views,
      AccountRepository accounts,
      MayEnrol may,
      ProofBudget budget,
      FactorRepository factors,
      SessionRepository sessions,
      OwnFactors own,
      Notices notices,
      Macs macs,
      RandomSource random,
      AuditLog audit,
      InstantSource clock) {
    this.views = views;
    this.accounts = accounts;
    this.may = may;
    this.budget = budget;
    this.factors = factors;
    this.sessions = sessions;
    this.own = own;
    this.notices = notices;
    this.macs = macs;
    this.random = random;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What stands against a confirmation before its proof is looked at. From here on this request is
   * the only one about the account: of two first enrolments one binds, and none binds while a
   * contest takes new factors out of use.
   *
   * @param begun the pending factor of this session's ceremony; empty when there is none
   * @param device the name as typed, read; empty when it is no name
   */
  public Optional<EnrolmentRefusal> obstacle(
      SessionView view,
      Optional<Factor.Pending> begun,
      Optional<DeviceName> device,
      Origin origin) {
    accounts.lock(view.account());
    if (begun.filter(this::stillWaits).isEmpty() || views.current(view).isEmpty()) {
      return Optional.of(EnrolmentRefusal.NO_ENROLMENT);
    }
    if (may.boundElsewhere(view)) {
      return Optional.of(EnrolmentRefusal.WRONG_STEP);
    }
    if (device.isEmpty()) {
      return Optional.of(EnrolmentRefusal.BAD_DEVICE_NAME);
    }
    return budget.exhausted(origin)
        ? Optional.of(EnrolmentRefusal.SOURCE_EXHAUSTED)
        : Optional.empty();
  }

  private boolean stillWaits(Factor.Pending begun) {
    return factors.find(begun.id()).filter(begun::equals).isPresent();
  }

  /** Binds it; an enrolment session rises to full and gets another token. */
  public BindOutcome bind(
      SessionView view, Factor.Pending begun, DeviceName device, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    Account account = views.account(view);
    Session session = views.current(view).orElseThrow();
    factors.save(begun.confirm(device, now));
    own.done(AuditCode.FACTOR_BOUND, view, begun, origin);
    notices.tellOwner(account, NoticeKind.FACTOR_BOUND, Map.of("device", device.value()), origin);
    if (view.signedIn()) {
      return new BindOutcome.Bound(Optional.empty());
    }
    Secret token = random.token();
    sessions.save(session.full(macs.fingerprint(token), Optional.empty(), now));
    audit.record(
        AuditDraft.of(AuditCode.SESSION_STARTED, Actor.owner(account.id()), origin)
            .about(account.id(), account.organisation()));
    return new BindOutcome.Bound(Optional.of(token));
  }

  /** Says that the proof was wrong, and lets the source pay for it. */
  public BindOutcome wrongProof(
      SessionView view, FactorKind kind, ProofResult result, Origin origin) {
    if (result.refusal().orElseThrow().isAboutTheCode()) {
      budget.failed(origin);
    }
    return refused(
        view, kind, EnrolmentRefusal.of(result.refusal().orElseThrow()), result.retryAt(), origin);
  }

  /** Says that it was not bound. */
  public BindOutcome refused(
      SessionView view,
      FactorKind kind,
      EnrolmentRefusal reason,
      Optional<Instant> retryAt,
      Origin origin) {
    own.refused(AuditCode.FACTOR_BOUND, view, kind, reason, origin);
    return new BindOutcome.Refused(reason, retryAt);
  }
}
