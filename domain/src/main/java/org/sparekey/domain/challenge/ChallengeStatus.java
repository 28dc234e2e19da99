package org.sparekey.domain.challenge;

/** Where a challenge stands; {@link #code()} is stored. */
public enum ChallengeStatus {
  /** Asked, not answered. */
  OPEN("open"),
  /** The device said yes; who asked has not taken it up yet. */
  APPROVED("approved"),
  /** The device said no. */
  DENIED("denied"),
  /** Taken up: it opens nothing any more. */
  SPENT("spent"),
  /** Replaced, given up, or ended by a reset. */
  ENDED("ended");

  private final String code;

  ChallengeStatus(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}
