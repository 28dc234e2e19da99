package org.sparekey.it.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The time of a server under test. Nobody waits for it: a test lets it pass, by the page {@code
 * /dev/clock}. What a timer would do then is done at once, mails included.
 */
public final class ServerTime {

  private static final Map<URI, ServerTime> KNOWN = new HashMap<>();

  private final Visitor visitor;
  private @Nullable Page page;
  private Duration ahead = Duration.ZERO;

  private ServerTime(URI site) {
    this.visitor = new Visitor(site);
  }

  /**
   * The time there.
   *
   * @param site any address of it
   */
  public static synchronized ServerTime at(URI site) {
    return KNOWN.computeIfAbsent(site.resolve("/"), ServerTime::new);
  }

  /** What its clock shows. */
  public synchronized Instant now() {
    if (page == null) {
      page = read(visitor.open("dev/clock"));
    }
    return Instant.now().plus(ahead);
  }

  /** Lets so much time pass, 1 second at least. */
  public synchronized void pass(Duration by) {
    Page form = page == null ? visitor.open("dev/clock") : page;
    Page after = visitor.submit(form, "#pass", Map.of("by", by.toString()));
    if (!"done=time-passed".equals(after.uri().getQuery())) {
      throw new AssertionError("no time passed: " + after.text("main"));
    }
    page = read(after);
  }

  /** Lets a second pass, so that the mails that wait are delivered. */
  public void deliver() {
    pass(Duration.ofSeconds(1));
  }

  private Page read(Page shown) {
    ahead = Duration.between(Instant.now(), Instant.parse(shown.value("#clock", "data-now")));
    return shown;
  }
}
