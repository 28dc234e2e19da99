package org.sparekey.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One headless Chromium for the whole test JVM; each test opens its own context in it.
 *
 * <p>It is the distribution's browser. Where there is none and the user may install packages, it is
 * installed; where not, a message says what to do.
 */
final class Chromium {

  /** Points to another Chromium or Chrome. */
  private static final String PROPERTY = "it.chromium";

  private static final List<String> USUAL_PLACES =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/usr/bin/google-chrome-stable");

  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-dev-shm-usage");

  private static @Nullable Browser browser;

  private Chromium() {}

  static synchronized Browser browser() {
    Browser running = browser;
    if (running == null) {
      Path executable = found().orElseGet(Chromium::installed);
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      running =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(executable)
                      .setHeadless(true)
                      .setArgs(QUIET));
      browser = running;
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close Chromium"));
    }
    return running;
  }

  /** The one that runs answers no more: the next test gets a new one. */
  static synchronized void abandon() {
    browser = null;
  }

  private static Optional<Path> found() {
    return Stream.concat(
            Stream.ofNullable(System.getProperty(PROPERTY)).filter(path -> !path.isBlank()),
            USUAL_PLACES.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path installed() {
    String wanted =
        "The browser tests need Chromium. As root: apt-get install chromium; or point to one with"
            + " -Dit.chromium=/path/to/chromium.";
    if (!"root".equals(System.getProperty("user.name"))
        || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
      throw new IllegalStateException(wanted);
    }
    run("apt-get", "-q", "update");
    run("apt-get", "-q", "-y", "--no-install-recommends", "install", "chromium");
    return found()
        .orElseThrow(() -> new IllegalStateException("apt-get brought no Chromium. " + wanted));
  }

  private static void run(String... command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
      Path log = Files.createTempFile("sparekey-chromium-", ".log");
      int code = builder.redirectOutput(log.toFile()).start().waitFor();
      if (code != 0) {
        throw new IllegalStateException(
            String.join(" ", command) + " failed with " + code + ":\n" + Files.readString(log));
      }
      Files.delete(log);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
