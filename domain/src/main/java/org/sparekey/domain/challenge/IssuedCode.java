package org.sparekey.domain.challenge;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.CodeId;
import org.sparekey.domain.shared.ContactPointId;

/**
 * A code that was sent somewhere and is to be typed back. The code itself is never stored: only a
 * keyed hash over it and over everything it is bound to.
 *
 * @param flow the recovery, session or reset that asked for it, as text
 * @param mac keyed hash of code, purpose, flow, account and contact point, as lower-case hex
 * @param spentAt when it was used; a code is used once
 */
public record IssuedCode(
    CodeId id,
    CodePurpose purpose,
    String flow,
    AccountId account,
    ContactPointId contactPoint,
    String mac,
    Instant issuedAt,
    Instant expiresAt,
    Optional<Instant> spentAt) {

  /** Mailed codes, NIST SP 800-63B-4 §4.2.1.2. */
  public static final Duration LONGEST_BY_MAIL = Duration.ofHours(24);

  /** Codes by text or voice, NIST SP 800-63B-4 §3.1.3.2. */
  public static final Duration LONGEST_BY_PHONE = Duration.ofMinutes(10);

  /** Digits in a code: 26 bits (NIST asks for at least 6 digits, ASVS 6.5.4 for 20 bits). */
  public static final int DIGITS = 8;

  /** Whether it may still be spent at {@code now}. */
  public boolean open(Instant now) {
    return spentAt.isEmpty() && now.isBefore(expiresAt);
  }
}
