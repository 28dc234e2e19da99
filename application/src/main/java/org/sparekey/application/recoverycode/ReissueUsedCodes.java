package org.sparekey.application.recoverycode;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.Transactions;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.port.RecoveryCodeRepository;
import org.sparekey.application.recoverycode.DrawCodes.Drawn;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.recoverycode.CodeSheet;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;

/**
 * Issues a new code for each that was used (NIST SP 800-63B-4 §4.2.1.1). It is made when it can be
 * shown to the owner, signed in with all that signing in takes: a code that was made in the
 * recovery itself would be shown to whoever used the old one. Also on probation, for the sheet
 * stays what it is.
 */
@UseCase
public class ReissueUsedCodes {

  private final Transactions transactions;
  private final OwnCodes own;
  private final DrawCodes draw;
  private final RecoveryCodeRepository codes;
  private final SessionViews views;
  private final Notices notices;
  private final InstantSource clock;

  @Inject
  public ReissueUsedCodes(
      Transactions transactions,
      OwnCodes own,
      DrawCodes draw,
      RecoveryCodeRepository codes,
      SessionViews views,
      Notices notices,
      InstantSource clock) {
    this.transactions = transactions;
    this.own = own;
    this.draw = draw;
    this.codes = codes;
    this.views = views;
    this.notices = notices;
    this.clock = clock;
  }

  /** What stands after the first transaction: a refusal, or the sheet that lacks codes. */
  private record Begun(Optional<RecoveryCodesOutcome> refused, Optional<CodeSheet> sheet) {}

  /** Refused when nothing is owed: the same request, sent twice, issues once. */
  @Transactional(TxType.NOT_SUPPORTED)
  public RecoveryCodesOutcome reissue(SessionView view, Origin origin) {
    Begun begun = transactions.inOne(() -> begin(view, origin));
    if (begun.refused().isPresent()) {
      return begun.refused().get();
    }
    CodeSheet sheet = begun.sheet().orElseThrow();
    List<Drawn> drawn = draw.draw(sheet.owed(), sheet.symbols());
    return transactions.inOne(() -> store(view, sheet, drawn, origin));
  }

  private Begun begin(SessionView view, Origin origin) {
    Optional<CodeSheet> sheet = owing(view);
    Optional<RecoveryCodesOutcome> refused =
        own.guard(view)
            .or(
                () ->
                    sheet.isPresent()
                        ? Optional.empty()
                        : Optional.of(RecoveryCodesRefusal.NONE_USED))
            .map(reason -> refused(view, reason, origin));
    return new Begun(refused, sheet);
  }

  private RecoveryCodesOutcome store(
      SessionView view, CodeSheet seen, List<Drawn> drawn, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    boolean unchanged = owing(view).filter(seen::equals).isPresent();
    Optional<RecoveryCodesRefusal> refusal = own.guard(view);
    if (refusal.isPresent() || !unchanged) {
      return refused(view, refusal.orElse(RecoveryCodesRefusal.MADE_MEANWHILE), origin);
    }
    Optional<PrintedSheet> sheet = own.add(view, seen.batch(), seen.nextNumber(), drawn, now);
    if (sheet.isEmpty()) {
      return refused(view, RecoveryCodesRefusal.MADE_MEANWHILE, origin);
    }
    own.done(AuditCode.RECOVERY_CODES_REISSUED, view, seen.batch(), drawn.size(), origin);
    notices.tellOwner(
        views.account(view),
        NoticeKind.RECOVERY_CODES_REISSUED,
        Map.of("batch", Integer.toString(seen.batch().number())),
        origin);
    return new RecoveryCodesOutcome.Made(sheet.get());
  }

  private Optional<CodeSheet> owing(SessionView view) {
    return codes.inForce(view.account()).filter(sheet -> sheet.owed() > 0);
  }

  private RecoveryCodesOutcome refused(
      SessionView view, RecoveryCodesRefusal reason, Origin origin) {
    return own.refused(AuditCode.RECOVERY_CODES_REISSUED, view, reason, origin);
  }
}
