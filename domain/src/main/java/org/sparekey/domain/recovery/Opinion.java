package org.sparekey.domain.recovery;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.RecoveryId;

/**
 * What one of the staff said to a recovery that the policy puts before people.
 *
 * @param by never the owner
 * @param agreed false for a denial, which ends the recovery
 * @param reason why, in the person's own words: for staff, never for the audit log
 */
public record Opinion(
    RecoveryId recovery, AccountId by, Instant at, boolean agreed, String reason) {

  /** Shorter than this says nothing. */
  public static final int SHORTEST_REASON = 10;

  /** Longer than this is a file. */
  public static final int LONGEST_REASON = 500;

  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}+");

  /** The typed reason, in one line; empty when it is too short or too long. */
  public static Optional<String> reason(String typed) {
    String line = CONTROL.matcher(typed).replaceAll(" ").strip();
    return line.length() < SHORTEST_REASON || line.length() > LONGEST_REASON
        ? Optional.empty()
        : Optional.of(line);
  }
}
