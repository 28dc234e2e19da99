package org.sparekey.web.user.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.readiness.ChooseReminders;
import org.sparekey.application.readiness.RemindersView;
import org.sparekey.application.readiness.ShowReminders;
import org.sparekey.web.user.visit.Visit;

/** Whether reminders come, on the page /account/readiness. */
@Named
@RequestScoped
public class RemindersBacking {

  @Inject ShowReminders show;
  @Inject ChooseReminders choose;
  @Inject Visit visit;

  private @Nullable RemindersView view;

  public RemindersView getView() {
    if (view == null) {
      view = show.show(visit.session());
    }
    return view;
  }

  public void turnOff() {
    turn(false, "/account/readiness?done=reminders-off");
  }

  public void turnOn() {
    turn(true, "/account/readiness?done=reminders-on");
  }

  private void turn(boolean wanted, String next) {
    if (choose.choose(visit.session(), wanted, visit.origin())) {
      visit.go(next);
    } else {
      visit.refuse("wrong-step");
    }
  }
}
