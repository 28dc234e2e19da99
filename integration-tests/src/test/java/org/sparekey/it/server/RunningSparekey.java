package org.sparekey.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.sparekey.web.user.start.ServerSettings;
import org.sparekey.web.user.start.SparekeyServer;
import org.sparekey.web.user.start.StartFailure;

/**
 * The shipped war in a real Payara Micro on a random port of the loopback, with a new data
 * directory.
 *
 * <p>A start takes 10 to 20 s, so the browser suites share one, and the HTTP and attack suites
 * another. Whatever was started ends with the test JVM at the latest.
 */
public final class RunningSparekey implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final ServerSettings settings;
  private SparekeyServer server;

  private RunningSparekey(ServerSettings settings) {
    this.settings = settings;
    this.server = startServer(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop Sparekey"));
  }

  /**
   * Starts one of your own; close it.
   *
   * @param configuration keys of Sparekey's configuration that differ from the developer profile
   */
  public static RunningSparekey start(Map<String, String> configuration) {
    return start(configuration, jvmOptions());
  }

  /**
   * Starts one of your own with other options of its JVM, for a benchmark; close it.
   *
   * @param configuration keys of Sparekey's configuration that differ from the developer profile
   */
  public static RunningSparekey start(Map<String, String> configuration, List<String> jvmOptions) {
    Path target = Path.of(System.getProperty("it.target", "target")).toAbsolutePath();
    Path work =
        target.resolve("server-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet());
    int port = SparekeyServer.freePort();
    Map<String, String> all = new HashMap<>();
    all.put("sparekey.profile", "developer");
    all.put("sparekey.base.url", "http://localhost:" + port);
    all.put("sparekey.clock.movable", "true");
    all.putAll(configuration);
    return new RunningSparekey(
        new ServerSettings(
            target.resolve("payara-micro.jar"),
            target.resolve("sparekey.war"),
            work,
            newDataDirectory(),
            port,
            jvmOptions,
            all));
  }

  private static List<String> jvmOptions() {
    return Stream.concat(
            Stream.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"),
            Stream.of(System.getProperty("it.server.options", "").split(" ", -1))
                .filter(option -> !option.isBlank()))
        .toList();
  }

  private static Path newDataDirectory() {
    try {
      return Files.createTempDirectory("sparekey-data-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SparekeyServer startServer(ServerSettings settings) {
    try {
      SparekeyServer server = SparekeyServer.start(settings);
      try {
        server.awaitFirstPage(LIMIT);
        return server;
      } catch (StartFailure | InterruptedException e) {
        server.kill();
        throw e;
      }
    } catch (StartFailure e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Where the first page is; ends in a slash. */
  public URI baseUrl() {
    return server.baseUrl();
  }

  /** The address of a path of this site, such as {@code "/sign-in"}. */
  public URI url(String path) {
    return baseUrl().resolve(path);
  }

  /** The embedded database and the keys. */
  public Path dataDirectory() {
    return settings.dataDirectory();
  }

  /** The id of the server's process, a new one after each start. */
  public long pid() {
    return server.pid();
  }

  /** Everything that the server has said since its last start. */
  public String log() {
    try {
      return Files.readString(server.log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops in good order and starts again, with the same data and the same port. */
  public void restart() {
    server.close();
    server = startServer(settings);
  }

  /**
   * The same without what is configured by keys that begin so; {@link #restart()} brings it back.
   */
  public void restartWithout(String keys) {
    Map<String, String> left = new HashMap<>(settings.configuration());
    left.keySet().removeIf(key -> key.startsWith(keys));
    server.close();
    server =
        startServer(
            new ServerSettings(
                settings.payaraMicro(),
                settings.war(),
                settings.workDirectory(),
                settings.dataDirectory(),
                settings.port(),
                settings.jvmOptions(),
                left));
  }

  /** kill -9, as a power cut would; {@link #startAgain()} comes next. */
  public void kill() {
    server.kill();
  }

  /** Starts after {@link #kill()}, with the same data and the same port. */
  public void startAgain() {
    server = startServer(settings);
  }

  /** Stops the server and removes its data. */
  @Override
  public void close() {
    server.close();
    try (Stream<Path> data = Files.walk(settings.dataDirectory())) {
      for (Path path : data.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (NoSuchFileException e) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
