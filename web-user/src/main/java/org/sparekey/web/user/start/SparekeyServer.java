package org.sparekey.web.user.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A Payara Micro process with the war of Sparekey in it.
 *
 * <p>A failed deployment does not end such a process: it calls itself ready and answers 404 for
 * ever. So nothing here believes the log alone; the first page has to answer.
 */
public final class SparekeyServer implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration GRACE_AFTER_READY = Duration.ofSeconds(5);
  private static final Duration GRACE_TO_STOP = Duration.ofSeconds(20);
  private static final int LOG_LINES_SHOWN = 12;

  private final ServerSettings settings;
  private final Process process;

  private SparekeyServer(ServerSettings settings, Process process) {
    this.settings = settings;
    this.process = process;
  }

  /**
   * Starts the process and returns at once.
   *
   * @throws StartFailure when the port is taken or the process cannot be started
   */
  public static SparekeyServer start(ServerSettings settings) throws StartFailure {
    refuseBusyPort(settings.port());
    try {
      empty(settings.workDirectory());
      Path temporary = Files.createDirectories(settings.workDirectory().resolve("tmp"));
      Files.createDirectories(settings.dataDirectory());
      Path preboot = settings.workDirectory().resolve("preboot.asadmin");
      try (InputStream commands =
          Objects.requireNonNull(
              SparekeyServer.class.getResourceAsStream("preboot.asadmin"), "preboot.asadmin")) {
        Files.copy(commands, preboot);
      }
      Process process =
          new ProcessBuilder(command(settings, temporary, preboot))
              .directory(settings.workDirectory().toFile())
              .redirectErrorStream(true)
              .redirectOutput(log(settings).toFile())
              .start();
      return new SparekeyServer(settings, process);
    } catch (IOException e) {
      throw new StartFailure("Payara Micro could not be started: " + e.getMessage(), e);
    }
  }

  /** A free port of the loopback, for whoever does not mind which. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuseBusyPort(int port) throws StartFailure {
    try {
      for (InetAddress address : InetAddress.getAllByName("localhost")) {
        try (ServerSocket socket = new ServerSocket()) {
          socket.bind(new InetSocketAddress(address, port), 1);
        }
      }
    } catch (IOException e) {
      throw new StartFailure(
          "Port " + port + " of localhost is taken by another process (" + e.getMessage() + ").",
          e);
    }
  }

  private static List<String> command(ServerSettings settings, Path temporary, Path preboot) {
    String clusterPort = Integer.toString(freePort());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(settings.jvmOptions());
    command.add("-Djava.io.tmpdir=" + temporary);
    // with --nocluster Hazelcast would listen on every address: a cluster of one on the loopback
    // is the only way to keep it in
    command.add("-Dhazelcast.socket.bind.any=false");
    command.add("-Dsparekey.data.directory=" + settings.dataDirectory());
    settings.configuration().forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(
        List.of(
            "-jar",
            settings.payaraMicro().toString(),
            "--disablephonehome",
            "--prebootcommandfile",
            preboot.toString(),
            "--clustermode",
            "tcpip:" + LOOPBACK + ":" + clusterPort,
            "--interfaces",
            LOOPBACK,
            "--startport",
            clusterPort,
            "--port",
            Integer.toString(settings.port()),
            "--deploy",
            settings.war().toString(),
            "--contextroot",
            "/"));
    return command;
  }

  /** Where the first page is; ends in a slash. */
  public URI baseUrl() {
    return URI.create("http://localhost:" + settings.port() + "/");
  }

  /** Everything that the server says. */
  public Path log() {
    return log(settings);
  }

  private static Path log(ServerSettings settings) {
    return settings.workDirectory().resolve("server.log");
  }

  /** The process id. */
  public long pid() {
    return process.pid();
  }

  /**
   * Waits until the first page answers with status 200.
   *
   * @throws StartFailure when the process ends, when the deployment fails, or when the time is up
   */
  public void awaitFirstPage(Duration limit) throws StartFailure, InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    HttpRequest firstPage =
        HttpRequest.newBuilder(baseUrl()).timeout(Duration.ofSeconds(30)).GET().build();
    long end = System.nanoTime() + limit.toNanos();
    long giveUp = end;
    String lastAnswer = "nothing";
    while (System.nanoTime() < giveUp) {
      if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StartFailure(
            "Payara Micro ended with exit code " + process.exitValue() + "." + logExcerpt());
      }
      if (giveUp == end && saysReady()) {
        giveUp = Math.min(end, System.nanoTime() + GRACE_AFTER_READY.toNanos());
      }
      try {
        int status = client.send(firstPage, BodyHandlers.discarding()).statusCode();
        if (status == 200) {
          return;
        }
        lastAnswer = "status " + status;
      } catch (IOException e) {
        lastAnswer = e.getClass().getSimpleName();
      }
    }
    throw new StartFailure(
        giveUp == end
            ? "The first page did not come within "
                + limit.toSeconds()
                + " s; last answer: "
                + lastAnswer
                + "."
                + logExcerpt()
            : "Payara Micro is up, but Sparekey is not: the deployment failed, and the first page"
                + " answers with "
                + lastAnswer
                + "."
                + logExcerpt());
  }

  private boolean saysReady() {
    try {
      return Files.readString(log(), UTF_8).contains("ready in ");
    } catch (IOException e) {
      return false;
    }
  }

  /** The lines of the log that tell most, for a message to a person. */
  private String logExcerpt() {
    try {
      List<String> lines = Files.readAllLines(log(), UTF_8);
      List<String> telling =
          lines.stream()
              .filter(
                  line ->
                      line.contains("SEVERE")
                          || line.contains("Exception")
                          || line.startsWith("Caused by"))
              .limit(LOG_LINES_SHOWN)
              .toList();
      List<String> shown =
          telling.isEmpty()
              ? lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size())
              : telling;
      return shown.stream()
          .map(line -> line.length() > 400 ? line.substring(0, 400) + " …" : line)
          .collect(Collectors.joining("\n  ", "\n  ", "\nThe whole log: " + log()));
    } catch (IOException e) {
      return " Its log cannot be read: " + e.getMessage();
    }
  }

  /** Waits until the process ends by itself and returns its exit code. */
  public int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /** Ends the process at once, as a power cut would; returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    awaitGone();
  }

  /** Asks the process to stop and waits until it is gone; insists after 20 seconds. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (process.waitFor(GRACE_TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
  }

  private void awaitGone() {
    process.onExit().join();
  }

  private static void empty(Path directory) throws IOException {
    if (Files.exists(directory)) {
      List<Path> content;
      try (var walk = Files.walk(directory)) {
        content = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : content) {
        Files.delete(path);
      }
    }
    Files.createDirectories(directory);
  }
}
