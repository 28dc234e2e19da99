package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.RandomSource;
import org.sparekey.application.port.SessionRepository;
import org.sparekey.application.signin.ChallengeRefusal;
import org.sparekey.application.signin.ProofBudget;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.application.signin.TotpProof;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Binds the pending factor of this session by a code of it. The owner is told at every address
 * (NIST SP 800-63B-4 §4.1.2.1).
 */
@UseCase
public class ConfirmTotpEnrolment {

  private final SessionViews views;
  private final PendingTotp pending;
  private final TotpProof proof;
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
  public ConfirmTotpEnrolment(
      SessionViews views,
      PendingTotp pending,
      TotpProof proof,
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
    this.pending = pending;
    this.proof = proof;
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

  /** Checks the code and the name; an enrolment session rises to full and gets another token. */
  public BindOutcome confirm(
      SessionView view, FactorId factor, String deviceName, String code, Origin origin) {
    Optional<Session> session = views.current(view);
    Optional<Factor.Pending> begun =
        session
            .flatMap(found -> pending.open(view.account(), OwnFactors.ceremony(view)))
            .filter(found -> found.id().equals(factor));
    if (begun.isEmpty()) {
      return refused(view, EnrolmentRefusal.NO_ENROLMENT, Optional.empty(), origin);
    }
    if (!view.full() && boundElsewhere(view)) {
      return refused(view, EnrolmentRefusal.WRONG_STEP, Optional.empty(), origin);
    }
    Optional<DeviceName> device = DeviceName.parse(deviceName);
    if (device.isEmpty()) {
      return refused(view, EnrolmentRefusal.BAD_DEVICE_NAME, Optional.empty(), origin);
    }
    if (budget.exhausted(origin)) {
      return refused(view, EnrolmentRefusal.SOURCE_EXHAUSTED, Optional.empty(), origin);
    }
    TotpProof.Result result = proof.checkPending(begun.get(), code);
    if (!result.right()) {
      ChallengeRefusal reason = result.refusal().orElseThrow();
      if (reason.isAboutTheCode()) {
        budget.failed(origin);
      }
      return refused(view, refusal(reason), result.retryAt(), origin);
    }
    return bind(view, session.orElseThrow(), begun.get(), device.get(), origin);
  }

  private BindOutcome bind(
      SessionView view, Session session, Factor.Pending begun, DeviceName device, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    Account account = views.account(view);
    factors.save(begun.confirm(device, now));
    own.done(AuditCode.FACTOR_BOUND, view, begun.id(), origin);
    notices.tellOwner(account, NoticeKind.FACTOR_BOUND, Map.of("device", device.value()), origin);
    if (view.full()) {
      return new BindOutcome.Bound(Optional.empty());
    }
    Secret token = random.token();
    sessions.save(session.full(macs.fingerprint(token), Optional.empty(), now));
    audit.record(
        AuditDraft.of(AuditCode.SESSION_STARTED, Actor.owner(account.id()), origin)
            .about(account.id(), account.organisation()));
    return new BindOutcome.Bound(Optional.of(token));
  }

  private boolean boundElsewhere(SessionView view) {
    return factors.ofAccount(view.account()).stream()
        .anyMatch(
            factor -> factor.fold(open -> false, active -> true, held -> true, ended -> false));
  }

  private BindOutcome refused(
      SessionView view, EnrolmentRefusal reason, Optional<Instant> retryAt, Origin origin) {
    own.refused(AuditCode.FACTOR_BOUND, view, reason, origin);
    return new BindOutcome.Refused(reason, retryAt);
  }

  private static EnrolmentRefusal refusal(ChallengeRefusal reason) {
    return switch (reason) {
      case WRONG_CODE, WRONG_PASSWORD -> EnrolmentRefusal.WRONG_CODE;
      case MALFORMED_CODE -> EnrolmentRefusal.MALFORMED_CODE;
      case REPLAYED_CODE -> EnrolmentRefusal.REPLAYED_CODE;
      case UNKNOWN_FACTOR -> EnrolmentRefusal.NO_ENROLMENT;
      case WRONG_STEP -> EnrolmentRefusal.WRONG_STEP;
      case THROTTLED -> EnrolmentRefusal.THROTTLED;
      case SOURCE_EXHAUSTED -> EnrolmentRefusal.SOURCE_EXHAUSTED;
    };
  }
}
