package org.sparekey.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparekey.it.http.PhoneApp;

/** What people do that nobody meant them to do. */
class OddBehaviourIT extends PortalTest {

  private static @Nullable List<Cookie> onceSignedIn;

  @Test
  void aDoubleClickASecondTabAndTheBackButtonCompleteARecoveryOnce() {
    Person person = Person.ofCrowd();
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    person.begin(page, "Pixel 8");
    page.navigate("/home");
    Person.signOut(page);
    page.goBack();
    assertThat(page).hasURL(Pattern.compile("/sign-in"));

    person.startRecovery(page);
    person.proveByPassword(page);
    Page secondTab = page.context().newPage();
    secondTab.navigate("/recover");
    assertThat(secondTab).hasURL(Pattern.compile("/recover/prove"));
    person.proveByMail(secondTab, handset());
    assertThat(secondTab).hasURL(Pattern.compile("/recover/enrol"));
    // the first tab still shows the form for the code, which is not wanted any more
    page.click("#send-submit");
    assertThat(page).hasURL(Pattern.compile("/recover/enrol"));
    PhoneApp phone = Person.scan(page);
    secondTab.reload();
    page.fill("#device", "Pixel 9");
    page.fill("#code", Person.freshCode(phone));
    page.dblclick("#submit");
    assertThat(page).hasURL(Pattern.compile("/recover/done"));
    secondTab.fill("#device", "Pixel 10");
    secondTab.fill("#code", "123456");
    secondTab.click("#submit");
    assertThat(secondTab).hasURL(Pattern.compile("/recover/done"));
    page.goBack();
    assertThat(page).hasURL(Pattern.compile("/recover/done"));
    assertThat(handset().mailsWith(person.name(), "was replaced")).hasSize(1);
  }

  @Test
  void whatWasTypedSurvivesASessionThatEndsInTheMiddle() {
    Person person = Person.ofCrowd();
    Page page = newPerson(Screen.PHONE, Look.LIGHT);
    person.givePassword(page);
    PhoneApp phone = Person.scan(page);
    page.fill("#device", "Zoë’s 7\" tablet & more");
    page.fill("#code", Person.freshCode(phone));
    loseTheSession(page.context());
    page.click("#submit");
    assertThat(page).hasURL(Pattern.compile("/sign-in\\?"));
    person.typePassword(page);
    page.click("#begin-submit");
    assertThat(page.locator("#device")).hasValue("Zoë’s 7\" tablet & more");
    assertThat(page.locator("#code")).hasValue("");
    PhoneApp again = new PhoneApp(URI.create(page.url()), page.innerText("#key"));
    page.fill("#code", Person.freshCode(again));
    page.click("#submit");
    assertThat(page).hasURL(Pattern.compile("/factors/enrolled"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "'; drop table account; --",
        "#{7*7}${7*7}",
        "\u202Egnihton\u202C \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
        "=HYPERLINK(\"http://evil.example\")"
      })
  void nonsenseIsTextAndNothingElse(String typed) {
    Person person = Person.ofCrowd();
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    person.givePassword(page);
    PhoneApp phone = Person.scan(page);
    Person.bind(page, typed, phone);
    if (page.url().endsWith("/factors/enrolled")) {
      page.navigate("/factors");
      assertThat(page.locator("main section h2")).hasText(typed);
    } else {
      assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
      assertThat(page.locator("#device")).hasValue(typed);
    }
  }

  @Test
  void absurdlyLongInputIsRefusedInWords() {
    expectConsoleError("status of 4\\d\\d");
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    for (String path : List.of("/sign-in", "/recover", "/password/forgot")) {
      for (int length : new int[] {5_000, 200_000, 3_000_000}) {
        page.context().clearCookies();
        page.navigate(path);
        Response answer = sendLong(page, length);
        assertThat(answer.status()).as(length + " characters to " + path).isLessThan(500);
        assertThat(page.locator("h1")).isVisible();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/factors/rename?factor=nonsense",
        "/factors/remove?factor=00000000-0000-0000-0000-000000000000",
        "/account/confirm?contact=%00%FF",
        "/recover/enrol",
        "/recover/status?x=%F0%28%8C%28",
        "/veto?token=nonsense",
        "/home?done=../../etc/passwd",
        "/sign-in?return=//evil.example/",
        "/no/such/page.xhtml",
        "/WEB-INF/web.xml",
        "/admin/account?id='"
      })
  void aForgedAddressLeadsToAPageOfTheHouse(String address) {
    expectConsoleError("status of 4\\d\\d");
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    if (onceSignedIn == null) {
      Person.ofCrowd().begin(page, "Pixel 8");
      onceSignedIn = page.context().cookies();
    }
    page.context().addCookies(onceSignedIn);
    Response answer = page.navigate(address);
    assertThat(answer.status()).isLessThan(500);
    assertThat(page.locator("h1")).isVisible();
    assertThat(page.locator(".brand")).isVisible();
    assertThat(page.url()).startsWith(sparekey().baseUrl().toString());
    assertThat(page.locator("body")).not().containsText("Exception");
  }

  private static Response sendLong(Page page, int length) {
    page.locator("#name")
        .evaluate("(at, n) => { at.maxLength = n; at.value = 'x'.repeat(n); }", length);
    page.evaluate("() => { const p = document.getElementById('password'); if (p) p.value = 'y'; }");
    return page.waitForResponse(
        answer -> answer.request().isNavigationRequest(), () -> page.click("#submit"));
  }

  /** As if it had ended on the server: the browser has nothing that the server knows. */
  private static void loseTheSession(BrowserContext context) {
    List<Cookie> rest =
        context.cookies().stream().filter(each -> !each.name.endsWith("-session")).toList();
    context.clearCookies();
    context.addCookies(rest);
  }
}
