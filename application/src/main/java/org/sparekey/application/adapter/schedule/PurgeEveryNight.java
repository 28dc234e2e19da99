package org.sparekey.application.adapter.schedule;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Deletes what is over and proves nothing, every night, in small transactions. */
@Singleton
@Startup
@DependsOn("PrepareSite")
@TransactionManagement(TransactionManagementType.BEAN)
public class PurgeEveryNight {

  @Inject private PurgeBatch batch;

  /** Goes on until there is nothing left to delete. */
  @Schedule(hour = "3", minute = "17", second = "0", persistent = false)
  public void purge() {
    Quietly.run(
        "purging",
        () -> {
          int deleted = 1;
          while (deleted > 0) {
            deleted = batch.purge();
          }
        });
  }
}
