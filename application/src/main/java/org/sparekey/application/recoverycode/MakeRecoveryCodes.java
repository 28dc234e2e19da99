package org.sparekey.application.recoverycode;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sparekey.application.Transactions;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.RecoveryCodeRepository;
import org.sparekey.application.recoverycode.DrawCodes.Drawn;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.recoverycode.CodeBatch;
import org.sparekey.domain.recoverycode.CodeSheet;
import org.sparekey.domain.shared.CodeBatchId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;

/**
 * Makes a sheet of recovery codes; a sheet that was in force ends in the same act, and the owner is
 * told at every address (NIST SP 800-63B-4 §4.2.1.1). The hashes are made before the transaction
 * that stores them.
 */
@UseCase
public class MakeRecoveryCodes {

  private final Transactions transactions;
  private final OwnCodes own;
  private final DrawCodes draw;
  private final RecoveryCodeRepository codes;
  private final SessionViews views;
  private final Notices notices;
  private final IdSource ids;
  private final InstantSource clock;

  @Inject
  public MakeRecoveryCodes(
      Transactions transactions,
      OwnCodes own,
      DrawCodes draw,
      RecoveryCodeRepository codes,
      SessionViews views,
      Notices notices,
      IdSource ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.own = own;
    this.draw = draw;
    this.codes = codes;
    this.views = views;
    this.notices = notices;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Refused unless the owner proved lately who she is (ASVS 7.5.1), and when {@code replaces} is
   * not what is in force: the same request, sent twice, makes one sheet.
   *
   * @param replaces number of the batch that ends; 0 when there is none in force
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public RecoveryCodesOutcome make(SessionView view, int replaces, Origin origin) {
    Optional<RecoveryCodesOutcome> refused =
        transactions.inOne(
            () -> refusal(view, replaces).map(reason -> refused(view, reason, origin)));
    if (refused.isPresent()) {
      return refused.get();
    }
    List<Drawn> drawn = draw.draw(CodeBatch.SIZE, Set.of());
    return transactions.inOne(() -> store(view, replaces, drawn, origin));
  }

  private Optional<RecoveryCodesRefusal> refusal(SessionView view, int replaces) {
    return own.guard(view)
        .or(
            () ->
                inForce(view) == replaces
                    ? Optional.empty()
                    : Optional.of(RecoveryCodesRefusal.MADE_MEANWHILE))
        .or(
            () ->
                replaces > 0 && view.onProbation()
                    ? Optional.of(RecoveryCodesRefusal.ON_PROBATION)
                    : Optional.empty());
  }

  private RecoveryCodesOutcome store(
      SessionView view, int replaces, List<Drawn> drawn, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    Optional<RecoveryCodesRefusal> refusal = refusal(view, replaces);
    if (refusal.isPresent()) {
      return refused(view, refusal.get(), origin);
    }
    Optional<CodeSheet> old = codes.inForce(view.account());
    CodeBatch batch =
        new CodeBatch(
            new CodeBatchId(ids.next()),
            view.account(),
            codes.latestNumber(view.account()) + 1,
            now,
            Optional.empty());
    boolean alone =
        old.map(sheet -> codes.end(sheet.batch().id(), now)).orElse(true) && codes.add(batch);
    if (!alone) {
      return refused(view, RecoveryCodesRefusal.MADE_MEANWHILE, origin);
    }
    PrintedSheet sheet = own.add(view, batch, 1, drawn, now).orElseThrow();
    boolean first = old.isEmpty();
    own.done(
        first ? AuditCode.RECOVERY_CODES_MADE : AuditCode.RECOVERY_CODES_REPLACED,
        view,
        batch,
        drawn.size(),
        origin);
    notices.tellOwner(
        views.account(view),
        first ? NoticeKind.RECOVERY_CODES_MADE : NoticeKind.RECOVERY_CODES_REPLACED,
        Map.of("batch", Integer.toString(batch.number())),
        origin);
    return new RecoveryCodesOutcome.Made(sheet);
  }

  private int inForce(SessionView view) {
    return codes.inForce(view.account()).map(sheet -> sheet.batch().number()).orElse(0);
  }

  private RecoveryCodesOutcome refused(
      SessionView view, RecoveryCodesRefusal reason, Origin origin) {
    return own.refused(AuditCode.RECOVERY_CODES_MADE, view, reason, origin);
  }
}
