package org.sparekey.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Bella's organisation lets a recovery wait, so that she can object. */
class HoldAndVetoIT extends InspectingTest {

  private final Person bella = Person.demo("bella@borealis.example");

  @Test
  void aRecoveryIsGivenUpThenStoppedByMailThenBySessionThenPeopleDecide() {
    Page phoneless = newPerson(Screen.PHONE, Look.LIGHT);
    Page owner = newPerson(Screen.DESKTOP, Look.LIGHT);
    bella.signIn(owner, handset());

    turnTo(phoneless);
    giveUp(phoneless);
    stopByMail(phoneless);
    stopBySession(phoneless, owner);
    peopleDecide(phoneless);
  }

  private void giveUp(Page page) {
    bella.recover(page, handset());
    assertThat(page).hasURL(Pattern.compile("/recover/status"));
    assertThat(page.locator(".countdown-left")).isVisible();
    assertThat(page.getByText("Until then")).isVisible();
    assertThat(page.getByText("If you find your phone")).isVisible();
    inspect("hold");
    screenshot("hold-countdown");
    page.click("#cancel-submit");
    assertThat(page.locator("h1")).hasText("Given up");
  }

  private void stopByMail(Page page) {
    String link = handset().linkMailedTo(bella.name(), () -> bella.recover(page, handset()));
    assertThat(page).hasURL(Pattern.compile("/recover/status"));
    // another browser, where nobody is signed in
    Page elsewhere = newPerson(Screen.PHONE, Look.DARK);
    elsewhere.navigate(link);
    assertThat(elsewhere.url()).endsWith("/veto");
    assertThat(elsewhere.getByText("Is this you?")).isVisible();
    inspect("veto-asks");
    screenshot("veto-asks");
    // mail scanners follow links: looking changes nothing
    elsewhere.navigate(link);
    page.reload();
    assertThat(page.locator("h1")).not().hasText("Stopped");
    elsewhere.click("#submit");
    assertThat(elsewhere.getByText("There is nothing left to stop here.")).isVisible();
    screenshot("veto-done");
    turnTo(page);
    page.reload();
    assertThat(page.locator("h1")).hasText("Stopped");
    screenshot("recovery-vetoed");
  }

  private void stopBySession(Page page, Page owner) {
    bella.recover(page, handset());
    owner.navigate("/home");
    assertThat(owner.getByText("A recovery of this account is under way")).isVisible();
    turnTo(owner);
    inspect("home-recovery-under-way");
    screenshot("home-recovery-under-way");
    owner
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("This is not me: stop it"))
        .click();
    assertThat(owner.getByText("A recovery of this account is under way")).hasCount(0);
    page.reload();
    assertThat(page.locator("h1")).hasText("Stopped");
    turnTo(page);
  }

  /** Two vetoes within a month: it may be a thief who objects, or one who recovers. */
  private void peopleDecide(Page page) {
    bella.startRecovery(page);
    bella.proveByPassword(page);
    // the only device can be named too
    page.click("#lost-submit");
    assertThat(page.getByText("What you lost is noted.")).isVisible();
    assertThat(page.locator("#lost-submit")).hasCount(0);
    bella.proveByMail(page, handset());
    assertThat(page).hasURL(Pattern.compile("/recover/status"));
    assertThat(page.locator("h1")).hasText("Waiting for approval");
    assertThat(page.getByText("If you find what you reported lost")).isVisible();
    inspect("approval");
    screenshot("people-decide");
  }
}
