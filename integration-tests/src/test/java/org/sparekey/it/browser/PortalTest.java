package org.sparekey.it.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.adapter.okta.OktaForTests;
import org.sparekey.it.server.RunningSparekey;

/**
 * A walk through the portals, on a server that these walks have for themselves: with a crowd, so
 * that each test meets people whom no other has changed, with a hold that can be waited for, and
 * with an Okta on the loopback.
 */
abstract class PortalTest extends BrowserTest {

  private static final Map<String, String> STAGE =
      Map.of(
          "sparekey.benchmark", "true",
          "sparekey.benchmark.crowd", "80",
          "sparekey.demo.hold", "PT20S",
          "sparekey.limits.requests-by-source", "1000");

  private static final Map<String, List<Cookie>> SIGNED_IN = new HashMap<>();
  private static @Nullable RunningSparekey stage;
  private static @Nullable OktaForTests okta;

  private @Nullable Handset handset;

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

  /** The virtual handset; the page that the test looks at stays the same. */
  protected final Handset handset() {
    Handset open = handset;
    if (open == null) {
      Page here = page();
      open = new Handset(newPerson(Screen.DESKTOP, Look.LIGHT));
      turnTo(here);
      handset = open;
    }
    return open;
  }

  /**
   * Another browser in which somebody of the demo data is signed in. Each person signs in once in
   * the whole run, because the server hears each code once.
   */
  protected final Page signedIn(String name, Screen screen, Look look, Locale language) {
    Page page = newPerson(screen, look, language);
    List<Cookie> cookies = SIGNED_IN.get(name);
    if (cookies == null) {
      Person.demo(name).signIn(page, handset());
      SIGNED_IN.put(name, page.context().cookies());
    } else {
      page.context().addCookies(cookies);
    }
    turnTo(page);
    return page;
  }

  protected final Page signedIn(String name, Screen screen) {
    return signedIn(name, screen, Look.LIGHT, Locale.ENGLISH);
  }
}
