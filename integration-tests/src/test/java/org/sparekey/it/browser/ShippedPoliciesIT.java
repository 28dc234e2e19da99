package org.sparekey.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sparekey.it.http.PhoneApp;

/**
 * Each shipped policy from both sides: the owner comes back, a thief and an agent who goes too far
 * do not. Holds pass by the server's clock.
 */
class ShippedPoliciesIT extends PortalTest {

  private static final String WHY = "Met at the desk, and read the code to me.";

  @Test
  void quickLeadsBackAtOnce() {
    Person owner = Person.ofCrowd();
    Page home = newPerson(Screen.DESKTOP, Look.LIGHT);
    PhoneApp old = owner.begin(home, "Pixel 8");

    Page lost = newPerson(Screen.PHONE, Look.LIGHT);
    owner.recover(lost, handset());
    assertThat(lost).hasURL(Pattern.compile("/recover/enrol"));
    PhoneApp fresh = finish(lost);

    Page signedIn = onlyTheNewPhoneSignsIn(owner, old, fresh);
    probation(owner, fresh, signedIn, Duration.ofDays(1));
  }

  @Test
  void standardLetsTheOwnerWaitAndAThiefFail() {
    Person owner = Person.under("standard");
    Page home = newPerson(Screen.DESKTOP, Look.LIGHT);
    final PhoneApp old = owner.begin(home, "Pixel 8");

    Page thief = newPerson(Screen.DESKTOP, Look.LIGHT);
    String link = handset().linkMailedTo(owner.name(), () -> owner.recover(thief, handset()));
    assertThat(thief).hasURL(Pattern.compile("/recover/status"));
    Page veto = newPerson(Screen.PHONE, Look.LIGHT);
    veto.navigate(link);
    veto.click("#submit");
    time().pass(Duration.ofDays(8));
    thief.navigate("/recover/enrol");
    assertThat(thief).hasURL(Pattern.compile("/recover/status"));
    assertThat(thief.locator("h1")).hasText("Stopped");

    Page lost = newPerson(Screen.PHONE, Look.LIGHT);
    owner.recover(lost, handset());
    Page later = afterTheHold(lost);
    assertThat(handset().mailsWith(owner.name(), "can be replaced now")).isNotEmpty();
    PhoneApp fresh = finish(later);

    Page signedIn = onlyTheNewPhoneSignsIn(owner, old, fresh);
    probation(owner, fresh, signedIn, Duration.ofDays(3));
  }

  @Test
  void standardLetsAnotherDeviceEndTheWait() {
    Person owner = Person.under("standard");
    Page home = newPerson(Screen.DESKTOP, Look.LIGHT);
    final PhoneApp old = owner.begin(home, "Pixel 8");
    home.navigate("/factors/enrol");
    PhoneApp tablet = Person.scan(home);
    Person.bind(home, "Tablet", tablet);
    assertThat(home).hasURL(Pattern.compile("/factors/enrolled"));

    Page lost = newPerson(Screen.PHONE, Look.LIGHT);
    owner.recover(lost, handset());
    assertThat(Person.holdUntil(lost)).isAfter(time().now().plus(Duration.ofHours(23)));
    lost.locator("li", new Page.LocatorOptions().setHasText("Tablet")).locator("a").click();
    assertThat(lost).hasURL(Pattern.compile("/recover/factor"));
    lost.fill("#code", "000000");
    lost.click("#submit");
    assertThat(lost.getByRole(AriaRole.ALERT)).isVisible();
    lost.navigate("/recover/status");
    assertThat(lost.locator(".countdown-left")).isVisible();
    lost.locator("li", new Page.LocatorOptions().setHasText("Tablet")).locator("a").click();
    lost.fill("#code", tablet.freshCode());
    lost.click("#submit");
    assertThat(lost).hasURL(Pattern.compile("/recover/enrol"));
    onlyTheNewPhoneSignsIn(owner, old, finish(lost));
  }

  @Test
  void strictTakesTwoPeopleAndThenThreeDays() {
    Person owner = Person.under("strict");
    Page home = newPerson(Screen.DESKTOP, Look.LIGHT);
    final PhoneApp old = owner.begin(home, "Pixel 8");

    Page lost = newPerson(Screen.PHONE, Look.LIGHT);
    owner.recover(lost, handset());
    twoPeopleAgree("strict", lost);
    Duration wait = Duration.between(time().now(), Person.holdUntil(lost));
    assertThat(wait).isGreaterThan(Duration.ofDays(2));
    PhoneApp fresh = finish(afterTheHold(lost));

    Page signedIn = onlyTheNewPhoneSignsIn(owner, old, fresh);
    probation(owner, fresh, signedIn, Duration.ofDays(7));
  }

  @Test
  void staffTakesTwoColleaguesAndNeverOneself() {
    Person owner = Person.agentUnder("standard");
    Page home = newPerson(Screen.DESKTOP, Look.LIGHT);
    final PhoneApp old = owner.begin(home, "Pixel 8");

    Page lost = newPerson(Screen.PHONE, Look.LIGHT);
    owner.recover(lost, handset());
    assertThat(lost.locator("h1")).hasText("Waiting for approval");
    String recovery = twoPeopleAgree("standard", lost);
    home.navigate(recovery);
    assertThat(home.locator("#approve-submit")).hasCount(0);
    PhoneApp fresh = finish(afterTheHold(lost));

    onlyTheNewPhoneSignsIn(owner, old, fresh);
  }

  /** Two different agents of this organisation; the first is refused a second time. */
  private String twoPeopleAgree(String policy, Page waiting) {
    String code = waiting.innerText(".mail-code");
    assertThat(waiting.locator("#approval-agreed")).hasText("0 / 2");
    Page first = newPerson(Screen.DESKTOP, Look.LIGHT);
    String recovery = approve(first, Person.agentUnder(policy), code);
    first.navigate(recovery);
    assertThat(first.getByText(WHY)).isVisible();
    assertThat(first.locator("#approve-submit")).hasCount(0);
    waiting.reload();
    assertThat(waiting.locator("#approval-agreed")).hasText("1 / 2");
    approve(newPerson(Screen.DESKTOP, Look.LIGHT), Person.agentUnder(policy), code);
    waiting.reload();
    assertThat(waiting.locator(".countdown-left")).isVisible();
    return recovery;
  }

  /** Where the recovery stands. */
  private static String approve(Page page, Person agent, String code) {
    PhoneApp phone = agent.begin(page, "Desk phone");
    page.navigate("/admin/recoveries");
    page.locator("th a[href*='/admin/recovery?id=']").first().click();
    String recovery = page.url();
    agree(page, code);
    if (page.url().contains("/sign-in/confirm")) {
      page.fill("#password", agent.password());
      page.fill("#code", phone.freshCode());
      page.click("#submit");
      agree(page, code);
    }
    assertThat(page).hasURL(Pattern.compile("done=recovery-approved"));
    return recovery;
  }

  private static void agree(Page page, String code) {
    page.fill("#code", code);
    page.fill("#reason", WHY);
    page.click("#approve-submit");
    page.waitForLoadState();
  }

  /** The browser is closed, the hold passes, and the same browser is opened again. */
  private Page afterTheHold(Page page) {
    List<Cookie> kept = page.context().cookies();
    Duration wait = Duration.between(time().now(), Person.holdUntil(page));
    page.context().close();
    time().pass(wait.minusHours(1));
    Page later = newPerson(Screen.PHONE, Look.LIGHT);
    later.context().addCookies(kept);
    later.navigate("/recover/enrol");
    assertThat(later).hasURL(Pattern.compile("/recover/status"));
    time().pass(Duration.ofMinutes(61));
    later.navigate("/recover/status");
    assertThat(later).hasURL(Pattern.compile("/recover/enrol"));
    return later;
  }

  private static PhoneApp finish(Page page) {
    PhoneApp phone = Person.scan(page);
    Person.bind(page, "Pixel 9", phone);
    assertThat(page).hasURL(Pattern.compile("/recover/done"));
    return phone;
  }

  /** Returns where the owner is signed in. */
  private Page onlyTheNewPhoneSignsIn(Person owner, PhoneApp old, PhoneApp fresh) {
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    owner.givePassword(page);
    assertThat(page.locator("main")).not().containsText("Pixel 8");
    owner.answer(page, old.code());
    assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
    owner.answer(page, fresh.freshCode());
    Person.signedIn(page);
    return page;
  }

  /** No second reset and no new address, until it is over. */
  private void probation(Person owner, PhoneApp phone, Page signedIn, Duration length) {
    addAddress(signedIn, owner);
    assertThat(signedIn.getByText("For some time after a recovery").first()).isVisible();
    Page again = newPerson(Screen.PHONE, Look.LIGHT);
    owner.startRecovery(again);
    owner.proveByPassword(again);
    assertThat(again.getByText("This account was recovered a short while ago")).isVisible();

    time().pass(length);
    Page later = newPerson(Screen.DESKTOP, Look.LIGHT);
    owner.givePassword(later);
    owner.answer(later, phone.freshCode());
    Person.signedIn(later);
    addAddress(later, owner);
    assertThat(later).hasURL(Pattern.compile("/account/confirm"));
  }

  private static void addAddress(Page page, Person owner) {
    page.navigate("/account");
    page.fill("#address", "second-" + owner.name());
    page.click("#submit");
  }
}
