package org.sparekey.application.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ends the locks of the twins when a unit of work ends. There is no rollback. */
public final class MemoryTransactions {

  @SuppressWarnings("ThreadLocalUsage") // each test has its own house, and its own locks
  private final ThreadLocal<@Nullable Deque<Runnable>> atEnd = new ThreadLocal<>();

  /** Does the work; locks taken in it end with it, or with the work that it is a part of. */
  public <T> T inTransaction(Supplier<T> work) {
    if (atEnd.get() != null) {
      return work.get();
    }
    Deque<Runnable> ends = new ArrayDeque<>();
    atEnd.set(ends);
    try {
      return work.get();
    } finally {
      atEnd.remove();
      ends.forEach(Runnable::run);
    }
  }

  /** Does {@code end} when the work is over; true when there is a unit of work. */
  boolean whenItEnds(Runnable begin, Runnable end) {
    Deque<Runnable> ends = atEnd.get();
    if (ends == null) {
      return false;
    }
    begin.run();
    ends.push(end);
    return true;
  }
}
