package org.sparekey.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sparekey.it.server.RunningSparekey;

/**
 * A person in front of a browser: a new context for each test, on a desktop in the light look
 * unless the test asks for another.
 *
 * <p>After each test the guard looks at the browser's console: an error there, such as a script
 * that the content security policy refused, fails the test.
 */
public abstract class BrowserTest {

  private static final double TIMEOUT_MS = 15_000;

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MS);
  }

  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> consoleErrors = new ArrayList<>();
  private final List<Pattern> expectedConsoleErrors = new ArrayList<>();
  private @Nullable Page current;

  /** Leaves a picture of every open page when a test fails. */
  @RegisterExtension
  final AfterTestExecutionCallback pictureOfFailure =
      context -> {
        if (context.getExecutionException().isPresent()) {
          int number = 0;
          for (BrowserContext open : contexts) {
            for (Page page : open.pages()) {
              number++;
              picture(page, "failed-" + name(context) + "-" + number);
            }
          }
        }
      };

  /**
   * What Chromium is asked by its own protocol has no limit of time, unlike what pages are asked.
   */
  @AfterEach
  @Timeout(60)
  final void closeBrowser() {
    try {
      contexts.forEach(BrowserContext::close);
    } catch (PlaywrightException hangs) {
      Chromium.abandon();
      throw hangs;
    }
    assertThat(consoleErrors)
        .as("errors in the browser's console")
        .allMatch(
            error ->
                expectedConsoleErrors.stream().anyMatch(pattern -> pattern.matcher(error).find()));
  }

  /** The server under test. */
  protected abstract RunningSparekey sparekey();

  /** The page that the test looks at. */
  protected final Page page() {
    Page page = current;
    return page == null ? newPerson(Screen.DESKTOP, Look.LIGHT) : page;
  }

  /** Goes on with another browser of the same kind, which shares no cookie with the one before. */
  protected final Page newPerson(Screen screen, Look look) {
    return newPerson(screen, look, Locale.ENGLISH);
  }

  /** As {@link #newPerson(Screen, Look)}, with the language that the browser asks for. */
  protected final Page newPerson(Screen screen, Look look, Locale language) {
    BrowserContext context =
        Chromium.browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(sparekey().baseUrl().toString())
                    .setViewportSize(screen.width, screen.height)
                    .setHasTouch(screen.touch)
                    .setIsMobile(screen.touch)
                    .setColorScheme(look.scheme)
                    .setLocale(language.toLanguageTag()));
    context.setDefaultTimeout(TIMEOUT_MS);
    context.setDefaultNavigationTimeout(2 * TIMEOUT_MS);
    context.onConsoleMessage(
        message -> {
          if ("error".equals(message.type())) {
            consoleErrors.add(message.page().url() + ": " + message.text());
          }
        });
    context.onWebError(error -> consoleErrors.add(error.error()));
    contexts.add(context);
    Page page = context.newPage();
    current = page;
    return page;
  }

  /** Goes on with another page that is open already. */
  protected final void turnTo(Page page) {
    current = page;
  }

  /** Opens a path of the site under test. */
  protected final Page open(String path) {
    page().navigate(path);
    return page();
  }

  /** An error that belongs to the test, such as a status 403 that it provokes. */
  protected final void expectConsoleError(String pattern) {
    expectedConsoleErrors.add(Pattern.compile(pattern));
  }

  /** Axe finds no violation of WCAG 2.2 AA, nor of good practice, on the page as it is now. */
  protected final void assertAccessible() {
    assertThat(Axe.violations(page())).as("axe on " + page().url()).isEmpty();
  }

  /** Nothing sticks out to the side: no page scrolls in two directions (WCAG 1.4.10). */
  protected final void assertFitsTheScreen() {
    Object tooWide =
        page()
            .evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) tooWide).intValue()).as("pixels that stick out").isZero();
  }

  /** A picture for people, as {@code target/screenshots/NAME.png}. */
  protected final void screenshot(String name) {
    picture(page(), name);
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(
                Path.of(System.getProperty("it.target", "target"), "screenshots", name + ".png"))
            .setFullPage(true));
  }

  private static String name(ExtensionContext context) {
    return context.getRequiredTestClass().getSimpleName()
        + "-"
        + context.getDisplayName().replaceAll("[^A-Za-z0-9]+", "-");
  }
}
