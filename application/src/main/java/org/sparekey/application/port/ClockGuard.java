package org.sparekey.application.port;

import java.time.Duration;

/** Watches the server clock against one that nobody can set (attacks row 33). */
public interface ClockGuard {

  /**
   * How far the clock ran ahead of real time since this was last asked, zero when it did not. Holds
   * are extended by it before anybody looks at them.
   */
  Duration takeJump();
}
