package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;

/** What the use cases about the own factors have in common. */
@Step
class OwnFactors {

  private final FactorRepository factors;
  private final AuditLog audit;

  @Inject
  OwnFactors(FactorRepository factors, AuditLog audit) {
    this.factors = factors;
    this.audit = audit;
  }

  /** Names this session as the ceremony that a pending factor belongs to. */
  static String ceremony(SessionView view) {
    return "session:" + view.id();
  }

  /**
   * Why a session below full may not: where a browser stands in, its owner gives a factor first.
   */
  static EnrolmentRefusal levelTooLow(SessionView view) {
    return view.signedIn() ? EnrolmentRefusal.NEEDS_CONFIRMATION : EnrolmentRefusal.WRONG_STEP;
  }

  /** An active factor of this owner: foreign and unknown ones are the same (attacks row 35). */
  Optional<Factor.Active> active(SessionView view, FactorId id) {
    return factors
        .find(id)
        .filter(factor -> factor.details().account().equals(view.account()))
        .flatMap(Factor::asActive);
  }

  /** A factor of this owner that is in use or suspended; foreign and unknown ones are the same. */
  Optional<Factor> bound(SessionView view, FactorId id) {
    return factors
        .find(id)
        .filter(factor -> factor.details().account().equals(view.account()))
        .filter(
            factor -> factor.fold(begun -> false, active -> true, held -> true, ended -> false));
  }

  /** States that something was done to a factor. */
  void done(AuditCode code, SessionView view, Factor factor, Origin origin) {
    audit.record(draft(code, view, origin).factor(factor.details().kind().code(), factor.id()));
  }

  /** States that something was done to all factors of this kind. */
  void done(AuditCode code, SessionView view, FactorKind kind, Origin origin) {
    audit.record(draft(code, view, origin).ofKind(kind.code()));
  }

  /** States that something was refused. */
  void refused(AuditCode code, SessionView view, EnrolmentRefusal reason, Origin origin) {
    audit.record(draft(code, view, origin).refused(reason.code()));
  }

  /** States that something was refused about a factor of this kind. */
  void refused(
      AuditCode code, SessionView view, FactorKind kind, EnrolmentRefusal reason, Origin origin) {
    audit.record(draft(code, view, origin).ofKind(kind.code()).refused(reason.code()));
  }

  private static AuditDraft draft(AuditCode code, SessionView view, Origin origin) {
    return AuditDraft.of(code, Actor.owner(view.account()), origin)
        .about(view.account(), view.organisation());
  }
}
