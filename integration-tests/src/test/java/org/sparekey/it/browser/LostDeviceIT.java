package org.sparekey.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A lost device is out of use in one act: from a session, and with evidence in a recovery. */
class LostDeviceIT extends PortalTest {

  private static final String PHONE = "Pixel 8";
  private static final String KEY = "Key ring";

  private final Person person = Person.ofCrowd();

  @Test
  void everythingOnItIsOutOfUseUntilItIsFound() {
    String number = "+4915123400101";
    Page desk = keyAndPhone(number);
    Page other = newPerson(Screen.DESKTOP, Look.LIGHT);
    person.givePassword(other);
    person.answerByText(other, handset(), number);

    turnTo(desk);
    openDevice(desk);
    desk.click("#lost-submit");
    assertThat(desk).hasURL(Pattern.compile("done=device-lost"));
    assertThat(suspended(desk)).hasCount(2);
    assertAccessible();
    screenshot("device-1-lost");
    assertThat(handset().mailsWith(person.name(), "was reported lost")).isNotEmpty();
    other.navigate("/home");
    assertThat(other).hasURL(Pattern.compile("/sign-in"));
    person.givePassword(other);
    assertThat(other.locator("main")).containsText(KEY);
    assertThat(other.locator("main")).not().containsText(PHONE);

    // what is lost for good goes for good
    Person.remove(desk, "Authenticator app");
    assertThat(suspended(desk)).hasCount(1);
    openDevice(desk);
    assertAccessible();
    desk.click("#found-submit");
    assertThat(desk).hasURL(Pattern.compile("done=device-found"));
    assertThat(suspended(desk)).hasCount(0);
    person.givePassword(other);
    person.answerByText(other, handset(), number);
  }

  @Test
  void namingOneOfItsFactorsInARecoveryTakesItAlong() {
    Page desk = keyAndPhone("+4915123400102");
    Page phoneless = newPerson(Screen.PHONE, Look.DARK);
    person.startRecovery(phoneless);
    person.proveByPassword(phoneless);
    phoneless.check("[name=lost][value=some]");
    phoneless.locator("label.nested").filter(having("Text message")).locator("input").check();
    phoneless.click("#lost-submit");
    assertThat(phoneless.getByText("What you lost is noted.")).isVisible();
    assertThat(phoneless.locator("[name=factor]:checked")).hasCount(2);
    assertThat(phoneless.locator("label.nested").filter(having(KEY)).locator("input"))
        .not()
        .isChecked();
    person.proveByMail(phoneless, handset());
    assertThat(phoneless).hasURL(Pattern.compile("/recover/enrol"));

    desk.navigate("/factors");
    assertThat(suspended(desk)).hasCount(2);
    openDevice(desk);
    desk.click("#found-submit");
    assertThat(desk.getByRole(AriaRole.ALERT).first()).isVisible();

    Person.bind(phoneless, "Pixel 9", Person.scan(phoneless));
    assertThat(phoneless).hasURL(Pattern.compile("/recover/done"));
    desk.navigate("/factors");
    assertThat(desk).hasURL(Pattern.compile("/sign-in"));
    person.givePassword(desk);
    assertThat(desk.locator("main")).containsText(KEY);
    assertThat(desk.locator("main")).containsText("Pixel 9");
    assertThat(desk.locator("main")).not().containsText(PHONE);
  }

  @Test
  void aRememberedBrowserNeedsThePasswordOnlyAndChangesNothingByThat() {
    String number = "+4915123400103";
    Page desk = keyAndPhone(number);
    Person.signOut(desk);
    person.givePassword(desk);
    Person.choose(desk, "Text message");
    assertThat(desk.locator("#remember")).not().isChecked();
    desk.check("#remember");
    assertAccessible();
    screenshot("remember-1-asked");
    String code = handset().codeSentTo(number, () -> desk.click("#ask"));
    turnTo(desk);
    assertThat(desk.locator("#remember")).isChecked();
    person.answer(desk, code);
    Person.signedIn(desk);
    assertThat(handset().mailsWith(person.name(), "a browser is remembered")).isNotEmpty();

    Person.signOut(desk);
    person.givePassword(desk);
    Person.signedIn(desk);
    String assurance = desk.request().get("/api/v1/session/assurance").text();
    Assertions.assertThat(assurance).contains("\"level\":\"remembered\"").contains("\"aal\":1");
    openDevice(desk);
    desk.click("#lost-submit");
    assertThat(desk).hasURL(Pattern.compile("/sign-in/confirm"));

    desk.navigate("/sessions");
    turnTo(desk);
    assertThat(desk.locator("main")).containsText("Signs in without the second step until");
    assertThat(desk.locator("main .badge").filter(having("Without second step"))).hasCount(1);
    assertAccessible();
    screenshot("remember-2-shown");
    desk.setViewportSize(390, 844);
    screenshot("remember-3-shown-on-a-phone");
    Assertions.assertThat(desk.request().get("/api/v1/browsers").text())
        .contains("rememberedUntil");
    desk.click("button[name=forget-one]");
    assertThat(desk).hasURL(Pattern.compile("/sign-in"));
    person.givePassword(desk);
    assertThat(desk).hasURL(Pattern.compile("/sign-in/challenge"));
  }

  /** Signed in, with a key, and a phone that gets texts and holds an app. */
  private Page keyAndPhone(String number) {
    Page desk = newPerson(Screen.DESKTOP, Look.LIGHT);
    VirtualKey.onAKeyRing(desk);
    person.givePassword(desk);
    Person.addKey(desk, "security-key", KEY);
    Person.addText(desk, handset(), number, PHONE);
    desk.navigate("/factors/enrol");
    Person.bind(desk, PHONE.toLowerCase(Locale.ROOT), Person.scan(desk));
    assertThat(desk).hasURL(Pattern.compile("/factors/enrolled"));
    return desk;
  }

  private static void openDevice(Page page) {
    page.navigate("/factors");
    page.locator("a[href*='/factors/device']").filter(having(PHONE)).click();
  }

  private static Locator suspended(Page page) {
    return page.locator("main .badge").filter(having("Suspended"));
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
