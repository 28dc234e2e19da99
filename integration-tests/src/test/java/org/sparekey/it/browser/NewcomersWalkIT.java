package org.sparekey.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sparekey.it.http.PhoneApp;

/** The README's three tours in one go. */
class NewcomersWalkIT extends PortalTest {

  @Test
  void adaLosesHerPhoneAtTheDeskAndTwoOfStaffSeeHowSheGotBackIn() throws Exception {
    Person ada = Person.demo("ada@acme.example");
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    PhoneApp old = ada.begin(page, "Pixel 8");
    screenshot("walk-desktop-1-enrolled");
    page.navigate("/home");
    Person.signOut(page);

    Recovered recovered = loseThePhoneAndRecover(ada, page, "walk-desktop");

    signedIn("sofia@acme.example", Screen.DESKTOP);
    findInTheAdminPortal("Ada", "Ada Lovelace", "Pixel 8", recovered, "walk-desktop");
    signedIn("carl@acme.example", Screen.DESKTOP);
    exportTheAuditLog(ada.name(), recovered, "walk-desktop");

    signInWithTheNewPhoneOnly(ada, old.code(), recovered.phone());
    screenshot("walk-desktop-9-signed-in");
  }

  @Test
  void alanLosesHisPhoneOnTheWayAndAnAdministratorSeesHowHeGotBackIn() throws Exception {
    Person alan = Person.demo("alan@acme.example");
    Page page = newPerson(Screen.PHONE, Look.DARK);
    alan.signIn(page, handset());
    Person.signOut(page);

    Recovered recovered = loseThePhoneAndRecover(alan, page, "walk-phone");

    signedIn("emmy@acme.example", Screen.PHONE);
    findInTheAdminPortal("alan@acme.example", "Alan Turing", "Handset", recovered, "walk-phone");
    exportTheAuditLog(alan.name(), recovered, "walk-phone");

    turnTo(page);
    signInWithTheNewPhoneOnly(alan, handset().appCode(alan.name()), recovered.phone());
    screenshot("walk-phone-9-signed-in");
  }

  /** What no page and no export may show. */
  private record Recovered(Page page, PhoneApp phone, List<String> secrets) {}

  private Recovered loseThePhoneAndRecover(Person owner, Page page, String picture) {
    turnTo(page);
    owner.givePassword(page);
    page.getByRole(AriaRole.LINK, named("I can’t use any of these")).click();
    // the password was just given in this browser: it is the first proof
    page.click("#submit");
    assertThat(page.getByText("The first proof was right and is kept.")).isVisible();
    screenshot(picture + "-2-first-proof");
    String mailed = owner.proveByMail(page, handset());
    assertThat(page).hasURL(Pattern.compile("/recover/enrol"));
    PhoneApp phone = Person.scan(page);
    String key = page.innerText("#key");
    screenshot(picture + "-3-new-phone");
    Person.bind(page, "Pixel 9", phone);
    assertThat(page).hasURL(Pattern.compile("/recover/done"));
    assertThat(page.locator("main")).containsText("no longer accepted");
    assertAccessible();
    assertFitsTheScreen();
    screenshot(picture + "-4-recovered");
    return new Recovered(
        page, phone, List.of(mailed, key, key.replaceAll("\\s", ""), owner.password()));
  }

  private void findInTheAdminPortal(
      String typed, String display, String lost, Recovered recovered, String picture) {
    Page staff = open("/admin");
    assertThat(staff).hasURL(Pattern.compile("/admin/accounts"));
    staff.fill("#q", typed);
    staff.getByRole(AriaRole.BUTTON, named("Find")).click();
    screenshot(picture + "-5-found");
    staff.getByRole(AriaRole.LINK, named(display)).click();
    Locator resets = staff.locator("ol[aria-labelledby=resets] li").first();
    assertThat(resets).containsText("New factor bound: Pixel 9");
    assertThat(resets).containsText(lost);
    assertThat(resets).containsText("Password");
    assertThat(resets).containsText("Mailed code");
    Locator events = staff.locator("ol[aria-labelledby=events]");
    assertThat(events).containsText("Recovery completed");
    assertThat(events).containsText("Proof given in a recovery");
    assertThat(staff.getByRole(AriaRole.ROW, named(lost)).first()).containsText("reset");
    assertThat(staff.content()).doesNotContain(recovered.secrets());
    assertAccessible();
    assertFitsTheScreen();
    screenshot(picture + "-6-account");
  }

  private void exportTheAuditLog(String subject, Recovered recovered, String picture)
      throws IOException {
    Page staff = open("/admin/audit");
    staff.fill("#subject", subject);
    staff.getByRole(AriaRole.BUTTON, named("Search")).click();
    assertThat(staff.getByRole(AriaRole.ROW, named("Recovery completed")).first()).isVisible();
    screenshot(picture + "-7-audit");
    Download download =
        staff.waitForDownload(() -> staff.getByRole(AriaRole.LINK, named("Export as CSV")).click());
    List<String> lines = Files.readAllLines(download.path());
    assertThat(lines).anyMatch(line -> line.contains("recovery.completed"));
    assertThat(lines).anyMatch(line -> line.contains("recovery.evidence"));
    assertThat(String.join("\n", lines)).doesNotContain(recovered.secrets());
    // the export is an entry itself
    staff.navigate("/admin/audit");
    assertThat(staff.getByRole(AriaRole.ROW, named("Audit log exported")).first()).isVisible();
  }

  private void signInWithTheNewPhoneOnly(Person owner, String oldCode, PhoneApp phone) {
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    owner.givePassword(page);
    assertThat(page.locator("main")).containsText("Pixel 9");
    assertThat(page.locator("main")).not().containsText("Pixel 8");
    owner.answer(page, oldCode);
    assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
    owner.answer(page, Person.freshCode(phone));
    Person.signedIn(page);
    assertThat(page.getByText("Your account was recovered a short while ago")).isVisible();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
