package org.sparekey.application.drill;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import org.sparekey.application.Transactions;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.PasswordProof;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Takes the password in a drill. It counts as one that confirms something: whoever has stolen a
 * session guesses no more often here than there.
 */
@UseCase
public class RehearsePassword {

  private final Transactions transactions;
  private final OwnDrill own;
  private final DrillAttempts attempts;
  private final PasswordProof passwords;
  private final SessionViews views;

  @Inject
  RehearsePassword(
      Transactions transactions,
      OwnDrill own,
      DrillAttempts attempts,
      PasswordProof passwords,
      SessionViews views) {
    this.transactions = transactions;
    this.own = own;
    this.attempts = attempts;
    this.passwords = passwords;
    this.views = views;
  }

  private record Beginning(Optional<DrillOutcome> answer, Optional<PasswordProof.Attempt> attempt) {

    static Beginning answered(DrillOutcome answer) {
      return new Beginning(Optional.of(answer), Optional.empty());
    }
  }

  /** Hashes outside of a transaction. */
  @Transactional(TxType.NOT_SUPPORTED)
  public DrillOutcome rehearse(SessionView view, Secret typed, Origin origin) {
    Beginning beginning = transactions.inOne(() -> begin(view, origin));
    if (beginning.answer().isPresent()) {
      return beginning.answer().get();
    }
    PasswordProof.Attempt attempt = beginning.attempt().orElseThrow();
    boolean right = passwords.matches(attempt, typed);
    return transactions.inOne(() -> settle(view, attempt, right, origin));
  }

  private Beginning begin(SessionView view, Origin origin) {
    Optional<DrillOutcome> closed = closed(view, origin);
    if (closed.isPresent()) {
      return Beginning.answered(closed.get());
    }
    PasswordProof.Attempt attempt =
        passwords.begin(
            ThrottledMethod.PASSWORD,
            Optional.of(views.account(view)),
            view.account().toString(),
            attempts.lane(view),
            origin);
    return attempt
        .refusal()
        .map(
            reason ->
                Beginning.answered(
                    own.refused(
                        view,
                        AuditCode.DRILL_PROOF,
                        EvidenceKind.PASSWORD,
                        DrillRefusal.of(reason),
                        attempt.retryAt(),
                        origin)))
        .orElseGet(() -> new Beginning(Optional.empty(), Optional.of(attempt)));
  }

  private DrillOutcome settle(
      SessionView view, PasswordProof.Attempt attempt, boolean right, Origin origin) {
    Optional<DrillOutcome> closed = closed(view, origin);
    if (closed.isPresent()) {
      return closed.get();
    }
    if (!right || !passwords.unchanged(attempt)) {
      return attempts.failed(
          view, EvidenceKind.PASSWORD, DrillRefusal.PASSWORD_WRONG, attempt.retryAt(), origin);
    }
    passwords.right(attempt);
    return own.taken(view, EvidenceKind.PASSWORD, origin);
  }

  private Optional<DrillOutcome> closed(SessionView view, Origin origin) {
    return own.closed(view, AuditCode.DRILL_PROOF, EvidenceKind.PASSWORD, origin);
  }
}
