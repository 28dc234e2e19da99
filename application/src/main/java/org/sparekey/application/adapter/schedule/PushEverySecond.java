package org.sparekey.application.adapter.schedule;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.sparekey.application.delivery.DeliverPushes;

/** Sends the questions that wait for phones; slow mail servers do not hold it up. */
@Singleton
@Startup
@DependsOn("PrepareSite")
@TransactionManagement(TransactionManagementType.BEAN)
public class PushEverySecond {

  private static final int MOST_BATCHES = 20;

  @Inject private DeliverPushes deliverPushes;

  /** Ends when nothing is due; what is left after many batches waits for the next second. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void deliver() {
    Quietly.run(
        "pushing",
        () -> {
          int taken = 1;
          for (int i = 0; taken > 0 && i < MOST_BATCHES; i++) {
            taken = deliverPushes.run();
          }
        });
  }
}
