package org.sparekey.application;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/**
 * Tells an outage, where trying again later helps, from a defect: our own outages by name, and a
 * database that does not answer.
 */
public final class Outage {

  private static final int DEPTH = 32;

  private Outage() {}

  /** Whether something that we need and that does not answer stands behind the failure. */
  public static boolean causes(Throwable failure) {
    int depth = 0;
    for (@Nullable Throwable e = failure; e != null && depth < DEPTH; e = e.getCause()) {
      if (e.getClass().getSimpleName().endsWith("UnavailableException")
          || e instanceof SQLTransientException
          || e instanceof SQLRecoverableException
          || e instanceof SQLNonTransientConnectionException) {
        return true;
      }
      depth++;
    }
    return false;
  }
}
