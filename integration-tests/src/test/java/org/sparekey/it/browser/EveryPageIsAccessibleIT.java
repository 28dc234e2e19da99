package org.sparekey.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sparekey.it.http.PhoneApp;

/**
 * Every page of both portals in each of its states: axe, a screen of 320 CSS pixels, all languages,
 * a quiet console. All that is found is told at the end, not the first only.
 */
class EveryPageIsAccessibleIT extends PortalTest {

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
          "Name",
          "Pixel 8",
          "Pixel 9",
          "Sessions",
          "Status");

  private final List<String> findings = new ArrayList<>();

  @AfterEach
  void nothingWasFound() {
    assertThat(findings).isEmpty();
  }

  @Test
  void pagesBeforeTheDoor() {
    expectConsoleError("status of 4\\d\\d");
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    open("/sign-in");
    inspect("sign-in");
    page.click("#submit");
    inspectOnce("sign-in-empty");
    for (int attempt = 0; attempt < 3; attempt++) {
      Person nobody = new Person("nobody@acme.example", "wrong " + attempt);
      nobody.givePassword(page);
    }
    assertThat(page.getByText("A short wait protects this account")).isVisible();
    inspectOnce("sign-in-throttled");
    open("/password/forgot");
    inspect("password-forgot");
    page.fill("#name", "person-00080@crowd.example");
    page.click("#submit");
    inspect("password-reset");
    page.fill("#mailed", "12345678");
    page.fill("#code", "123456");
    page.fill("#password", "short");
    page.click("#submit");
    inspectOnce("password-reset-wrong");
    open("/veto");
    inspect("veto-without-link");
    open("/no/such/page");
    inspect("error-404");
    page.navigate("/sign-in");
    page.evaluate("document.querySelector('#sign-in [name=sparekey-csrf]').value = 'stale'");
    Person.demo("ada@acme.example").typePassword(page);
    inspectOnce("error-403-form");
    open("/authenticator");
    assertThat(page.locator("#nothing-bound")).isVisible();
    inspect("authenticator");
    open("/dev/handset");
    inspect("handset");
  }

  @Test
  void pagesOfARecovery() {
    Person person = Person.ofCrowd();
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    person.givePassword(page);
    inspect("enrol-first");
    PhoneApp phone = Person.scan(page);
    inspect("enrol-scan");
    page.fill("#code", "12345");
    page.click("#submit");
    inspectOnce("enrol-refused");
    Person.bind(page, "Pixel 8", phone);
    inspect("enrolled");

    page = newPerson(Screen.DESKTOP, Look.LIGHT);
    person.givePassword(page);
    inspect("challenge");
    page.fill("#code", "nonsense");
    page.click("#submit");
    inspectOnce("challenge-refused");
    open("/recover");
    inspect("recover-known");
    page = newPerson(Screen.DESKTOP, Look.LIGHT);
    open("/recover");
    inspect("recover");
    person.startRecovery(page);
    inspect("prove");
    page.fill("#password", "wrong");
    page.click("#password-submit");
    inspectOnce("prove-refused");
    person.proveByPassword(page);
    inspect("prove-half");
    person.proveByMail(page, handset());
    assertThat(page).hasURL(Pattern.compile("/recover/enrol"));
    inspect("recover-enrol");
    PhoneApp fresh = Person.scan(page);
    inspect("recover-scan");
    page.fill("#code", "000");
    page.click("#submit");
    inspectOnce("recover-scan-refused");
    Person.bind(page, "Pixel 9", fresh);
    inspect("recovered");
    person.startRecovery(page);
    page.click("#cancel-submit");
    inspect("recovery-cancelled");
  }

  @Test
  void pagesOfAnOwner() {
    expectConsoleError("status of 4\\d\\d");
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    Person person = Person.ofCrowd();
    person.begin(page, "Pixel 8");
    open("/home");
    inspect("home");
    open("/factors");
    inspect("factors");
    page.locator("main li a").first().click();
    inspect("factor-rename");
    page.fill("#device", "");
    page.click("#submit");
    inspectOnce("factor-rename-refused");
    open("/factors");
    page.locator("main li a").last().click();
    inspect("factor-remove-last");
    open("/factors/codes");
    inspect("codes-none");
    page.click("#make-submit");
    inspectOnce("codes-sheet");
    open("/factors/codes");
    inspect("codes-kept");
    open("/account");
    inspect("account");
    page.fill("#address", "not an address");
    page.locator("#add #submit").evaluate("button => button.form.noValidate = true");
    page.click("#submit");
    inspectOnce("account-refused");
    page.fill("#address", "second-" + person.name());
    page.click("#submit");
    assertThat(page).hasURL(Pattern.compile("/account/confirm"));
    inspect("account-confirm");
    open("/account");
    inspect("account-unconfirmed");
    open("/account/password");
    inspect("account-password");
    open("/sessions");
    inspect("sessions");
    open("/history");
    inspect("history-empty");
    open("/sign-in/confirm");
    inspect("confirm");
    open("/admin/accounts");
    inspect("error-403");
    open("/factors/enrol");
    inspect("enrol-second");
    open("/factors/enrol/push");
    inspect("enrol-push");
    page.click("#begin-submit");
    inspect("enrol-push-code");
    open("/factors/add");
    inspect("add");
    for (String kind : List.of("passkey", "security-key")) {
      open("/factors/enrol/" + kind);
      inspect("enrol-" + kind);
      page.click("#begin-submit");
      assertThat(page.locator("#device")).isVisible();
      inspect("enrol-" + kind + "-begun");
    }
  }

  @Test
  void pagesOfStaff() {
    expectConsoleError("status of 4\\d\\d");
    Page page = signedIn("emmy@acme.example", Screen.DESKTOP);
    open("/admin/accounts");
    inspect("admin-accounts");
    open("/admin/accounts?q=nobody-has-this-name");
    inspect("admin-accounts-none");
    open("/admin/accounts?q=a");
    inspect("admin-accounts-found");
    open("/admin/accounts?q=alan%40acme.example");
    page.locator("tbody a").first().click();
    inspect("admin-account");
    open("/admin/audit");
    inspect("admin-audit");
    open("/admin/audit?actor=nobody");
    inspect("admin-audit-none");
    open("/admin/audit?from=nonsense");
    inspect("admin-audit-refused");
    open("/admin/account?id=nonsense");
    inspect("admin-error-404");
  }

  /** A page that a GET brings: all looks, then all languages. */
  private void inspect(String name) {
    inspectOnce(name);
    languages(name);
  }

  /** A page as it is, because another GET would not bring it. */
  private void inspectOnce(String name) {
    Page page = page();
    look(name, Screen.PHONE, ColorScheme.DARK);
    page.setViewportSize(NARROWEST, Screen.PHONE.height);
    check(name + " at 320 pixels", this::assertFitsTheScreen);
    look(name, Screen.DESKTOP, ColorScheme.LIGHT);
    String text = page.innerText("body");
    if (text.contains("???")) {
      findings.add(name + " misses a text: " + text.substring(text.indexOf("???")));
    }
  }

  private void look(String name, Screen screen, ColorScheme scheme) {
    Page page = page();
    // colours that are still fading from one look to the other have no contrast
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE));
    page.setViewportSize(screen.width, screen.height);
    String where = name + "-" + screen + "-" + scheme;
    check(where, this::assertAccessible);
    check(where, this::assertFitsTheScreen);
    screenshot("page-" + where);
  }

  private void check(String where, Runnable assertion) {
    try {
      assertion.run();
    } catch (AssertionError e) {
      findings.add(where + ": " + e.getMessage());
    }
  }

  private void languages(String name) {
    Page page = page();
    Set<String> english = Set.copyOf(words(page));
    for (String language : OTHER_LANGUAGES) {
      speak(page, language);
      page.reload();
      if (!page.locator("html").getAttribute("lang").equals(language)) {
        findings.add(name + " does not speak " + language);
      }
      List<String> words = words(page);
      words.stream()
          .filter(text -> text.contains("???"))
          .forEach(text -> findings.add(name + " in " + language + " misses " + text));
      words.stream()
          .filter(text -> english.contains(text) && !SAME_ANYWHERE.contains(text))
          .forEach(text -> findings.add(name + " in " + language + " is English: " + text));
      check(name + " at 320 pixels in " + language, () -> fitsAtItsNarrowest(page));
    }
    speak(page, "en");
    page.setViewportSize(Screen.DESKTOP.width, Screen.DESKTOP.height);
    page.reload();
  }

  private void fitsAtItsNarrowest(Page page) {
    page.setViewportSize(NARROWEST, Screen.PHONE.height);
    assertFitsTheScreen();
  }

  private static void speak(Page page, String language) {
    page.context()
        .addCookies(
            List.of(
                new Cookie("sparekey-language", language)
                    .setUrl(page.url().replaceAll("^(https?://[^/]+).*", "$1"))));
  }

  @SuppressWarnings("unchecked")
  private static List<String> words(Page page) {
    // mails are in the language of their reader, not of the page
    return (List<String>)
        page.evaluate(
            """
            () => [...document.querySelectorAll('h1, h2, h3, legend, label, th[scope=col], main button,'
                + ' main .button, .menu a')].filter(each => !each.closest('.mail')).map(each => each.innerText.trim()).filter(each => each)
            """);
  }
}
