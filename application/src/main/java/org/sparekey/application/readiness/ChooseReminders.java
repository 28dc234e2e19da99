package org.sparekey.application.readiness;

import jakarta.inject.Inject;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.ReminderRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Origin;

/** The owner says whether she wants to be reminded of her way back. */
@UseCase
public class ChooseReminders {

  private final ReminderRepository reminders;
  private final SessionViews views;
  private final AuditLog audit;

  @Inject
  public ChooseReminders(ReminderRepository reminders, SessionViews views, AuditLog audit) {
    this.reminders = reminders;
    this.views = views;
    this.audit = audit;
  }

  /** False when this session may not say so; the same word twice is one. */
  public boolean choose(SessionView view, boolean wanted, Origin origin) {
    AuditDraft entry =
        AuditDraft.of(AuditCode.REMINDERS_CHANGED, Actor.owner(view.account()), origin)
            .about(view.account(), view.organisation())
            .with(wanted ? "on" : "off");
    if (!view.signedIn() || views.current(view).isEmpty()) {
      audit.record(entry.refused("wrong-step"));
      return false;
    }
    if (reminders.want(view.account(), wanted)) {
      audit.record(entry);
    }
    return true;
  }
}
