package org.sparekey.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A sheet of paper in a drawer, from the printer to the day when it is needed. */
class RecoveryCodesIT extends PortalTest {

  @Test
  void codesAreShownOnceAndOneOfThemLeadsBackIn() throws IOException {
    Person owner = Person.ofCrowd();
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    VirtualKey.onAKeyRing(page);
    owner.begin(page, "Pixel 8");
    Person.addKey(page, "security-key", "Key ring");
    page.navigate("/home");
    page.getByRole(AriaRole.LINK, named("Make recovery codes")).click();

    List<String> codes = makeAndSave(page);
    theyAreNeverShownAgain(page, codes);

    Page phoneless = newPerson(Screen.PHONE, Look.DARK);
    recover(owner, phoneless, codes.get(2));
    aUsedCodeIsRefused(owner, codes.get(2));

    String fresh = theOwnerIsShownANewOne(owner, page);
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

  private void recover(Person owner, Page page, String code) {
    owner.startRecovery(page);
    owner.proveByPassword(page);
    page.check("[name=lost][value=some]");
    page.locator("label.nested").filter(having("Pixel 8")).locator("input").check();
    page.click("#lost-submit");
    type(page, (code.startsWith("0") ? "1" : "0") + code.substring(1));
    assertThat(page.getByText("one character is mistyped").first()).isVisible();
    assertAccessible();
    screenshot("codes-mistyped");
    type(page, code.toLowerCase(Locale.ROOT).replace("-", " "));
    assertThat(page).hasURL(Pattern.compile("/recover/enrol"));
    Person.bind(page, "Pixel 9", Person.scan(page));
    assertThat(page).hasURL(Pattern.compile("/recover/done"));
    assertThat(page.locator("main")).containsText("Cross the recovery code that you used");
  }

  private void aUsedCodeIsRefused(Person owner, String code) {
    Page page = newPerson(Screen.PHONE, Look.LIGHT);
    owner.startRecovery(page);
    type(page, code);
    assertThat(page.getByText("This code is not good").first()).isVisible();
    page.click("#cancel-submit");
  }

  private String theOwnerIsShownANewOne(Person owner, Page page) {
    turnTo(page);
    owner.givePassword(page);
    Person.choose(page, "Key ring");
    page.click("#submit");
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

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
