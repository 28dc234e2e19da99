package org.sparekey.application.recoverycontact;

import java.util.List;

/**
 * The own recovery contacts.
 *
 * @param needed how many must vouch in a recovery; 0 when the policy knows no recovery contacts
 * @param places how many there may be; 0 likewise
 * @param ready how many may vouch now
 */
public record RecoveryContactsView(
    List<RecoveryContactView> contacts, int needed, int places, int ready) {

  /** Copies the list. */
  public RecoveryContactsView {
    contacts = List.copyOf(contacts);
  }

  /** Whether the policy knows recovery contacts. */
  public boolean offered() {
    return places > 0;
  }

  /** Whether there is a place for one more. */
  public boolean room() {
    return contacts.stream().filter(it -> !it.status().equals("declined")).count() < places;
  }
}
