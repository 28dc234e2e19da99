package org.sparekey.web.user.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What {@code mvn -q -Prun} runs: Sparekey in the foreground, with the developer profile.
 *
 * <p>It runs in Maven's own process, so that its shutdown hook sees each way in which a person ends
 * Maven, and no server is left behind.
 */
public final class StartSparekey {

  private static final Duration LIMIT = Duration.ofMinutes(3);

  private StartSparekey() {}

  /**
   * Starts, tells, and stays until the server ends.
   *
   * @param arguments the Payara Micro jar, the war, the work directory, the data directory, the
   *     port
   */
  public static void main(String... arguments) throws InterruptedException {
    AtomicBoolean stopping = new AtomicBoolean();
    PrintStream console = new PrintStream(System.out, true, UTF_8);
    try {
      ServerSettings settings = settings(arguments);
      console.println("Sparekey is starting …");
      SparekeyServer server = SparekeyServer.start(settings);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    stopping.set(true);
                    server.close();
                  },
                  "stop Sparekey"));
      server.awaitFirstPage(LIMIT);
      console.print(welcome(server, settings));
      console.flush();
      int code = server.awaitEnd();
      throw new StartFailure("The server ended with exit code " + code + "; log: " + server.log());
    } catch (StartFailure e) {
      if (stopping.get()) {
        return;
      }
      console.println();
      console.println("Sparekey does not run. " + e.getMessage());
      System.exit(1);
    }
  }

  private static ServerSettings settings(String... arguments) throws StartFailure {
    if (arguments.length != 5) {
      throw new StartFailure("Five arguments are needed: jar, war, work, data, port.");
    }
    Path war = Path.of(arguments[1]).toAbsolutePath();
    if (!Files.isRegularFile(war)) {
      throw new StartFailure("There is no war at " + war + ".");
    }
    int port = port(arguments[4]);
    return new ServerSettings(
        Path.of(arguments[0]).toAbsolutePath(),
        war,
        Path.of(arguments[2]).toAbsolutePath(),
        Path.of(arguments[3]).toAbsolutePath(),
        port,
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"),
        Map.of(
            "sparekey.profile",
            "developer",
            "sparekey.clock.movable",
            "true",
            "sparekey.base.url",
            "http://localhost:" + port + "/"));
  }

  private static int port(String text) throws StartFailure {
    try {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new StartFailure("sparekey.port is no number: " + text, e);
    }
    throw new StartFailure("sparekey.port must be 1 to 65535: " + text);
  }

  private static String welcome(SparekeyServer server, ServerSettings settings) {
    return """

        Sparekey   %1$s
        Handset    %1$sdev/handset   (mails, text messages and calls arrive here)

        %2$s
        Data       %3$s
        Log        %4$s
        Ctrl-C stops it.

        """
        .formatted(server.baseUrl(), signIns(), settings.dataDirectory(), server.log());
  }

  private static String signIns() {
    try (InputStream list =
        StartSparekey.class.getResourceAsStream("/org/sparekey/application/demo/sign-ins.txt")) {
      return list == null ? "" : new String(list.readAllBytes(), UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
