package org.sparekey.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sparekey.it.http.PhoneApp;
import org.sparekey.it.http.SigningPhone;

/**
 * Every page of both portals in each of its states that needs no hold; {@link HoldAndVetoIT} looks
 * at the others.
 */
class EveryPageIsAccessibleIT extends InspectingTest {

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
    open("/contact");
    inspect("contact-without-link");
    open("/vouch");
    inspect("vouch-without-link");
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
    open("/recover/help");
    inspect("recover-help");
    open("/recover/prove");
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
    assertThat(page).hasURL(Pattern.compile("/recover/status"));
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
    page.click("a[href*='/account/mailbox']");
    inspect("mailbox");
    page.check("[name=device] >> nth=1");
    page.click("#submit");
    assertThat(page).hasURL(Pattern.compile("/account/readiness"));
    inspect("readiness");
    page.locator("a[href*='/account/rehearsal/begin']").first().click();
    inspect("rehearsal-begin");
    page.click("#submit");
    assertThat(page).hasURL(Pattern.compile("/account/rehearsal$"));
    inspect("rehearsal-begun");
    open("/account/password");
    inspect("account-password");
    open("/account/contacts");
    inspect("contacts-none");
    page.fill("#person", "Grace");
    page.fill("#address", person.name());
    page.click("#submit");
    inspectOnce("contacts-refused");
    open("/sessions");
    inspect("sessions");
    open("/history");
    inspect("history-empty");
    open("/help");
    inspect("help");
    open("/sign-in/confirm");
    inspect("confirm");
    open("/admin/accounts");
    inspect("error-403");
    open("/factors/enrol");
    inspect("enrol-second");
    PhoneApp second = Person.scan(page);
    Person.bind(page, "Pixel 9", second);
    assertThat(page).hasURL(Pattern.compile("/factors/enrolled"));
    open("/factors");
    page.locator("main li a").last().click();
    inspect("factor-remove");
    open("/factors/enrol/push");
    inspect("enrol-push");
    page.click("#begin-submit");
    inspect("enrol-push-code");
    SigningPhone phone = new SigningPhone(sparekey().baseUrl());
    phone.claim(page.innerText("#code"));
    assertThat(page.locator("#phone-browser")).isVisible();
    inspect("enrol-push-claimed");
    page.fill("#device", "Pixel 9");
    page.click("#submit");
    assertThat(page).hasURL(Pattern.compile("/factors/enrolled"));
    open("/factors/add");
    inspect("add");
    for (String kind : List.of("passkey", "security-key")) {
      open("/factors/enrol/" + kind);
      inspect("enrol-" + kind);
      page.click("#begin-submit");
      assertThat(page.locator("#device")).isVisible();
      inspect("enrol-" + kind + "-begun");
    }
    for (String kind : List.of("sms", "voice")) {
      open("/factors/enrol/" + kind);
      inspect("enrol-" + kind);
      page.fill("#number", "+49 1512 3400088");
      page.click("#begin-submit");
      assertThat(page.locator("#code")).isVisible();
      inspect("enrol-" + kind + "-code");
    }
    pagesOfOkta(person);
    pagesOfManyDevices(person, phone);
    turnTo(page);
    pagesOfAStoppedPhone();
    // another browser is between password and code
    open("/sessions");
    assertThat(page.locator("button[name=end]")).hasCount(1);
    inspect("sessions-to-end");
    open("/history");
    inspect("history");
  }

  private void pagesOfOkta(Person person) {
    String user = okta().user(person.name());
    Page page = open("/factors/enrol/okta");
    inspect("enrol-okta");
    page.click("#begin-submit");
    assertThat(page.locator("main img")).isVisible();
    inspect("enrol-okta-scan");
    okta().scannedBy(user);
    assertThat(page.locator("#prove-submit")).isVisible();
    inspect("enrol-okta-found");
    page.click("#prove-submit");
    assertThat(page.locator("#number")).isVisible();
    inspect("enrol-okta-number");
    okta().answerPushes("SUCCESS");
    assertThat(page.locator("#device")).isVisible();
    inspect("enrol-okta-name");
  }

  /** After "not me". */
  private void pagesOfAStoppedPhone() {
    open("/factors");
    inspect("factors-stopped");
    Page page = open("/factors/questions");
    inspect("questions-stopped");
    page.click("#submit");
    assertThat(page).hasURL(Pattern.compile("done=questions-allowed"));
    assertThat(page.locator("a[href$='/factors/questions']")).hasCount(0);
  }

  private void pagesOfManyDevices(Person person, SigningPhone phone) {
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    person.givePassword(page);
    assertThat(page).hasURL(Pattern.compile("/sign-in/challenge"));
    inspect("challenge-choice");
    Person.choose(page, "Sparekey on the phone");
    page.click("#ask");
    assertThat(page.locator("#number")).isVisible();
    inspect("challenge-push");
    phone.post("answers", phone.answer(phone.question(), "not-me", ""));
    page = newPerson(Screen.DESKTOP, Look.LIGHT);
    person.startRecovery(page);
    person.proveByPassword(page);
    assertThat(page.locator("#lost-form")).isVisible();
    inspect("prove-lost");
    page.check("[name=lost][value=some]");
    page.click("#lost-submit");
    assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
    inspectOnce("prove-lost-refused");
    page.check("[name=factor] >> nth=0");
    page.click("#lost-submit");
    assertThat(page.getByText("What you lost is noted.")).isVisible();
    inspect("prove-lost-noted");
    page.click("#cancel-submit");
    assertThat(page).hasURL(Pattern.compile("/recover/status"));
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
    page.click("a[href*='&lost=0']");
    assertThat(page.getByText("Tell nobody your password or a code")).isVisible();
    inspect("admin-account-caller");
    open("/admin/audit");
    inspect("admin-audit");
    open("/admin/audit?actor=nobody");
    inspect("admin-audit-none");
    open("/admin/audit?from=nonsense");
    inspect("admin-audit-refused");
    open("/admin/account?id=nonsense");
    inspect("admin-error-404");
    pagesOfPolicies(page);
  }

  private void pagesOfPolicies(Page page) {
    open("/admin/policies");
    inspect("admin-policies");
    page.click("a[href*='key=standard']");
    inspect("admin-policy");
    String standard = page.locator("main code").first().textContent();
    page.fill("#draft-key", "axe-it");
    page.click("#start-submit");
    assertThat(page.locator("#analysis svg")).isVisible();
    inspect("admin-policy-draft");
    String id = page.locator("#draft [name=id]").inputValue();
    page.fill("#low-1", "soon");
    assertThat(page.locator("#analysis svg")).hasCount(0); // it changes while they edit
    page.click("#save");
    assertThat(page.locator(".path-faults")).isVisible();
    inspect("admin-policy-draft-faults");
    open("/admin/policies/draft?id=" + id + "&view=text");
    inspect("admin-policy-draft-text");
    page.fill("#text", page.inputValue("#text").replace("hold soon,", "hold 0,"));
    page.click("#save");
    assertThat(page.locator(".notice.success[role=status]")).isVisible();
    open("/admin/policies/population?id=" + id);
    inspect("admin-policy-population");
    open("/admin/policies/try?id=" + id);
    inspect("admin-policy-try");
    open("/admin/policies/publish?id=" + id);
    inspect("admin-policy-publish");
    open("/admin/policies/decide?key=quick&act=owners");
    inspect("admin-policy-decide");
    open("/admin/policies/difference?older=" + standard + "&newer=" + standard);
    inspect("admin-policy-difference");
  }
}
