package org.sparekey.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Sparekey's own authenticator: the page on the desk, and the phone beside it. */
class PhoneInTheBrowserIT extends PortalTest {

  @Test
  void aPhoneIsBoundAndAnswersByTheNumber() {
    Person person = Person.ofCrowd();
    Page desk = newPerson(Screen.DESKTOP, Look.LIGHT);
    Page phone = bind(person, desk);

    Page other = newPerson(Screen.DESKTOP, Look.DARK);
    person.givePassword(other);
    other.click("#ask");
    assertThat(other.locator("#number")).hasText(Pattern.compile("\\d{3} \\d{3}"));
    assertAccessible();
    assertFitsTheScreen();
    screenshot("push-2-number");

    turnTo(phone);
    assertThat(phone.locator("#question")).isVisible();
    assertThat(phone.locator("#question-account")).hasText(person.name());
    assertThat(phone.locator("#question-place")).hasText("127.0.0.1");
    assertThat(phone.locator("#question-browser")).containsText("Chrome");
    assertAccessible();
    assertFitsTheScreen();
    screenshot("push-3-question");
    expectConsoleError("status of 4\\d\\d");
    String number = other.innerText("#number");
    phone.fill("#number", number.startsWith("000") ? "111111" : "000000");
    phone.click("#approve");
    assertThat(phone.locator("#problem-text")).containsText("another number");
    phone.fill("#number", number);
    phone.press("#number", "Enter");
    assertThat(phone.locator("#said")).containsText("goes on by itself");
    assertThat(phone.locator("#question")).isHidden();

    assertThat(other).hasURL(Pattern.compile("/home"));
    Person.signedIn(other);

    Person.addText(other, handset(), "+4915123400111", "Old phone");
    Person.remove(other, "Pixel 9");
    assertThat(phone.locator("#accounts")).containsText("No longer bound");
  }

  @Test
  void myMistakeDeclinesAndNotMeStops() {
    expectConsoleError("status of 4\\d\\d");
    Person person = Person.ofCrowd();
    Page phone = bind(person, newPerson(Screen.DESKTOP, Look.LIGHT));
    Page desk = newPerson(Screen.DESKTOP, Look.LIGHT);
    person.givePassword(desk);
    desk.click("#ask");
    phone.click("#mistake");
    assertThat(phone.locator("#said")).containsText("your own mistake");
    assertThat(desk.getByText("The device said no")).isVisible();

    desk.click("#ask");
    assertThat(desk.locator("#number")).isVisible();
    phone.click("#not-me");
    turnTo(phone);
    assertAccessible();
    phone.click("#not-me-sure");
    assertThat(phone.locator("#said")).containsText("Change your password");
    assertThat(desk.getByText("The device said no")).isVisible();
    desk.click("#ask");
    assertThat(desk.getByText("Somebody said “Not me” on your phone")).isVisible();
    assertThat(phone.locator("#accounts")).containsText("Stopped after");
    screenshot("push-4-stopped");
    phone.click("#accounts [data-act=allow]");
    assertThat(phone.locator("#accounts")).containsText("Ready");
    desk.click("#ask");
    assertThat(desk.locator("#number")).isVisible();
    assertThat(phone.locator("#question")).isVisible();
  }

  @Test
  void aPhoneThatIsNotHersIsForgotten() {
    expectConsoleError("status of 4\\d\\d");
    Person person = Person.ofCrowd();
    Page desk = newPerson(Screen.DESKTOP, Look.LIGHT);
    Page phone = claim(person, desk);
    assertThat(phone.locator("#accounts")).containsText("Waits for you");
    desk.click("#refuse-submit");
    assertThat(desk.getByText("The phone is forgotten")).isVisible();
    assertThat(phone.locator("#accounts")).containsText("No longer bound");
  }

  @Test
  void thePageOpensWithoutANetworkAndTheKeyCannotBeRead() {
    expectConsoleError("status of 4\\d\\d");
    expectConsoleError("ERR_INTERNET_DISCONNECTED");
    expectConsoleError("ERR_FAILED");
    Page phone = bind(Person.ofCrowd(), newPerson(Screen.DESKTOP, Look.LIGHT));
    phone.evaluate("navigator.serviceWorker.ready");
    phone.reload();
    assertThat(phone.locator("#accounts")).containsText("Ready");
    Object readable =
        phone.evaluate(
            """
            () => new Promise((resolve) => {
              const request = indexedDB.open("sparekey-authenticator", 1);
              request.onsuccess = () => {
                const all = request.result.transaction("phones").objectStore("phones").getAll();
                all.onsuccess = async () => {
                  const key = all.result[0].privateKey;
                  resolve(key.extractable + " " + await crypto.subtle.exportKey("jwk", key).then(() => "read", () => "refused"));
                };
              };
            })
            """);
    org.assertj.core.api.Assertions.assertThat(readable).isEqualTo("false refused");
    phone.waitForTimeout(1_000);
    phone.context().setOffline(true);
    phone.reload();
    assertThat(phone.locator("#accounts")).containsText("Connecting");
    assertThat(phone.locator("#offline")).isVisible();
    phone.context().setOffline(false);
    assertThat(phone.locator("#accounts")).containsText("Ready");
  }

  @Test
  void theHandsetHoldsAPhone() {
    Person person = Person.ofCrowd();
    Page desk = newPerson(Screen.DESKTOP, Look.LIGHT);
    person.givePassword(desk);
    desk.navigate("/factors/enrol/push");
    desk.click("#begin-submit");
    String code = desk.innerText("#code");
    Page handset = newPerson(Screen.DESKTOP, Look.LIGHT);
    handset.navigate("/dev/handset");
    FrameLocator phone = handset.frameLocator("iframe.handset-phone");
    phone.locator("#code").fill(code);
    phone.locator("#add-submit").click();
    assertThat(phone.locator("#offer-account")).hasText(person.name());
    phone.locator("#offer-submit").click();
    assertThat(desk.locator("#phone-browser")).isVisible();
    desk.fill("#device", "Handset phone");
    desk.click("#submit");
    assertThat(desk).hasURL(Pattern.compile("/factors/enrolled"));
    assertThat(phone.locator("#accounts")).containsText("Ready");
    turnTo(handset);
    assertAccessible();
    screenshot("push-5-handset");
  }

  /** Binds a phone as the first factor; the phone stays open. */
  private Page bind(Person person, Page desk) {
    Page phone = claim(person, desk);
    desk.fill("#device", "Pixel 9");
    desk.click("#submit");
    assertThat(desk).hasURL(Pattern.compile("/factors/enrolled"));
    assertThat(phone.locator("#accounts")).containsText("Ready");
    return phone;
  }

  /** Scans the code, looks whose account it is for, and gives it. */
  private Page claim(Person person, Page desk) {
    person.givePassword(desk);
    desk.navigate("/factors/enrol/push");
    desk.click("#begin-submit");
    turnTo(desk);
    assertAccessible();
    assertFitsTheScreen();
    screenshot("push-0-code");
    String link = desk.locator("#open").getAttribute("href");
    Page phone = newPerson(Screen.PHONE, Look.LIGHT);
    phone.navigate(link);
    assertThat(phone.locator("#offer-account")).hasText(person.name());
    assertThat(phone).hasURL(Pattern.compile("/authenticator$"));
    assertAccessible();
    assertFitsTheScreen();
    phone.click("#offer-submit");
    assertThat(desk.locator("#phone-browser")).containsText("Chrome");
    turnTo(desk);
    assertAccessible();
    screenshot("push-1-claimed");
    return phone;
  }
}
