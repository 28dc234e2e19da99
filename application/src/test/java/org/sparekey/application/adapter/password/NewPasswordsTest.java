package org.sparekey.application.adapter.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparekey.application.port.PasswordWeakness;
import org.sparekey.domain.shared.Secret;

/** What a new password may be. */
class NewPasswordsTest {

  private static final List<String> ADA =
      List.of("ada.lovelace@acme.example", "Ada Augusta Lovelace", "Sparekey");

  private final LibraryPasswordQuality quality = new LibraryPasswordQuality();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "otter-juggles-nine-lanterns",
        "violet harbour lantern 42",
        "Tr8$kq!mZp",
        "многоразныхсловздесь",
        "🦦🏮🦦🏮🦦🏮🌋🎈🎻🪁"
      })
  void longAndUncommonIsEnough(String password) {
    assertThat(quality.weakness(Secret.ofText(password), ADA)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "Tr8$kq!mZ"})
  void lessThanTenCharactersAreTooShort(String password) {
    assertThat(quality.weakness(Secret.ofText(password), ADA)).contains(PasswordWeakness.TOO_SHORT);
  }

  @Test
  void moreThan128CharactersAreTooLong() {
    assertThat(quality.weakness(Secret.ofText("xK9$".repeat(33)), ADA))
        .contains(PasswordWeakness.TOO_LONG);
  }

  @Test
  void anAbsurdlyLongOneIsRefusedAtOnce() {
    assertThat(quality.weakness(Secret.ofText("a".repeat(1_000_000)), ADA))
        .contains(PasswordWeakness.TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"password123", "qwertyuiop", "aaaaaaaaaaaaaaaa", "Password1!", "1234567890123"})
  void whatThievesTryFirstIsTooCommon(String password) {
    assertThat(quality.weakness(Secret.ofText(password), ADA)).contains(PasswordWeakness.COMMON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada.lovelace@acme.example", "AdaAugustaLovelace", "lovelacelovelace1"})
  void theOwnNameIsTooPersonal(String password) {
    assertThat(quality.weakness(Secret.ofText(password), ADA)).isPresent();
  }
}
