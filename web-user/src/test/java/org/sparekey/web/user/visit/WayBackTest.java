package org.sparekey.web.user.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WayBackTest {

  @Test
  void whatWasTypedComesAlongWhereItIsNoSecret() {
    Map<String, String> form = Map.of("device", "Pixel 8 & co", "code", "123456");

    assertThat(WayBack.to("/factors/enrol", form::get))
        .isEqualTo("/factors/enrol?device=Pixel+8+%26+co");
  }

  @Test
  void aBookmarkOfStaffComesBackToTheSameAccount() {
    Map<String, String> query = Map.of("id", "0197f0c2-0000-7000-8000-000000000001", "x", "y");

    assertThat(WayBack.to("/admin/account", query::get))
        .isEqualTo("/admin/account?id=0197f0c2-0000-7000-8000-000000000001");
  }

  @Test
  void aPageThatIsNotListedBringsNothingAlong() {
    Map<String, String> form = Map.of("old", "secret", "new", "secret", "device", "x");

    assertThat(WayBack.to("/account/password", form::get)).isEqualTo("/account/password");
  }

  @Test
  void absurdlyLongInputIsLeftBehind() {
    Map<String, String> form = Map.of("address", "x".repeat(10_000));

    assertThat(WayBack.to("/account", form::get)).isEqualTo("/account");
  }
}
