package org.sparekey.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sparekey.it.http.PhoneApp;

/** kill -9 in the middle of recoveries: after the next start they go on in the same browsers. */
class PowerCutIT extends PortalTest {

  private static final double LONGER_THAN_THE_WRITE_DELAY_MS = 1_000;

  @Test
  void nothingIsLostAndNothingIsHalfDone() {
    // the handset goes on asking while the server is away and while it starts
    expectConsoleError("/dev/handset: Failed to load resource");
    Person beginner = Person.ofCrowd();
    final Page beginning = newPerson(Screen.PHONE, Look.LIGHT);
    Person finisher = Person.ofCrowd();
    final Page home = newPerson(Screen.DESKTOP, Look.LIGHT);
    finisher.begin(home, "Pixel 8");
    final Page finishing = newPerson(Screen.PHONE, Look.LIGHT);
    finisher.recover(finishing, handset());
    final PhoneApp phone = Person.scan(finishing);
    finishing.fill("#device", "Pixel 9");
    beginner.startRecovery(beginning);
    beginner.proveByPassword(beginning);
    assertThat(beginning.getByText("The first proof was right and is kept.")).isVisible();

    String code = handset().codeMailedTo(beginner.name(), () -> beginning.click("#send-submit"));
    // the embedded database may lose its last fifth of a second, so what must be there gets longer
    // than that
    assertThat(beginning.locator("#code")).isVisible();
    beginning.waitForTimeout(LONGER_THAN_THE_WRITE_DELAY_MS);
    sparekey().kill();
    sparekey().startAgain();

    // the new phone was not confirmed: the old one is what counts, and its session goes on
    home.navigate("/factors");
    assertThat(home.locator("main li")).hasCount(1);
    assertThat(home.locator("main")).containsText("Pixel 8");
    // a form that was open before goes through
    finishing.fill("#code", Person.freshCode(phone));
    finishing.click("#submit");
    assertThat(finishing).hasURL(Pattern.compile("/recover/done"));
    assertThat(handset().mailsWith(finisher.name(), "was replaced")).hasSize(1);
    home.navigate("/factors");
    assertThat(home).hasURL(Pattern.compile("/sign-in"));

    beginning.reload();
    assertThat(beginning.getByText("The first proof was right and is kept.")).isVisible();
    beginning.fill("#code", code);
    beginning.click("#code-submit");
    assertThat(beginning).hasURL(Pattern.compile("/recover/enrol"));
    PhoneApp first = Person.scan(beginning);
    Person.bind(beginning, "Pixel 9", first);
    assertThat(beginning).hasURL(Pattern.compile("/recover/done"));
  }
}
