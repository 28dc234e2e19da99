package org.sparekey.domain.recoverycontact;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.sparekey.domain.shared.RecoveryContactId;

/**
 * A person whom the owner named to vouch for her (NIST SP 800-63B-4 §4.2.1.3). One type per state,
 * each with its own legal moves. Nobody is a recovery contact without having said yes, and nobody
 * is one at once: time lies between, in which the owner can object (attacks row 30).
 */
public sealed interface RecoveryContact {

  /** How long an invitation can be answered. */
  Duration TIME_TO_ANSWER = Duration.ofDays(14);

  /** What stays the same in every state. */
  RecoveryContactDetails details();

  /** The stable code of this state. */
  RecoveryContactStatus status();

  /** Calls the function for this state: what a switch over the sealed type would do. */
  <R> R fold(
      Function<? super Invited, ? extends R> invited,
      Function<? super Accepted, ? extends R> accepted,
      Function<? super Declined, ? extends R> declined,
      Function<? super Removed, ? extends R> removed);

  /** Short for {@code details().id()}. */
  default RecoveryContactId id() {
    return details().id();
  }

  /** Whether it takes one of the places that the policy gives. */
  default boolean takesPlace() {
    return status() == RecoveryContactStatus.INVITED || status() == RecoveryContactStatus.ACCEPTED;
  }

  /** Whether the person may vouch at {@code now}: said yes, and the cooling off is over. */
  default boolean mayVouch(Instant now) {
    return this instanceof Accepted accepted && !now.isBefore(accepted.usableFrom());
  }

  /** Everything that the owner still sees in her list. */
  sealed interface Listed extends RecoveryContact permits Waiting, Accepted {

    /** Taken off the list by the owner. */
    default Removed remove(Instant now) {
      return new Removed(details(), now);
    }
  }

  /** The person has not said yes. */
  sealed interface Waiting extends Listed permits Invited, Declined {

    /** Asked once more; the link that was mailed before ends. */
    default Invited inviteAgain(String linkHash, Instant now) {
      return new Invited(details().invitedAgain(linkHash, now), now.plus(TIME_TO_ANSWER));
    }
  }

  /**
   * Asked by mail.
   *
   * @param expiresAt when the invitation can no longer be accepted
   */
  record Invited(RecoveryContactDetails details, Instant expiresAt) implements Waiting {

    /** Asked just now. */
    public static Invited now(RecoveryContactDetails details) {
      return new Invited(details, details.invitedAt().plus(TIME_TO_ANSWER));
    }

    /**
     * The person agrees; empty when the invitation is too old.
     *
     * @param coolOff before which the person cannot vouch
     */
    public Optional<Accepted> accept(Instant now, Duration coolOff) {
      return now.isBefore(expiresAt)
          ? Optional.of(new Accepted(details, now, now.plus(coolOff)))
          : Optional.empty();
    }

    /** The person does not want to. */
    public Declined decline(Instant now) {
      return new Declined(details, now);
    }

    @Override
    public RecoveryContactStatus status() {
      return RecoveryContactStatus.INVITED;
    }

    @Override
    public <R> R fold(
        Function<? super Invited, ? extends R> invited,
        Function<? super Accepted, ? extends R> accepted,
        Function<? super Declined, ? extends R> declined,
        Function<? super Removed, ? extends R> removed) {
      return invited.apply(this);
    }
  }

  /**
   * Agreed.
   *
   * @param usableFrom from when the person may vouch
   */
  record Accepted(RecoveryContactDetails details, Instant acceptedAt, Instant usableFrom)
      implements Listed {

    /** The person no longer wants to; the owner may ask once more. */
    public Declined withdraw(Instant now) {
      return new Declined(details, now);
    }

    @Override
    public RecoveryContactStatus status() {
      return RecoveryContactStatus.ACCEPTED;
    }

    @Override
    public <R> R fold(
        Function<? super Invited, ? extends R> invited,
        Function<? super Accepted, ? extends R> accepted,
        Function<? super Declined, ? extends R> declined,
        Function<? super Removed, ? extends R> removed) {
      return accepted.apply(this);
    }
  }

  /** Said no, or withdrew. */
  record Declined(RecoveryContactDetails details, Instant endedAt) implements Waiting {

    @Override
    public RecoveryContactStatus status() {
      return RecoveryContactStatus.DECLINED;
    }

    @Override
    public <R> R fold(
        Function<? super Invited, ? extends R> invited,
        Function<? super Accepted, ? extends R> accepted,
        Function<? super Declined, ? extends R> declined,
        Function<? super Removed, ? extends R> removed) {
      return declined.apply(this);
    }
  }

  /** Taken off the list by the owner. */
  record Removed(RecoveryContactDetails details, Instant endedAt) implements RecoveryContact {

    @Override
    public RecoveryContactStatus status() {
      return RecoveryContactStatus.REMOVED;
    }

    @Override
    public <R> R fold(
        Function<? super Invited, ? extends R> invited,
        Function<? super Accepted, ? extends R> accepted,
        Function<? super Declined, ? extends R> declined,
        Function<? super Removed, ? extends R> removed) {
      return removed.apply(this);
    }
  }
}
