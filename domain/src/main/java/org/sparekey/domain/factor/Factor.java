package org.sparekey.domain.factor;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.sparekey.domain.shared.FactorId;

/**
 * A bound thing that authenticates. One type per state, each with its own legal moves: pending,
 * active, suspended, revoked. Revoked ones are kept for ever (NIST SP 800-63B-4 §4.1).
 */
public sealed interface Factor {

  /** What stays the same in every state. */
  FactorDetails details();

  /** The stable code of this state. */
  FactorStatus status();

  /** Calls the function for this state: what a switch over the sealed type would do. */
  <R> R fold(
      Function<? super Pending, ? extends R> pending,
      Function<? super Active, ? extends R> active,
      Function<? super Suspended, ? extends R> suspended,
      Function<? super Revoked, ? extends R> revoked);

  /** Short for {@code details().id()}. */
  default FactorId id() {
    return details().id();
  }

  /** The active state, or empty. */
  default Optional<Active> asActive() {
    return fold(p -> Optional.empty(), Optional::of, s -> Optional.empty(), r -> Optional.empty());
  }

  /**
   * Begun, not yet proved. It belongs to one ceremony and dies with it (attacks row 26).
   *
   * @param ceremony the session or recovery that began it, as text
   * @param expiresAt after this it can no longer be confirmed (NIST §4.1.2.2: 10 minutes)
   */
  record Pending(FactorDetails details, String ceremony, Instant expiresAt) implements Factor {

    @Override
    public FactorStatus status() {
      return FactorStatus.PENDING;
    }

    /** Whether {@code other} is the ceremony that began it and there is still time. */
    public boolean open(String other, Instant now) {
      return ceremony.equals(other) && now.isBefore(expiresAt);
    }

    /** The factor proved its possession. */
    public Active confirm(DeviceName device, Instant now) {
      return new Active(details.on(device), now, Optional.empty());
    }

    /** The ceremony was given up or replaced. */
    public Revoked abandon(RevocationReason reason, Instant now) {
      return new Revoked(details, Optional.empty(), Optional.empty(), now, reason);
    }

    @Override
    public <R> R fold(
        Function<? super Pending, ? extends R> pending,
        Function<? super Active, ? extends R> active,
        Function<? super Suspended, ? extends R> suspended,
        Function<? super Revoked, ? extends R> revoked) {
      return pending.apply(this);
    }
  }

  /** Proved, in use. */
  record Active(FactorDetails details, Instant confirmedAt, Optional<Instant> lastUsedAt)
      implements Factor {

    @Override
    public FactorStatus status() {
      return FactorStatus.ACTIVE;
    }

    /** It answered a challenge. */
    public Active used(Instant now) {
      return new Active(details, confirmedAt, Optional.of(now));
    }

    /** The owner gave the device another name. */
    public Active on(DeviceName device) {
      return new Active(details.on(device), confirmedAt, lastUsedAt);
    }

    /** Out of use until reinstated or revoked. */
    public Suspended suspend(RevocationReason reason, Instant now) {
      return new Suspended(details, confirmedAt, lastUsedAt, now, reason);
    }

    /** Ended for ever. */
    public Revoked revoke(RevocationReason reason, Instant now) {
      return new Revoked(details, Optional.of(confirmedAt), lastUsedAt, now, reason);
    }

    @Override
    public <R> R fold(
        Function<? super Pending, ? extends R> pending,
        Function<? super Active, ? extends R> active,
        Function<? super Suspended, ? extends R> suspended,
        Function<? super Revoked, ? extends R> revoked) {
      return active.apply(this);
    }
  }

  /** Reported lost, or contested: answers no challenge. */
  record Suspended(
      FactorDetails details,
      Instant confirmedAt,
      Optional<Instant> lastUsedAt,
      Instant suspendedAt,
      RevocationReason reason)
      implements Factor {

    @Override
    public FactorStatus status() {
      return FactorStatus.SUSPENDED;
    }

    /** Found again. */
    public Active reinstate() {
      return new Active(details, confirmedAt, lastUsedAt);
    }

    /** Ended for ever. */
    public Revoked revoke(RevocationReason why, Instant now) {
      return new Revoked(details, Optional.of(confirmedAt), lastUsedAt, now, why);
    }

    @Override
    public <R> R fold(
        Function<? super Pending, ? extends R> pending,
        Function<? super Active, ? extends R> active,
        Function<? super Suspended, ? extends R> suspended,
        Function<? super Revoked, ? extends R> revoked) {
      return suspended.apply(this);
    }
  }

  /** Ended; kept for the record, its secret wiped. */
  record Revoked(
      FactorDetails details,
      Optional<Instant> confirmedAt,
      Optional<Instant> lastUsedAt,
      Instant revokedAt,
      RevocationReason reason)
      implements Factor {

    @Override
    public FactorStatus status() {
      return FactorStatus.REVOKED;
    }

    @Override
    public <R> R fold(
        Function<? super Pending, ? extends R> pending,
        Function<? super Active, ? extends R> active,
        Function<? super Suspended, ? extends R> suspended,
        Function<? super Revoked, ? extends R> revoked) {
      return revoked.apply(this);
    }
  }
}
