package org.sparekey.application.adapter.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.sparekey.application.Adapter;
import org.sparekey.application.adapter.config.Configuration;
import org.sparekey.application.port.MovableClock;
import org.sparekey.domain.shared.Moments;

/**
 * The server's clock, for everybody who needs to know the time, in microseconds, which both
 * databases keep as they are. On a developer's machine it can run ahead: then the steady time runs
 * ahead by the same, so that it is time that passed and no jump. How far stands in a file, for data
 * that were written after the move must not lie in the future after a restart.
 */
@Adapter
public class ServerClock implements InstantSource, MovableClock {

  /** In the data directory; an ISO 8601 duration. */
  static final String FILE = "clock-ahead";

  /**
   * Both times at once.
   *
   * @param steadyNanos counts since some moment, and cannot be set
   */
  record Reading(Instant wall, long steadyNanos) {}

  private final InstantSource system;
  private final LongSupplier steadyNanos;
  private final boolean movable;
  private final Path file;
  private volatile Duration ahead;

  @Inject
  public ServerClock(Configuration configuration) {
    this(
        Clock.systemUTC(),
        System::nanoTime,
        configuration.movableClock(),
        configuration.developer(),
        configuration.dataDirectory());
  }

  ServerClock(
      InstantSource system,
      LongSupplier steadyNanos,
      boolean movable,
      boolean developer,
      Path dataDirectory) {
    this.system = system;
    this.steadyNanos = steadyNanos;
    this.movable = movable && developer;
    this.file = dataDirectory.resolve(FILE);
    this.ahead = developer ? kept(file) : Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return Moments.storable(system.instant().plus(ahead));
  }

  /** Both times, between two moves. */
  Reading reading() {
    Duration by = ahead;
    return new Reading(
        Moments.storable(system.instant().plus(by)), steadyNanos.getAsLong() + by.toNanos());
  }

  @Override
  public boolean movable() {
    return movable;
  }

  @Override
  public synchronized void advance(Duration by) {
    if (!movable || by.isNegative()) {
      throw new IllegalStateException("this clock is not to be moved by " + by);
    }
    Duration next = ahead.plus(by);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          next.toString(),
          UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ahead = next;
  }

  private static Duration kept(Path file) {
    try {
      return Duration.parse(Files.readString(file, UTF_8).strip());
    } catch (NoSuchFileException e) {
      return Duration.ZERO;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (DateTimeException e) {
      throw new IllegalStateException(file + " holds no duration; delete it", e);
    }
  }
}
