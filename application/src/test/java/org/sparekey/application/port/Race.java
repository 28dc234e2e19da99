package org.sparekey.application.port;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets many do the same at the same time. */
final class Race {

  private Race() {}

  /** What each of so many threads got, all of which start together. */
  static <T> List<T> of(int threads, Supplier<T> act) {
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService runners = Executors.newFixedThreadPool(threads);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(
            runners.submit(
                () -> {
                  start.await(10, TimeUnit.SECONDS);
                  return act.get();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      runners.shutdownNow();
    }
  }
}
