package org.sparekey.application.recoverycode;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.RecoveryCodeRepository;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.application.recoverycode.DrawCodes.Drawn;
import org.sparekey.application.recoverycode.PrintedSheet.PrintedCode;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.recoverycode.CodeBatch;
import org.sparekey.domain.recoverycode.SavedCode;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryCodeId;

/** What the use cases about the own recovery codes have in common. */
@Step
class OwnCodes {

  private static final String DOTS = "•••";

  private final SessionViews views;
  private final RecoveryCodeRepository codes;
  private final SiteSettings site;
  private final IdSource ids;
  private final AuditLog audit;

  @Inject
  OwnCodes(
      SessionViews views,
      RecoveryCodeRepository codes,
      SiteSettings site,
      IdSource ids,
      AuditLog audit) {
    this.views = views;
    this.codes = codes;
    this.site = site;
    this.ids = ids;
    this.audit = audit;
  }

  /** Why this session must not be shown new codes. */
  Optional<RecoveryCodesRefusal> guard(SessionView view) {
    if (!view.signedIn() || views.current(view).isEmpty()) {
      return Optional.of(RecoveryCodesRefusal.WRONG_STEP);
    }
    return view.recentlyConfirmed()
        ? Optional.empty()
        : Optional.of(RecoveryCodesRefusal.NEEDS_CONFIRMATION);
  }

  /**
   * Adds the codes to a batch; empty when somebody else did so at the same time. Both begin with
   * the same number, so that the second adds nothing at all.
   */
  Optional<PrintedSheet> add(
      SessionView view, CodeBatch batch, int firstNumber, List<Drawn> drawn, Instant now) {
    List<PrintedCode> printed = new ArrayList<>();
    for (Drawn one : drawn) {
      int number = firstNumber + printed.size();
      boolean added =
          codes.add(
              batch.id(),
              new SavedCode(
                  new RecoveryCodeId(ids.next()),
                  number,
                  one.code().symbol(),
                  Optional.of(one.hash()),
                  now,
                  Optional.empty()));
      if (!added) {
        return Optional.empty();
      }
      printed.add(new PrintedCode(number, one.code()));
    }
    return Optional.of(
        new PrintedSheet(site.siteName(), hint(view.signInName()), batch.number(), now, printed));
  }

  /** States that codes were made. */
  void done(AuditCode code, SessionView view, CodeBatch batch, int count, Origin origin) {
    audit.record(draft(code, view, origin).with("batch " + batch.number() + " codes " + count));
  }

  /** States that none were made. */
  RecoveryCodesOutcome refused(
      AuditCode code, SessionView view, RecoveryCodesRefusal reason, Origin origin) {
    audit.record(draft(code, view, origin).refused(reason.code()));
    return new RecoveryCodesOutcome.Refused(reason);
  }

  private static AuditDraft draft(AuditCode code, SessionView view, Origin origin) {
    return AuditDraft.of(code, Actor.owner(view.account()), origin)
        .about(view.account(), view.organisation());
  }

  /** {@code a•••@example.org}, {@code a•••}. */
  static String hint(String signInName) {
    int at = signInName.lastIndexOf('@');
    String first = signInName.substring(0, signInName.offsetByCodePoints(0, 1));
    return first + DOTS + (at < 0 ? "" : signInName.substring(at));
  }
}
