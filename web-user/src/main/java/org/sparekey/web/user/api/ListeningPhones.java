package org.sparekey.web.user.api;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Phones whose page is open and waits for news. A phone that waits holds a connection and no
 * thread; every second a thread of the server looks for it, in the database, which all nodes share.
 */
@ApplicationScoped
public class ListeningPhones {

  private static final System.Logger LOG = System.getLogger(ListeningPhones.class.getName());
  private static final Duration LONGEST = Duration.ofSeconds(25);
  private static final int SECONDS_BETWEEN = 1;

  /** Beyond that, phones are answered at once and ask again. */
  private static final int MOST = 2_000;

  private final AtomicInteger waiting = new AtomicInteger();

  @Resource ManagedScheduledExecutorService timers;

  /**
   * What a look found.
   *
   * @param answer empty for nothing new
   */
  record Turn(Optional<Response> answer) {

    static Turn nothingNew() {
      return new Turn(Optional.empty());
    }

    static Turn tell(Response answer) {
      return new Turn(Optional.of(answer));
    }
  }

  /**
   * Answers when there is something new, or after a while in any case.
   *
   * @param asItIs the answer when nothing changes
   * @param look called outside the request, so it may use nothing of the request
   */
  void hold(AsyncResponse response, Response asItIs, Supplier<Turn> look) {
    if (waiting.incrementAndGet() > MOST) {
      waiting.decrementAndGet();
      response.resume(asItIs);
    } else {
      next(response, asItIs, look, LONGEST.toSeconds());
    }
  }

  private void next(AsyncResponse response, Response asItIs, Supplier<Turn> look, long left) {
    Future<?> unused =
        timers.schedule(
            () -> turn(response, asItIs, look, left - SECONDS_BETWEEN),
            SECONDS_BETWEEN,
            TimeUnit.SECONDS);
  }

  private void turn(AsyncResponse response, Response asItIs, Supplier<Turn> look, long left) {
    Optional<Response> answer = Optional.of(asItIs);
    try {
      if (left > 0) {
        answer = look.get().answer();
      }
    } catch (RuntimeException problem) {
      LOG.log(Level.ERROR, "a phone that waits could not be looked for", problem);
      answer = Optional.of(Response.noContent().build());
    }
    if (answer.isPresent() || response.isDone()) {
      waiting.decrementAndGet();
      answer.ifPresent(response::resume);
    } else {
      next(response, asItIs, look, left);
    }
  }
}
