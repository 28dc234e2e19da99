package org.sparekey.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.sparekey.it.http.PhoneApp;

/** An owner rehearses how she gets back in without her phone, and is reminded of it. */
class DrillIT extends InspectingTest {

  private static final Duration A_PERIOD = Duration.ofDays(181);

  @Test
  void everythingIsShownAndNothingIsUsedUp() {
    Person owner = Person.under("strict");
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    final PhoneApp phone = owner.begin(page, "Pixel 8");
    String saved = saveCodes(page);
    open("/account/readiness");
    assertThat(page.locator("#last-drill")).containsText("You have not tried any of this yet");
    begin(page, "your password, a code mailed to you and a saved recovery code");
    inspect("rehearsal");

    page.fill("#password", "not my password");
    page.click("#password-submit");
    assertThat(page.getByText("This is not your password").first()).isVisible();
    inspectOnce("rehearsal-refused");
    page.fill("#password", owner.password());
    page.click("#password-submit");
    assertThat(page.locator("#password")).hasCount(0);
    String code = handset().codeMailedTo(owner.name(), () -> page.click("#send-submit"));
    assertThat(handset().mailsWith(owner.name(), "this is only a rehearsal")).isNotEmpty();
    page.fill("#code", code);
    page.click("#code-submit");
    assertThat(page.locator("#code")).hasCount(0);
    page.fill("#saved", saved);
    page.click("#saved-submit");
    assertThat(page.getByText("It was not used up and is still good")).isVisible();
    inspectOnce("rehearsal-complete");
    page.click("#finish");

    assertThat(page.locator(".notice.success"))
        .containsText("You would get back in without Pixel 8");
    assertThat(page.locator(".notice.success")).containsText("Then you wait 1 day");
    inspect("rehearsal-result");
    open("/home");
    assertThat(page.locator("#last-drill")).containsText("You would get back in without Pixel 8");
    assertThat(handset().mailsWith(owner.name(), "recovery code 1 of sheet 1")).isNotEmpty();
    open("/factors/codes");
    assertThat(page.locator("main")).containsText("10");

    Page lost = newPerson(Screen.PHONE, Look.DARK);
    owner.startRecovery(lost);
    lost.fill("#saved", saved);
    lost.click("#saved-submit");
    assertThat(lost.locator("#saved")).hasCount(0);
    assertThat(lost.locator("#password")).isVisible();
    assertThat(phone).isNotNull();
  }

  @Test
  void whoCannotGoOnLearnsItInTime() {
    Person owner = Person.under("strict");
    Page page = newPerson(Screen.PHONE, Look.DARK);
    owner.begin(page, "Pixel 8");
    saveCodes(page);
    open("/account/readiness");
    begin(page, "your password, a code mailed to you and a saved recovery code");
    page.click("#give-up");

    assertThat(page.locator(".notice.warn")).containsText("You could not go on without Pixel 8");
    inspectOnce("rehearsal-given-up");
    open("/account/readiness");
    assertThat(page.locator("#last-drill")).containsText("You could not go on without Pixel 8");
  }

  @Test
  void aReminderComesOnceInAPeriodUntilItIsTurnedOff() {
    Person owner = Person.under("standard");
    PhoneApp phone = owner.begin(newPerson(Screen.DESKTOP, Look.LIGHT), "Pixel 8");
    time().pass(A_PERIOD);
    assertThat(reminders(owner)).isEqualTo(1);
    Element mail = handset().mailsWith(owner.name(), "this is a reminder").get(0);
    assertThat(mail.select("a[href$='/account/readiness']")).isNotEmpty();
    time().pass(Duration.ofDays(30));
    assertThat(reminders(owner)).isEqualTo(1);

    Page page = newPerson(Screen.PHONE, Look.LIGHT);
    owner.givePassword(page);
    owner.answer(page, phone.freshCode());
    open("/account/readiness");
    page.click("#reminders-off");
    assertThat(page.getByText("No more reminders will be sent.")).isVisible();
    inspectOnce("readiness-without-reminders");
    assertThat(page.locator("#reminders-on")).isVisible();
  }

  private int reminders(Person owner) {
    return handset().mailsWith(owner.name(), "this is a reminder").size();
  }

  /** On the page /account/readiness: the loss of the phone, by this way. */
  private void begin(Page page, String way) {
    page.locator("a[href*='/account/rehearsal/begin?loss=device']").first().click();
    inspectOnce("rehearsal-begin");
    page.locator("label.choice").filter(new Locator.FilterOptions().setHasText(way)).click();
    page.click("#submit");
    assertThat(page).hasURL(Pattern.compile("/account/rehearsal$"));
  }

  /** Makes recovery codes; the first of them. */
  private static String saveCodes(Page page) {
    page.navigate("/factors/codes");
    page.click("#make-submit");
    return page.locator("#codes code").first().innerText();
  }
}
