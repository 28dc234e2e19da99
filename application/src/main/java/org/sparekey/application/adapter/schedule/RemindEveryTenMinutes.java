package org.sparekey.application.adapter.schedule;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.sparekey.application.readiness.RemindOwners;

/** Reminds some owners of their way back, every ten minutes. */
@Singleton
@Startup
@DependsOn("PrepareSite")
@TransactionManagement(TransactionManagementType.BEAN)
public class RemindEveryTenMinutes {

  @Inject private RemindOwners remindOwners;

  /** Looks at some accounts. */
  @Schedule(hour = "*", minute = "*/10", second = "41", persistent = false)
  public void remind() {
    Quietly.run("reminding owners", remindOwners::run);
  }
}
