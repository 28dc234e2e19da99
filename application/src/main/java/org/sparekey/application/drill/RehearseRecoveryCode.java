package org.sparekey.application.drill;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.Transactions;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.port.PasswordHasher;
import org.sparekey.application.port.RecoveryCodeRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.recoverycode.CodeSheet;
import org.sparekey.domain.recoverycode.RecoveryCode;
import org.sparekey.domain.recoverycode.SavedCode;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Takes a saved recovery code in a drill: matched like in a recovery, counted like there, told at
 * every address like there, and not used up.
 */
@UseCase
public class RehearseRecoveryCode {

  private static final EvidenceKind KIND = EvidenceKind.RECOVERY_CODE;

  private final Transactions transactions;
  private final OwnDrill own;
  private final DrillAttempts attempts;
  private final RecoveryCodeRepository codes;
  private final PasswordHasher hasher;
  private final SessionViews views;
  private final Notices notices;

  @Inject
  RehearseRecoveryCode(
      Transactions transactions,
      OwnDrill own,
      DrillAttempts attempts,
      RecoveryCodeRepository codes,
      PasswordHasher hasher,
      SessionViews views,
      Notices notices) {
    this.transactions = transactions;
    this.own = own;
    this.attempts = attempts;
    this.codes = codes;
    this.hasher = hasher;
    this.views = views;
    this.notices = notices;
  }

  private record Beginning(Optional<DrillOutcome> answer, Optional<String> hash) {

    /** Without the hash. */
    @Override
    public String toString() {
      return "Beginning[]";
    }
  }

  /**
   * Hashes outside of a transaction.
   *
   * @param typed as it stands on the sheet, see {@link RecoveryCode#parse}
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public DrillOutcome rehearse(SessionView view, Secret typed, Origin origin) {
    Optional<RecoveryCode> code = RecoveryCode.parse(typed);
    Beginning beginning = transactions.inOne(() -> begin(view, code, origin));
    if (beginning.answer().isPresent()) {
      return beginning.answer().get();
    }
    RecoveryCode read = code.orElseThrow();
    boolean right =
        beginning
            .hash()
            .map(hash -> hasher.matches(read.secret(), hash))
            .orElseGet(
                () -> {
                  hasher.waste(read.secret());
                  return false;
                });
    return transactions.inOne(
        () -> settle(view, read, right ? beginning.hash() : Optional.empty(), origin));
  }

  private Beginning begin(SessionView view, Optional<RecoveryCode> code, Origin origin) {
    return new Beginning(
        own.closed(view, AuditCode.DRILL_PROOF, KIND, origin)
            .or(() -> malformed(view, code, origin))
            .or(() -> attempts.enter(view, ThrottledMethod.RECOVERY_CODE, KIND, origin)),
        code.flatMap(read -> candidate(view, read)).flatMap(SavedCode::hash));
  }

  private Optional<DrillOutcome> malformed(
      SessionView view, Optional<RecoveryCode> code, Origin origin) {
    return code.isPresent()
        ? Optional.empty()
        : Optional.of(
            own.refused(
                view, AuditCode.DRILL_PROOF, KIND, DrillRefusal.SAVED_CODE_MALFORMED, origin));
  }

  /** One that was used or replaced in between does not count. */
  private DrillOutcome settle(
      SessionView view, RecoveryCode code, Optional<String> matched, Origin origin) {
    Optional<DrillOutcome> closed = own.closed(view, AuditCode.DRILL_PROOF, KIND, origin);
    if (closed.isPresent()) {
      return closed.get();
    }
    Optional<SavedCode> found =
        candidate(view, code).filter(saved -> matched.isPresent() && saved.hash().equals(matched));
    if (found.isEmpty()) {
      return attempts.failed(view, KIND, DrillRefusal.SAVED_CODE_WRONG, Optional.empty(), origin);
    }
    attempts.passed(view, ThrottledMethod.RECOVERY_CODE);
    CodeSheet sheet = codes.inForce(view.account()).orElseThrow();
    notices.tellOwner(
        views.account(view),
        NoticeKind.RECOVERY_CODE_REHEARSED,
        Map.of(
            "batch", Integer.toString(sheet.batch().number()),
            "number", Integer.toString(found.get().number())),
        origin);
    return own.taken(
        view,
        KIND,
        own.entry(AuditCode.DRILL_PROOF, view, origin)
            .with(
                KIND.code()
                    + " batch "
                    + sheet.batch().number()
                    + " code "
                    + found.get().number()));
  }

  private Optional<SavedCode> candidate(SessionView view, RecoveryCode code) {
    return codes.inForce(view.account()).flatMap(sheet -> sheet.candidate(code));
  }
}
