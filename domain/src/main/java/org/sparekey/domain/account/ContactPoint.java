package org.sparekey.domain.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.FactorId;

/**
 * A mail address or phone number of an account. Never deleted: a removed one still gets notices for
 * a while, so that a thief who changes it first is seen (attacks row 5).
 *
 * @param value the canonical form: a mail address, or an E.164 number with its plus sign
 * @param confirmedAt when a code sent there came back; nothing but that code goes there before
 * @param usableForRecoveryFrom when it may first serve as evidence: a new one cools off (row 4, 5)
 * @param removedAt when the owner removed it
 * @param openedWith a factor on the device without which the owner cannot read this mailbox, as she
 *     said; empty when she said nothing
 */
public record ContactPoint(
    ContactPointId id,
    AccountId account,
    Kind kind,
    String value,
    Instant addedAt,
    Optional<Instant> confirmedAt,
    Optional<Instant> usableForRecoveryFrom,
    Optional<Instant> removedAt,
    Optional<FactorId> openedWith) {

  /** Of which the owner said nothing. */
  public ContactPoint(
      ContactPointId id,
      AccountId account,
      Kind kind,
      String value,
      Instant addedAt,
      Optional<Instant> confirmedAt,
      Optional<Instant> usableForRecoveryFrom,
      Optional<Instant> removedAt) {
    this(
        id,
        account,
        kind,
        value,
        addedAt,
        confirmedAt,
        usableForRecoveryFrom,
        removedAt,
        Optional.empty());
  }

  /** How long a removed address still hears of security events. */
  public static final Duration NOTICES_AFTER_REMOVAL = Duration.ofDays(30);

  /** The kinds; {@link #code()} is stored. */
  public enum Kind {
    EMAIL("email"),
    PHONE("phone");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The stable code. */
    public String code() {
      return code;
    }
  }

  /** Confirmed and not removed. */
  public boolean active() {
    return confirmedAt.isPresent() && removedAt.isEmpty();
  }

  /** Whether a recovery may send a code here at {@code now}. */
  public boolean usableForRecovery(Instant now) {
    return active() && usableForRecoveryFrom.filter(from -> !now.isBefore(from)).isPresent();
  }

  /** Whether notices of security events go here at {@code now}: old addresses included. */
  public boolean hearsNotices(Instant now) {
    return confirmedAt.isPresent()
        && removedAt.map(at -> now.isBefore(at.plus(NOTICES_AFTER_REMOVAL))).orElse(true);
  }

  /** The same contact point, confirmed, cooling off for {@code coolOff} before a recovery. */
  public ContactPoint confirmed(Instant now, Duration coolOff) {
    return new ContactPoint(
        id,
        account,
        kind,
        value,
        addedAt,
        Optional.of(now),
        Optional.of(now.plus(coolOff)),
        removedAt,
        openedWith);
  }

  /** The same contact point, removed. */
  public ContactPoint removed(Instant now) {
    return new ContactPoint(
        id,
        account,
        kind,
        value,
        addedAt,
        confirmedAt,
        usableForRecoveryFrom,
        Optional.of(now),
        openedWith);
  }

  /** The same mailbox, of which its owner says on which device it depends; empty for on none. */
  public ContactPoint opening(Optional<FactorId> with) {
    return new ContactPoint(
        id, account, kind, value, addedAt, confirmedAt, usableForRecoveryFrom, removedAt, with);
  }
}
