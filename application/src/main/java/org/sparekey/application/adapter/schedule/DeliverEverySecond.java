package org.sparekey.application.adapter.schedule;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.sparekey.application.delivery.DeliverMessages;

/** Delivers what waits in the outbox, batch after batch, every second. */
@Singleton
@Startup
@DependsOn("PrepareSite")
@TransactionManagement(TransactionManagementType.BEAN)
public class DeliverEverySecond {

  private static final int MOST_BATCHES = 100;

  @Inject private DeliverMessages deliverMessages;

  /** Ends when nothing is due; what is left after many batches waits for the next second. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void deliver() {
    Quietly.run(
        "delivery",
        () -> {
          int taken = 1;
          for (int i = 0; taken > 0 && i < MOST_BATCHES; i++) {
            taken = deliverMessages.run();
          }
        });
  }
}
