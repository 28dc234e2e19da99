package org.sparekey.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A newcomer waits for nothing, and sees mails come without reloading. */
class ClockIT extends InspectingTest {

  @Test
  void timePassesOnTheHandsetAndMailsArriveThereByThemselves() {
    Page handset = newPerson(Screen.DESKTOP, Look.LIGHT);
    handset.navigate("/dev/handset");
    Instant before = time().now();
    handset.click("#pass-day");
    assertThat(handset.getByText("Time has passed.")).isVisible();
    assertThat(shown(handset)).isAfterOrEqualTo(before.plus(Duration.ofDays(1)));
    time().deliver();

    Person person = Person.ofCrowd();
    Page phoneless = newPerson(Screen.PHONE, Look.LIGHT);
    person.startRecovery(phoneless);
    phoneless.click("#send-submit");
    assertThat(handset.locator("article.mail").first()).containsText(person.name());
  }

  @Test
  void itIsSaidWhenNoHoldIsWaitedForAndWhenATimeMakesNoSense() {
    Page page = newPerson(Screen.PHONE, Look.DARK);
    page.navigate("/dev/clock");
    inspectOnce("clock");
    for (String by : new String[] {"tomorrow", "-P1D", "P500D"}) {
      page.fill("#by", by);
      page.click("#pass");
      assertThat(page.getByText("This is no time from 1 second to 400 days").first()).isVisible();
    }
  }

  private static Instant shown(Page page) {
    return Instant.parse(page.getAttribute("#clock", "data-now"));
  }
}
