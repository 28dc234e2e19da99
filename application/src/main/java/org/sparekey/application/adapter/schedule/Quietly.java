package org.sparekey.application.adapter.schedule;

import java.lang.System.Logger.Level;

/** A container gives a timer up that throws twice in a row; these are tried again next time. */
final class Quietly {

  private static final System.Logger LOG = System.getLogger(Quietly.class.getName());

  private Quietly() {}

  static void run(String job, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException problem) {
      LOG.log(Level.ERROR, job + " failed and is tried again", problem);
    }
  }
}
