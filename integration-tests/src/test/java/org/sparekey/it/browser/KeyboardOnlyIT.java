package org.sparekey.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sparekey.it.http.PhoneApp;

/** Somebody who has no mouse, or cannot use one. */
class KeyboardOnlyIT extends PortalTest {

  /** More stops than any page of the recovery has. */
  private static final int MOST_STOPS = 40;

  @Test
  void theWholeRecoveryGoesByTabEnterAndTyping() {
    Person person = Person.ofCrowd();
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    PhoneApp old = person.begin(page, "Pixel 8");
    Page lost = newPerson(Screen.DESKTOP, Look.LIGHT);

    open("/sign-in");
    tabTo(lost, "a[href$='/recover']");
    lost.keyboard().press("Enter");
    assertThat(lost).hasURL(Pattern.compile("/recover$"));
    assertThat(lost.locator("#name")).isFocused();
    lost.keyboard().type(person.name());
    lost.keyboard().press("Enter");
    assertThat(lost).hasURL(Pattern.compile("/recover/prove"));

    tabTo(lost, "#password");
    lost.keyboard().type("not my password");
    lost.keyboard().press("Enter");
    focusIsOnTheErrors(lost);
    // the summary leads to the field by its link
    tabTo(lost, "[role=alert] a");
    lost.keyboard().press("Enter");
    assertThat(lost.locator("#password")).isFocused();
    lost.keyboard().type(person.password());
    lost.keyboard().press("Enter");
    assertThat(lost.locator("#password")).hasCount(0);

    tabTo(lost, "#send-submit");
    String code = handset().codeMailedTo(person.name(), () -> lost.keyboard().press("Enter"));
    tabTo(lost, "#code");
    lost.keyboard().type(code);
    lost.keyboard().press("Enter");
    assertThat(lost).hasURL(Pattern.compile("/recover/enrol"));

    tabTo(lost, "#begin-submit");
    lost.keyboard().press("Enter");
    PhoneApp phone = new PhoneApp(URI.create(lost.url()), lost.innerText("#key"));
    tabTo(lost, "#device");
    lost.keyboard().type("Pixel 9");
    tabTo(lost, "#code");
    lost.keyboard().type("12345");
    lost.keyboard().press("Enter");
    focusIsOnTheErrors(lost);
    assertThat(lost.locator("#device")).hasValue("Pixel 9");
    tabTo(lost, "#code");
    lost.keyboard().type(Person.freshCode(phone));
    lost.keyboard().press("Enter");
    assertThat(lost).hasURL(Pattern.compile("/recover/done"));
    tabTo(lost, "main a.button");
    lost.keyboard().press("Enter");
    assertThat(lost).hasURL(Pattern.compile("/sign-in"));
    assertThat(old).isNotNull();
  }

  @Test
  void theSkipLinkIsTheFirstStopAndLeadsPastTheMenu() {
    Page page = newPerson(Screen.DESKTOP, Look.DARK);
    Person.ofCrowd().begin(page, "Pixel 8");
    page.navigate("/home");
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    assertThat(page.locator(".skip")).isInViewport();
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    assertThat(page.locator("main :focus")).hasCount(1);
  }

  /** Errors are read first: focus goes to the summary, which names them. */
  private static void focusIsOnTheErrors(Page page) {
    assertThat(page.locator("[role=alert]")).isFocused();
    assertThat(page.title()).startsWith("Please check");
  }

  /** Tab by tab; every stop on the way shows that it has the focus (WCAG 2.4.7, 2.4.11). */
  private static void tabTo(Page page, String wanted) {
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      if (page.locator(wanted + ":focus").count() == 1) {
        return;
      }
      page.keyboard().press("Tab");
      Object seen =
          page.evaluate(
              """
              () => {
                const at = document.activeElement, style = getComputedStyle(at);
                const box = at.getBoundingClientRect();
                const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                const inSight = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
                return at === document.body || (ring && inSight) ? '' : at.outerHTML;
              }
              """);
      assertThat(seen).as("focus that nobody sees, on " + page.url()).isEqualTo("");
    }
    throw new AssertionError("no way by Tab to " + wanted + " on " + page.url());
  }
}
