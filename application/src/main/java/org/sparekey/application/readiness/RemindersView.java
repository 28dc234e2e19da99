package org.sparekey.application.readiness;

/**
 * Whether an owner is reminded of the way back.
 *
 * @param everyDays how many days lie between two reminders at least; 0 where this site sends none
 */
public record RemindersView(boolean wanted, long everyDays) {

  /** Whether this site reminds anybody. */
  public boolean offered() {
    return everyDays > 0;
  }
}
