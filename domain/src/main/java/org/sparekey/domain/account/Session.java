package org.sparekey.domain.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.BrowserId;
import org.sparekey.domain.shared.SessionId;

/**
 * A sign-in on one browser. The browser holds a 256-bit token; the row holds its hash, and another
 * one after every change of level (NIST SP 800-63B-4 §5.1, ASVS 7.2.4).
 *
 * @param tokenHash SHA-256 of the token, lower-case hex
 * @param confirmedAt when password and factor were last given together; empty below full
 * @param sourceAddress shown to the owner
 * @param userAgent shown to the owner
 */
public record Session(
    SessionId id,
    AccountId account,
    Level level,
    String tokenHash,
    Instant startedAt,
    Instant lastSeenAt,
    Optional<Instant> confirmedAt,
    Optional<BrowserId> browser,
    String sourceAddress,
    String userAgent,
    Optional<Instant> endedAt) {

  /** How far the sign-in got; {@link #code()} is stored. */
  public enum Level {
    /** The password was right; a factor is to answer. */
    PASSWORD("password"),
    /** The password was right and there is no factor: may enrol one, nothing else. */
    ENROLMENT("enrolment"),
    /**
     * The password, in a browser that is remembered in the place of a factor: may look, and must
     * give a factor for whatever matters (AAL1).
     */
    REMEMBERED("remembered"),
    /** Password and factor. */
    FULL("full");

    private final String code;

    Level(String code) {
      this.code = code;
    }

    /** The stable code. */
    public String code() {
      return code;
    }

    /** Whether the sign-in is over. */
    public boolean signedIn() {
      return this == FULL || this == REMEMBERED;
    }
  }

  /** How long a sign-in may stand between password and factor. */
  public static final Duration TIME_TO_ANSWER = Duration.ofMinutes(15);

  /** Not ended, not idle too long, not too old. */
  public boolean alive(Instant now, SessionLimits limits) {
    Duration most = level.signedIn() ? limits.absolute() : TIME_TO_ANSWER;
    return endedAt.isEmpty()
        && now.isBefore(startedAt.plus(most))
        && now.isBefore(lastSeenAt.plus(limits.idle()));
  }

  /** Whether password and factor were given less than {@code age} ago (ASVS 7.5.1). */
  public boolean confirmedWithin(Duration age, Instant now) {
    return confirmedAt.filter(at -> now.isBefore(at.plus(age))).isPresent();
  }

  /** Full, with a new token; both clocks start again. */
  public Session full(String newTokenHash, Optional<BrowserId> from, Instant now) {
    return new Session(
        id,
        account,
        Level.FULL,
        newTokenHash,
        now,
        now,
        Optional.of(now),
        from,
        sourceAddress,
        userAgent,
        endedAt);
  }

  /**
   * Password and factor were given, perhaps once more: full, with a new token, and the absolute
   * limit goes on.
   */
  public Session confirmed(String newTokenHash, Instant now) {
    return new Session(
        id,
        account,
        Level.FULL,
        newTokenHash,
        startedAt,
        now,
        Optional.of(now),
        browser,
        sourceAddress,
        userAgent,
        endedAt);
  }

  /** Used at {@code now}. */
  public Session seen(Instant now) {
    return new Session(
        id,
        account,
        level,
        tokenHash,
        startedAt,
        now,
        confirmedAt,
        browser,
        sourceAddress,
        userAgent,
        endedAt);
  }

  /** Ended at {@code now}. */
  public Session ended(Instant now) {
    return new Session(
        id,
        account,
        level,
        tokenHash,
        startedAt,
        lastSeenAt,
        confirmedAt,
        browser,
        sourceAddress,
        userAgent,
        Optional.of(now));
  }
}
