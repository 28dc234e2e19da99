package org.sparekey.web.user.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparekey.domain.account.Session.Level;

class DoorTest {

  @ParameterizedTest
  @CsvSource({
    "/, OPEN",
    "/sign-in, OPEN",
    "/sign-in/challenge, CHALLENGE",
    "/sign-in/confirm, FULL",
    "/recover, OPEN",
    "/recover/prove, OPEN",
    "/recovery, FULL",
    "/veto, OPEN",
    "/contact, OPEN",
    "/vouch, OPEN",
    "/account/contacts, FULL",
    "/password/reset, OPEN",
    "/factors/enrol, ENROLMENT",
    "/factors/enrol/passkey, ENROLMENT",
    "/factors/add, ENROLMENT",
    "/factors/enrolled, FULL",
    "/api/v1/factors, OPEN",
    "/resources/sparekey/sparekey.css, ASSET",
  })
  void everyPathHasItsDoor(String path, Door door) {
    assertThat(Door.of(path)).isEqualTo(door);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/home", "/admin", "/admin/audit", "/sessions", "/whatever-comes-later"})
  void whatIsNotNamedIsProtected(String path) {
    assertThat(Door.of(path).elsewhere(Optional.empty())).contains("/sign-in");
    assertThat(Door.of(path).elsewhere(Optional.of(Level.PASSWORD))).contains("/sign-in/challenge");
    assertThat(Door.of(path).elsewhere(Optional.of(Level.ENROLMENT))).contains("/factors/enrol");
    assertThat(Door.of(path).elsewhere(Optional.of(Level.FULL))).isEmpty();
  }

  @Test
  void aPasswordAloneOpensTheChallengeAndNoEnrolment() {
    assertThat(Door.CHALLENGE.elsewhere(Optional.of(Level.PASSWORD))).isEmpty();
    assertThat(Door.ENROLMENT.elsewhere(Optional.of(Level.PASSWORD)))
        .contains("/sign-in/challenge");
  }

  @Test
  void theFirstEnrolmentOpensNoChallenge() {
    assertThat(Door.ENROLMENT.elsewhere(Optional.of(Level.ENROLMENT))).isEmpty();
    assertThat(Door.CHALLENGE.elsewhere(Optional.of(Level.ENROLMENT))).contains("/factors/enrol");
  }
}
