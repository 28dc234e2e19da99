package org.sparekey.web.user.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void timeLeftHasItsTwoBiggestUnits() {
    assertThat(Texts.left(Duration.ofHours(27).plusMinutes(20), Locale.ENGLISH))
        .isEqualTo("1 day, 3 hours");
    assertThat(Texts.left(Duration.ofMinutes(125), Locale.GERMAN))
        .isEqualTo("2 Stunden, 5 Minuten");
    assertThat(Texts.left(Duration.ofDays(2), Locale.FRENCH)).isEqualTo("2 jours");
  }

  @Test
  void timeLeftIsRoundedUpAndNeverNegative() {
    assertThat(Texts.left(Duration.ofSeconds(61), Locale.ENGLISH)).isEqualTo("2 minutes");
    assertThat(Texts.left(Duration.ofSeconds(1), Locale.ENGLISH)).isEqualTo("1 minute");
    assertThat(Texts.left(Duration.ofSeconds(-5), Locale.ENGLISH)).isEqualTo("less than a minute");
  }

  @Test
  void englishIsEnglishWhateverTheServersLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Texts.in(Locale.ENGLISH).getString("portal.sign-out")).isEqualTo("Sign out");
    } finally {
      Locale.setDefault(before);
    }
  }
}
