package org.sparekey.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The clock is put ahead while no server looks: that is no time in which an owner could object. */
class MovedClockIT extends PortalTest {

  private static final Duration LONGER_THAN_THE_HOLD = Duration.ofHours(30);

  /** Longer than the embedded database takes to write. */
  private static final double WRITTEN_MS = 1_000;

  @Test
  void row33AHoldGrowsByWhatNobodyWatched() throws IOException {
    // the handset goes on asking while the server is away and while it starts
    expectConsoleError("/dev/handset: Failed to load resource");
    Person owner = Person.under("standard");
    owner.begin(newPerson(Screen.DESKTOP, Look.LIGHT), "Pixel 8");
    Page thief = newPerson(Screen.PHONE, Look.LIGHT);
    owner.recover(thief, handset());
    Instant promised = Person.holdUntil(thief);
    assertThat(promised).isAfter(time().now().plus(Duration.ofHours(23)));

    thief.waitForTimeout(WRITTEN_MS);
    sparekey().kill();
    putClockAhead();
    sparekey().startAgain();
    time().deliver(); // and learns what its clock shows now

    assertThat(time().now()).isAfter(promised);
    thief.navigate("/recover/enrol");
    assertThat(thief).hasURL(Pattern.compile("/recover/status"));
    assertThat(Person.holdUntil(thief)).isAfter(time().now().plus(Duration.ofHours(23)));
    time().pass(Duration.ofHours(23));
    thief.navigate("/recover/enrol");
    assertThat(thief).hasURL(Pattern.compile("/recover/status"));
    time().pass(Duration.ofHours(2));
    thief.navigate("/recover/status");
    assertThat(thief).hasURL(Pattern.compile("/recover/enrol"));
  }

  /** Where the server keeps how far its clock is ahead of the machine's. */
  private void putClockAhead() throws IOException {
    Path file = sparekey().dataDirectory().resolve("clock-ahead");
    Duration before =
        Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
    Files.writeString(file, before.plus(LONGER_THAN_THE_HOLD).toString());
  }
}
