package org.sparekey.it.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.adapter.okta.OktaForTests;
import org.sparekey.it.http.ServerTime;
import org.sparekey.it.server.RunningSparekey;

/**
 * A walk through the portals, on a server that these walks have for themselves: with a crowd, so
 * that each test meets people whom no other has changed, with a hold that passes by the clock, and
 * with an Okta on the loopback.
 */
abstract class PortalTest extends BrowserTest {

  private static final Map<String, String> STAGE =
      Map.of(
          "sparekey.test", "true",
          "sparekey.benchmark", "true",
          "sparekey.benchmark.crowd", "80",
          "sparekey.demo.hold", "PT2H",
          "sparekey.limits.requests-by-source", "1000");

  /** Less than staff may be idle. */
  private static final Duration GOOD_FOR = Duration.ofMinutes(8);

  private static final Map<String, SignedIn> SIGNED_IN = new HashMap<>();
  private static @Nullable RunningSparekey stage;
  private static @Nullable OktaForTests okta;

  private record SignedIn(List<Cookie> cookies, Instant at) {}

  @Override
  protected RunningSparekey sparekey() {
    RunningSparekey running = stage;
    if (running == null) {
      Map<String, String> configuration = new HashMap<>(STAGE);
      configuration.put("sparekey.okta.url", okta().address().toString());
      configuration.put("sparekey.okta.token-file", oktaToken().toString());
      running = RunningSparekey.start(configuration);
      stage = running;
    }
    return running;
  }

  /** The Okta that the server knows. */
  protected static OktaForTests okta() {
    OktaForTests running = okta;
    if (running == null) {
      try {
        running = new OktaForTests();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      okta = running;
      Runtime.getRuntime().addShutdownHook(new Thread(running::close, "close Okta"));
    }
    return running;
  }

  private static Path oktaToken() {
    try {
      Path file = Files.createTempFile("sparekey-okta-", ".token");
      file.toFile().deleteOnExit();
      return Files.writeString(file, OktaForTests.TOKEN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The virtual handset. */
  protected final Handset handset() {
    return new Handset(sparekey().baseUrl());
  }

  /** The server's clock. */
  protected final ServerTime time() {
    return ServerTime.at(sparekey().baseUrl());
  }

  /** Another browser in which somebody of the demo data is signed in, once for several tests. */
  protected final Page signedIn(String name, Screen screen, Look look, Locale language) {
    Page page = newPerson(screen, look, language);
    SignedIn known = SIGNED_IN.get(name);
    if (known == null || time().now().isAfter(known.at().plus(GOOD_FOR))) {
      Person.demo(name).signIn(page, handset());
      SIGNED_IN.put(name, new SignedIn(page.context().cookies(), time().now()));
    } else {
      page.context().addCookies(known.cookies());
      SIGNED_IN.put(name, new SignedIn(known.cookies(), time().now()));
    }
    turnTo(page);
    return page;
  }

  protected final Page signedIn(String name, Screen screen) {
    return signedIn(name, screen, Look.LIGHT, Locale.ENGLISH);
  }
}
