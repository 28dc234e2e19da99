package org.sparekey.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/**
 * Looks at pages in passing: axe, a screen of 320 CSS pixels, all languages. All that is found is
 * told at the end of the test, not the first only.
 */
abstract class InspectingTest extends PortalTest {

  private static final int NARROWEST = 320;
  private static final List<String> OTHER_LANGUAGES = List.of("de", "es", "fr");

  /** What is the same in another language, names of devices and people included. */
  private static final Set<String> SAME_ANYWHERE =
      Set.of(
          "Alan Turing",
          "Authenticator",
          "Code",
          "Handset",
          "Mails",
          "Staff, with a short hold",
          "Standard",
          "Standard, with a short hold",
          "Name",
          "Pixel 8",
          "Pixel 9",
          "Sessions",
          "Status");

  /** German has the words that a narrow screen finds hardest to break. */
  private static final String LONGEST_WORDS = "de";

  private final List<String> findings = new ArrayList<>();
  private final Map<BrowserContext, Page> narrowTabs = new HashMap<>();

  @AfterEach
  final void nothingWasFound() {
    assertThat(findings).isEmpty();
  }

  /** A page that a GET brings: both looks, then all languages. */
  protected final void inspect(String name) {
    inspectOnce(name);
    languages(name);
  }

  /** A page as it is, because another GET would not bring it. */
  protected final void inspectOnce(String name) {
    Page page = page();
    check(name, () -> assertThat(Axe.violations(page)).isEmpty());
    // colours that are still fading from one look to the other have no contrast
    page.emulateMedia(look(ColorScheme.DARK));
    page.setViewportSize(NARROWEST, Screen.PHONE.height);
    check(name + " in the dark", () -> assertThat(Axe.violationsOfLook(page)).isEmpty());
    check(name + " at 320 pixels", this::assertFitsTheScreen);
    page.emulateMedia(look(ColorScheme.LIGHT));
    page.setViewportSize(Screen.DESKTOP.width, Screen.DESKTOP.height);
    check(name, this::assertFitsTheScreen);
    String text = page.innerText("body");
    if (text.contains("???")) {
      findings.add(name + " misses a text: " + text.substring(text.indexOf("???")));
    }
  }

  private static Page.EmulateMediaOptions look(ColorScheme scheme) {
    return new Page.EmulateMediaOptions()
        .setColorScheme(scheme)
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  private void check(String where, Runnable assertion) {
    try {
      assertion.run();
    } catch (AssertionError e) {
      findings.add(where + ": " + e.getMessage());
      screenshot("found-" + where.replace(' ', '-'));
    }
  }

  /**
   * The same page in the other languages: nothing is left in English, and the longest words fit.
   */
  private void languages(String name) {
    Page page = page();
    Words english = Words.shown(page);
    for (String language : OTHER_LANGUAGES) {
      speak(page, language);
      Words words = Words.fetched(page);
      if (!words.language().equals(language)) {
        findings.add(name + " does not speak " + language);
      }
      words.all().stream()
          .filter(text -> text.contains("???"))
          .forEach(text -> findings.add(name + " in " + language + " misses " + text));
      words.leftIn(english).stream()
          .filter(text -> !SAME_ANYWHERE.contains(text))
          .forEach(text -> findings.add(name + " in " + language + " is English: " + text));
    }
    speak(page, LONGEST_WORDS);
    Page narrow = narrowTab(page);
    narrow.navigate(page.url());
    turnTo(narrow);
    check(name + " at 320 pixels in " + LONGEST_WORDS, this::assertFitsTheScreen);
    narrow.navigate("about:blank"); // a page that waits for something would go on by itself
    turnTo(page);
    speak(page, "en");
  }

  private Page narrowTab(Page page) {
    return narrowTabs.computeIfAbsent(
        page.context(),
        context -> {
          Page tab = context.newPage();
          tab.setViewportSize(NARROWEST, Screen.PHONE.height);
          return tab;
        });
  }

  private static void speak(Page page, String language) {
    page.context()
        .addCookies(
            List.of(
                new Cookie("sparekey-language", language)
                    .setUrl(page.url().replaceAll("^(https?://[^/]+).*", "$1"))));
  }
}
