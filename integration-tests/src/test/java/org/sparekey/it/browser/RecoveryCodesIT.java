package org.sparekey.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sparekey.it.http.PhoneApp;

/** A sheet of paper in a drawer, from the printer to the day when it is needed. */
class RecoveryCodesIT extends PortalTest {

  @Test
  void codesAreShownOnceAndOneOfThemLeadsBackIn() throws IOException {
    Person owner = Person.ofCrowd();
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    owner.begin(page, "Pixel 8");
    page.navigate("/home");
    page.getByRole(AriaRole.LINK, named("Make recovery codes")).click();

    List<String> codes = makeAndSave(page);
    theyAreNeverShownAgain(page, codes);

    Page phoneless = newPerson(Screen.PHONE, Look.DARK);
    PhoneApp phone = recover(owner, phoneless, codes.get(2));
    aUsedCodeIsRefused(owner, codes.get(2));

    String fresh = theOwnerIsShownANewOne(owner, phone);
    assertThat(codes).doesNotContain(fresh);
    Page again = newPerson(Screen.PHONE, Look.LIGHT);
    owner.startRecovery(again);
    type(again, fresh);
    assertThat(again.locator("#saved")).hasCount(0);
    again.click("#cancel-submit");
  }

  @Test
  void aNewSheetEndsTheOldOne() {
    Person owner = Person.ofCrowd();
    Page page = newPerson(Screen.PHONE, Look.LIGHT);
    owner.begin(page, "Pixel 8");
    page.navigate("/factors/codes");
    page.click("#make-submit");
    List<String> old = codesOn(page);
    page.navigate("/factors/codes");
    page.click("#replace-submit");
    List<String> fresh = codesOn(page);
    assertThat(page.getByText("Sheet 2")).isVisible();
    assertFitsTheScreen();
    // the same form, sent again, makes no third sheet
    page.reload();
    assertThat(page.getByText("What was shown once cannot be shown again").first()).isVisible();
    assertThat(page.content()).doesNotContain(fresh);

    Page phoneless = newPerson(Screen.PHONE, Look.LIGHT);
    owner.startRecovery(phoneless);
    type(phoneless, old.get(0));
    assertThat(phoneless.getByText("This code is not good").first()).isVisible();
    type(phoneless, fresh.get(0));
    assertThat(phoneless.locator("#saved")).hasCount(0);
  }

  private List<String> makeAndSave(Page page) throws IOException {
    page.click("#make-submit");
    List<String> codes = codesOn(page);
    assertThat(codes)
        .hasSize(10)
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z*~$=U]"));
    assertAccessible();
    assertFitsTheScreen();
    screenshot("codes-made");

    Download file =
        page.waitForDownload(
            () -> page.getByRole(AriaRole.LINK, named("Save as a text file")).click());
    assertThat(file.suggestedFilename()).isEqualTo("recovery-codes-1.txt");
    assertThat(Files.readString(file.path())).contains(codes).contains("Sheet 1", "p•••@crowd");
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    page.getByRole(AriaRole.BUTTON, named("Copy")).click();
    assertThat(page.getByRole(AriaRole.BUTTON, named("Copied"))).isVisible();
    assertThat((String) page.evaluate("navigator.clipboard.readText()")).contains(codes);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.getByRole(AriaRole.LINK, named("Save as a text file"))).hasCount(0);
    assertThat(page.locator("#codes")).isVisible();
    screenshot("codes-printed");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    return codes;
  }

  private void theyAreNeverShownAgain(Page page, List<String> codes) {
    page.reload();
    assertThat(page.content()).doesNotContain(codes);
    page.navigate("/home");
    // nothing was kept, so the browser would have to send the form again
    assertThatThrownBy(page::goBack).hasMessageContaining("ERR_CACHE_MISS");
    Page later = page.context().newPage();
    turnTo(later);
    later.navigate("/factors/codes");
    assertThat(later.getByText("they cannot be shown again")).isVisible();
    assertThat(later.content()).doesNotContain(codes);
    assertAccessible();
    screenshot("codes-kept");
  }

  private PhoneApp recover(Person owner, Page page, String code) {
    owner.startRecovery(page);
    owner.proveByPassword(page);
    type(page, (code.startsWith("0") ? "1" : "0") + code.substring(1));
    assertThat(page.getByText("one character is mistyped").first()).isVisible();
    assertAccessible();
    screenshot("codes-mistyped");
    type(page, code.toLowerCase(Locale.ROOT).replace("-", " "));
    assertThat(page).hasURL(Pattern.compile("/recover/enrol"));
    PhoneApp phone = Person.scan(page);
    Person.bind(page, "Pixel 9", phone);
    assertThat(page).hasURL(Pattern.compile("/recover/done"));
    assertThat(page.locator("main")).containsText("Cross the recovery code that you used");
    return phone;
  }

  private void aUsedCodeIsRefused(Person owner, String code) {
    Page page = newPerson(Screen.PHONE, Look.LIGHT);
    owner.startRecovery(page);
    type(page, code);
    assertThat(page.getByText("This code is not good").first()).isVisible();
    page.click("#cancel-submit");
  }

  private String theOwnerIsShownANewOne(Person owner, PhoneApp phone) {
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    owner.givePassword(page);
    owner.answer(page, Person.freshCode(phone));
    Person.signedIn(page);
    page.navigate("/home");
    page.getByRole(AriaRole.LINK, named("Show the new code")).click();
    assertThat(page.getByText("Code 3 was used")).isVisible();
    assertAccessible();
    screenshot("codes-owed");
    page.click("#reissue-submit");
    assertThat(page.locator("#codes li")).hasCount(1);
    assertThat(page.locator("#codes li")).containsText("11");
    screenshot("codes-reissued");
    String fresh = codesOn(page).get(0);
    page.reload();
    assertThat(page.content()).doesNotContain(fresh);
    return fresh;
  }

  private static void type(Page page, String code) {
    page.fill("#saved", code);
    page.click("#saved-submit");
  }

  private static List<String> codesOn(Page page) {
    assertThat(page.locator("#codes")).isVisible();
    return page.locator("#codes code").allInnerTexts();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
