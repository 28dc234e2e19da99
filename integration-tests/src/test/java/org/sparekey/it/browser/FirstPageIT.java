package org.sparekey.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FirstPageIT extends PortalTest {

  static Stream<Arguments> everyScreenInEachLook() {
    return Arrays.stream(Screen.values())
        .flatMap(screen -> Arrays.stream(Look.values()).map(look -> Arguments.of(screen, look)));
  }

  @ParameterizedTest
  @MethodSource("everyScreenInEachLook")
  void greetsEverybody(Screen screen, Look look) {
    newPerson(screen, look);
    open("/");
    assertThat(page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .isVisible();
    assertAccessible();
    assertFitsTheScreen();
    screenshot("first-page-" + screen + "-" + look);
  }
}
