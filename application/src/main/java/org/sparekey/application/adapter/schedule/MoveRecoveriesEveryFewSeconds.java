package org.sparekey.application.adapter.schedule;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.sparekey.application.recovery.MoveRecoveriesOn;

/** Ends holds and recoveries whose time is over, every 5 seconds. */
@Singleton
@Startup
@DependsOn("PrepareSite")
@TransactionManagement(TransactionManagementType.BEAN)
public class MoveRecoveriesEveryFewSeconds {

  @Inject private MoveRecoveriesOn moveRecoveriesOn;

  /** Moves those on that can move by themselves. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  public void move() {
    Quietly.run("moving recoveries on", moveRecoveriesOn::run);
  }
}
