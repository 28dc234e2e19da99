package org.sparekey.application.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.shared.ContactPointId;

/**
 * A password as it is kept.
 *
 * @param hash Argon2id in PHC form, peppered
 * @param changedAt when the owner last changed or reset it; counts as a risk for a while
 * @param resetThrough the mailbox whose code was half of the last reset; empty when the owner chose
 *     the password at the start or changed it long after. While the reset is fresh, who holds this
 *     mailbox may know the password (attacks row 1)
 */
public record StoredPassword(
    String hash, Instant changedAt, Optional<ContactPointId> resetThrough) {

  /** How long the mailbox of a reset may give the password, too. */
  public static final Duration RESET_REMEMBERED = Duration.ofDays(7);

  /** The mailbox, as long as it counts: later, an owner would have noticed the reset. */
  public Optional<ContactPointId> resetLatelyThrough(Instant now) {
    return resetThrough.filter(mailbox -> changedAt.isAfter(now.minus(RESET_REMEMBERED)));
  }

  /**
   * Changed by somebody who knew it. The mailbox of a fresh reset is kept: a thief who reset the
   * password knows it, and could launder it by changing it once more.
   *
   * @param newHash of the password that holds from now on
   */
  public StoredPassword changed(String newHash, Instant now) {
    return new StoredPassword(newHash, now, resetLatelyThrough(now));
  }
}
