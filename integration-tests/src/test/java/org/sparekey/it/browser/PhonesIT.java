package org.sparekey.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Codes by text and by call, with the virtual handset as the phone. */
class PhonesIT extends PortalTest {

  private static final Pattern CHALLENGE = Pattern.compile("/sign-in/challenge");
  private static final Pattern ENROLLED = Pattern.compile("/factors/enrolled");

  @Test
  void aTextAndACallAreSetUpUsedAndRemoved() {
    Person person = Person.ofCrowd();
    Page page = newPerson(Screen.PHONE, Look.LIGHT);
    handset();
    turnTo(page);
    person.givePassword(page);
    page.navigate("/factors/add");
    assertAccessible();
    page.navigate("/factors/enrol/sms");
    assertThat(page.getByText("What can go wrong with phones")).isVisible();
    assertAccessible();
    assertFitsTheScreen();
    screenshot("phones-1-sms");
    refuse(page, "030 901820", "no phone number");
    refuse(page, "+49 30 901820", "cannot be used in this way");
    bind(page, "+49 1512 3400001", "+4915123400001", "Pixel 8");

    page.navigate("/factors/enrol/voice");
    bind(page, "+49 30 9018201", "+49309018201", "Desk");
    page.navigate("/factors");
    assertThat(page.getByText("Text message")).isVisible();
    assertThat(page.getByText("Phone call")).isVisible();
    assertAccessible();
    screenshot("phones-4-list");
    Person.signOut(page);

    signIn(page, person, "Pixel 8", "+4915123400001");
    Person.remove(page, "Pixel 8");
    Person.signOut(page);
    signIn(page, person, "Desk", "+49309018201");
    page.navigate("/factors");
    page.locator("li").filter(having("Desk")).locator("a[href*='/factors/remove']").click();
    assertThat(page.locator("#submit")).hasCount(0);
    VirtualKey.onAKeyRing(page);
    Person.addKey(page, "security-key", "Key ring");
    Person.remove(page, "Desk");
  }

  @Test
  void aPhoneNumberOfTheAccountIsConfirmedByATextAndCoolsOff() {
    Person person = Person.ofCrowd();
    Page page = newPerson(Screen.DESKTOP, Look.DARK);
    handset();
    turnTo(page);
    person.givePassword(page);
    page.navigate("/factors/enrol/sms");
    bind(page, "+49 1512 3400002", "+4915123400002", "Phone");

    page.navigate("/account");
    assertAccessible();
    page.fill("#number", "+49 1512 3400003");
    String code =
        digits(handset().codeMailedTo("+4915123400003", () -> page.click("#number-submit")));
    turnTo(page);
    assertThat(code).hasSize(8);
    page.fill("#code", code);
    page.click("#submit");
    assertThat(page.getByText("+4915123400003")).isVisible();
    assertThat(page.locator("li").filter(having("+4915123400003"))).containsText("Confirmed");
    assertThat(page.locator("li").filter(having("+4915123400003")))
        .containsText("For recoveries from");
    screenshot("phones-5-account");
    page.locator("li").filter(having("+4915123400003")).locator("button[name=remove]").click();
    assertThat(page.getByText("+4915123400003")).hasCount(0);
  }

  private static void refuse(Page page, String number, String words) {
    page.fill("#number", number);
    page.click("#begin-submit");
    assertThat(page.locator("#number-error")).containsText(words);
  }

  private void bind(Page page, String typed, String number, String device) {
    page.fill("#number", typed);
    String code = digits(handset().codeMailedTo(number, () -> page.click("#begin-submit")));
    turnTo(page);
    assertThat(page.getByText("…" + number.substring(number.length() - 3))).isVisible();
    screenshot("phones-2-code-" + device.charAt(0));
    assertThat(code).hasSize(6);
    page.fill("#code", code.startsWith("0") ? "111111" : "000000");
    page.fill("#device", device);
    page.click("#submit");
    assertThat(page.locator("#code-error")).not().isEmpty();
    assertAccessible();
    page.fill("#code", code);
    page.fill("#device", device);
    page.click("#submit");
    assertThat(page).hasURL(ENROLLED);
  }

  private void signIn(Page page, Person person, String device, String number) {
    person.givePassword(page);
    assertThat(page).hasURL(CHALLENGE);
    if (page.locator("li").filter(having(device)).count() > 0) {
      page.locator("li").filter(having(device)).locator("a").click();
    }
    assertThat(page.locator("#code")).hasCount(0);
    assertAccessible();
    String code = digits(handset().codeMailedTo(number, () -> page.click("#ask")));
    turnTo(page);
    assertThat(page.locator("#code")).isVisible();
    assertAccessible();
    screenshot("phones-3-challenge-" + device.charAt(0));
    person.answer(page, code);
    Person.signedIn(page);
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static String digits(String shown) {
    return shown.replaceAll("\\D", "");
  }
}
