package org.sparekey.application.port;

import java.time.Duration;

/** What a developer may do with the server's clock; in production nobody may. */
public interface MovableClock {

  /** Whether the configuration allows it. */
  boolean movable();

  /**
   * Lets time pass: wall and steady time run ahead by so much more, also after a restart. Must be
   * allowed.
   *
   * @param by not negative
   */
  void advance(Duration by);
}
