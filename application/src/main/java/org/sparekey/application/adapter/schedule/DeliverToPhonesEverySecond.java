package org.sparekey.application.adapter.schedule;

import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import org.sparekey.application.delivery.DeliverToPhones;

/**
 * Delivers texts and calls that wait in the outbox, every second, a few at the same time: one that
 * waits for a slow provider keeps no others waiting.
 */
@Singleton
@Startup
@DependsOn("PrepareSite")
@TransactionManagement(TransactionManagementType.BEAN)
public class DeliverToPhonesEverySecond {

  private static final int AT_ONCE = 4;
  private static final int MOST_BATCHES = 100;

  @Inject private DeliverToPhones deliverToPhones;
  @Resource private ManagedExecutorService executor;

  private final Semaphore free = new Semaphore(AT_ONCE);

  /** Puts one more worker to work, unless all are at it. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void deliver() {
    if (free.tryAcquire()) {
      try {
        executor.execute(this::work);
      } catch (RuntimeException e) {
        free.release();
        throw e;
      }
    }
  }

  /** Ends when nothing is due; what is left after many batches waits for the next second. */
  private void work() {
    try {
      Quietly.run(
          "delivery to phones",
          () -> {
            int taken = 1;
            for (int i = 0; taken > 0 && i < MOST_BATCHES; i++) {
              taken = deliverToPhones.run();
            }
          });
    } finally {
      free.release();
    }
  }
}
