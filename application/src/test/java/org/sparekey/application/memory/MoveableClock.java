package org.sparekey.application.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. */
public final class MoveableClock implements InstantSource {

  private volatile Instant now;

  /** Begins on a Monday in November 2026. */
  public MoveableClock() {
    this(Instant.parse("2026-11-23T09:00:00.123456Z"));
  }

  public MoveableClock(Instant start) {
    now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Goes on by this much; negative goes back. */
  public synchronized void advance(Duration by) {
    now = now.plus(by);
  }

  /** Jumps to this instant. */
  public synchronized void set(Instant to) {
    now = to;
  }
}
