package org.sparekey.application.drill;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.MailedCodes;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.RateLimit;
import org.sparekey.application.port.RateLimits;
import org.sparekey.application.signin.ProofBudget;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.challenge.CodePurpose;
import org.sparekey.domain.drill.Drill;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.shared.Origin;

/**
 * Mails a code to every mailbox that would be left, as a recovery does, to each its own. It is good
 * for this drill and nothing else, and those that were mailed before for it end.
 */
@UseCase
public class SendDrillCode {

  private final OwnDrill own;
  private final DrillCodes codes;
  private final MailedCodes mailedCodes;
  private final SessionViews views;
  private final RateLimits limits;
  private final ProofBudget budget;
  private final AuditLog audit;

  @Inject
  SendDrillCode(
      OwnDrill own,
      DrillCodes codes,
      MailedCodes mailedCodes,
      SessionViews views,
      RateLimits limits,
      ProofBudget budget,
      AuditLog audit) {
    this.own = own;
    this.codes = codes;
    this.mailedCodes = mailedCodes;
    this.views = views;
    this.limits = limits;
    this.budget = budget;
    this.audit = audit;
  }

  /** Refused for too many mails, and when no code is wanted now. */
  public DrillOutcome send(SessionView view, Origin origin) {
    Optional<DrillOutcome> closed =
        own.closed(view, AuditCode.DRILL_CODE_SENT, EvidenceKind.MAILED_CODE, origin);
    if (closed.isPresent()) {
      return closed.get();
    }
    if (!budget.mayRequest(origin) || !mayMail(view)) {
      return own.refused(view, AuditCode.DRILL_CODE_SENT, DrillRefusal.TOO_MANY_MAILS, origin);
    }
    Drill.Open drill = own.current(view).orElseThrow();
    Instant now = own.now();
    List<ContactPoint> mailboxes = codes.mailboxes(drill, now);
    if (mailboxes.isEmpty()) {
      return own.refused(view, AuditCode.DRILL_CODE_SENT, DrillRefusal.WAY_GONE, origin);
    }
    codes.open(drill, now).forEach(mailedCodes::spend);
    Account account = views.account(view);
    mailboxes.forEach(
        to ->
            mailedCodes.send(
                account,
                to,
                CodePurpose.DRILL,
                DrillCodes.flow(drill),
                Duration.between(now, drill.endsAt()),
                origin));
    audit.record(
        own.entry(AuditCode.DRILL_CODE_SENT, view, origin).with("mailboxes " + mailboxes.size()));
    return DrillOutcome.taken();
  }

  /** Drills have mails of their own: they use up none of those of a recovery (attacks row 15). */
  private boolean mayMail(SessionView view) {
    return limits.trySpend(RateLimit.MAILS_BY_ACCOUNT, view.account() + "/drill");
  }
}
