package org.sparekey.application.readiness;

import jakarta.inject.Inject;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.ReminderRepository;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.application.signin.SessionView;

/** Shows whether the owner is reminded of her way back. */
@UseCase
public class ShowReminders {

  private final ReminderRepository reminders;
  private final SiteSettings site;

  @Inject
  public ShowReminders(ReminderRepository reminders, SiteSettings site) {
    this.reminders = reminders;
    this.site = site;
  }

  /** For the session's own account. */
  public RemindersView show(SessionView view) {
    return new RemindersView(reminders.wanted(view.account()), site.reminderEvery().toDays());
  }
}
