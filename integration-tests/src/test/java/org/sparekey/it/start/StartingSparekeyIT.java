package org.sparekey.it.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sparekey.web.user.start.SparekeyServer;
import org.sparekey.web.user.start.StartSparekey;

/** The launcher as a process of its own, as Maven's is. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StartingSparekeyIT {

  private static final Path TARGET =
      Path.of(System.getProperty("it.target", "target")).toAbsolutePath();

  @TempDir Path folder;

  private @Nullable Process launcher;

  @AfterEach
  void leaveNothingBehind() {
    if (launcher != null) {
      launcher.descendants().forEach(ProcessHandle::destroyForcibly);
      launcher.destroyForcibly();
    }
  }

  @Test
  void saysThatThePortIsBusyAndFails() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process process = launch(TARGET.resolve("sparekey.war"), taken.getLocalPort());

      assertThat(everythingSaidBy(process))
          .contains("Port " + taken.getLocalPort() + " of localhost is taken")
          .doesNotContain("Ctrl-C stops it");
      assertThat(process.waitFor()).isEqualTo(1);
    }
  }

  @Test
  void saysThatTheDeploymentFailedAndFails() throws Exception {
    Process process = launch(brokenWar(), SparekeyServer.freePort());
    List<ProcessHandle> server = serverOf(process);

    assertThat(everythingSaidBy(process))
        .contains("the deployment failed")
        .contains("The whole log: ")
        .doesNotContain("Ctrl-C stops it");
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(server).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void welcomesListensOnTheLoopbackOnlyAndLeavesNoProcessAfterCtrlC() throws Exception {
    int port = SparekeyServer.freePort();
    Process process = launch(TARGET.resolve("sparekey.war"), port);

    String welcome = saidUntil("Ctrl-C stops it", process);
    assertThat(welcome)
        .contains("http://localhost:" + port + "/")
        .contains("http://localhost:" + port + "/dev/handset")
        .contains("@");
    assertThat(statusOf("http://localhost:" + port + "/sign-in")).isEqualTo(200);
    List<ProcessHandle> server = serverOf(process);
    List<InetSocketAddress> listening = new ArrayList<>(ListeningSockets.of(process.pid()));
    for (ProcessHandle each : server) {
      listening.addAll(ListeningSockets.of(each.pid()));
    }
    assertThat(listening).extracting(InetSocketAddress::getPort).contains(port);
    assertThat(listening).allMatch(socket -> socket.getAddress().isLoopbackAddress());

    // a terminal sends it to the whole group: the launcher and the server
    run("kill", "-INT", "--", "-" + process.pid());

    process.waitFor();
    assertThat(server).noneMatch(ProcessHandle::isAlive);
  }

  private Process launch(Path war, int port) throws IOException {
    Process process =
        new ProcessBuilder(
                // a group of its own, as a terminal gives it; a build in the background ignores INT
                "env",
                "--default-signal=INT",
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StartSparekey.class.getName(),
                TARGET.resolve("payara-micro.jar").toString(),
                war.toString(),
                folder.resolve("work").toString(),
                folder.resolve("data").toString(),
                Integer.toString(port))
            .redirectErrorStream(true)
            .start();
    launcher = process;
    return process;
  }

  /** Waits until the launcher has started it. */
  private static List<ProcessHandle> serverOf(Process launcher) throws InterruptedException {
    List<ProcessHandle> found = launcher.descendants().toList();
    while (found.isEmpty() && launcher.isAlive()) {
      Thread.sleep(20);
      found = launcher.descendants().toList();
    }
    assertThat(found).isNotEmpty();
    return found;
  }

  private static void run(String... command) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  private static String everythingSaidBy(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  private static String saidUntil(String last, Process process) throws IOException {
    var said = new StringBuilder();
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    String line = reader.readLine();
    while (line != null) {
      said.append(line).append('\n');
      if (line.contains(last)) {
        return said.toString();
      }
      line = reader.readLine();
    }
    throw new AssertionError("It ended before it said \"" + last + "\":\n" + said);
  }

  private static int statusOf(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private Path brokenWar() throws IOException {
    Path war = folder.resolve("broken.war");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
      zip.putNextEntry(new ZipEntry("WEB-INF/web.xml"));
      zip.write("<web-app>this is no XML".getBytes(UTF_8));
    }
    return war;
  }
}
