package org.sparekey.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.domain.shared.AccountId;

/** Who wants to be reminded of the way back, and when that was done. */
public interface ReminderRepository {

  /**
   * Which accounts may be looked at.
   *
   * @param looked not looked at after this
   * @param reminded not reminded after this
   * @param signedIn signed in for the first time no later
   */
  record Due(Instant looked, Instant reminded, Instant signedIn) {}

  /** Whether the owner wants reminders; everybody does who has not said otherwise. */
  boolean wanted(AccountId account);

  /** Notes what the owner said; false when that is so already. */
  boolean want(AccountId account, boolean wanted);

  /**
   * Accounts that want reminders, have a confirmed mail address and have signed in; those not
   * looked at for longest first, at most {@code limit}.
   */
  List<AccountId> due(Due due, int limit);

  /**
   * Takes an account to look at, by one guarded update: true for exactly one of any number of
   * nodes.
   */
  boolean look(AccountId account, Due due, Instant now);

  /** Notes that a reminder went out. */
  void reminded(AccountId account, Instant now);

  /**
   * When somebody signed in to the account for the first time, as far as it shows: in a browser
   * that is known since, or to bind a factor. One that was there from the start took no sign-in.
   */
  Optional<Instant> firstSignIn(AccountId account);
}
