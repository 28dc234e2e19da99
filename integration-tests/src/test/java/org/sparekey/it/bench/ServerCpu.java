package org.sparekey.it.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** The processor time that the server's process spends on what clients do. */
final class ServerCpu {

  private final long pid;

  ServerCpu(long pid) {
    this.pid = pid;
  }

  /**
   * What a number of acts cost.
   *
   * @param acts how many
   * @param cpu the server's processor time for all, its background work included
   * @param wall elapsed time for all
   * @param kinds the processor time by kind of thread, threads that ended left out
   */
  record Cost(int acts, Duration cpu, Duration wall, Map<ThreadKind, Duration> kinds) {

    double cpuMillisEach() {
      return cpu.toNanos() / 1e6 / acts;
    }

    double cpuMillisEach(ThreadKind kind) {
      return kinds.getOrDefault(kind, Duration.ZERO).toNanos() / 1e6 / acts;
    }

    double actsPerSecond() {
      return acts / (wall.toNanos() / 1e9);
    }
  }

  /** Runs the acts, so many at a time, and waits for all; one that fails ends the benchmark. */
  Cost of(List<Callable<Void>> acts, int concurrency) throws InterruptedException {
    ExecutorService clients = Executors.newFixedThreadPool(concurrency);
    try {
      Duration before = spent();
      Map<ThreadKind, Duration> kindsBefore = ThreadKind.spentBy(pid);
      long start = System.nanoTime();
      for (Future<Void> act : clients.invokeAll(acts)) {
        act.get();
      }
      Duration wall = Duration.ofNanos(System.nanoTime() - start);
      Map<ThreadKind, Duration> kinds = ThreadKind.spentBy(pid);
      kinds.replaceAll((kind, sum) -> sum.minus(kindsBefore.getOrDefault(kind, Duration.ZERO)));
      return new Cost(acts.size(), spent().minus(before), wall, kinds);
    } catch (ExecutionException e) {
      throw new IllegalStateException("an act failed, so there is nothing to report", e);
    } finally {
      clients.shutdownNow();
    }
  }

  private Duration spent() {
    return Stream.of(pid)
        .flatMap(id -> ProcessHandle.of(id).stream())
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no processor time of process " + pid));
  }
}
