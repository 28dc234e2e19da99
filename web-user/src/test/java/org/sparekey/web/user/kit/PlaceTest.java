package org.sparekey.web.user.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

  @ParameterizedTest
  @CsvSource({
    "/, PAGE",
    "/sign-in, PAGE",
    "/healthy, PAGE",
    "/resources/sparekey/sparekey.css, ASSET",
    "/jakarta.faces.resource/core.js.xhtml, ASSET",
    "/api/v1/factors, API",
    "/api/v1/openapi, API",
    "/api/v1/authenticator, DEVICE",
    "/api/v1/authenticator/answers, DEVICE",
    "/api/v1/authenticators, API",
    "/authenticator, PAGE",
    "/api/application.wadl, CLOSED",
    "/health, CLOSED",
    "/health/live, CLOSED",
    "/metrics, CLOSED",
    "/openapi, CLOSED",
    "/sign-in.xhtml, CLOSED",
  })
  void everyPathHasItsPlace(String path, Place place) {
    assertThat(Place.of(path)).isEqualTo(place);
  }
}
