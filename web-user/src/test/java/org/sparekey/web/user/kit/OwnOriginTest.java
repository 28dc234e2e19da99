package org.sparekey.web.user.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.sparekey.application.SiteView;

class OwnOriginTest {

  private final OwnOrigin live = new OwnOrigin(site("https://keys.example.org", false));
  private final OwnOrigin local = new OwnOrigin(site("http://localhost:8080", true));

  private static SiteView site(String baseUrl, boolean developer) {
    return new SiteView(new FixedSite(URI.create(baseUrl), developer));
  }

  @Test
  void theConfiguredHostIsOursWithAndWithoutItsDefaultPort() {
    assertThat(live.isOurHost("keys.example.org")).isTrue();
    assertThat(live.isOurHost("KEYS.example.org:443")).isTrue();
  }

  @Test
  void everyOtherHostIsRefused() {
    assertThat(live.isOurHost("evil.example")).isFalse();
    assertThat(live.isOurHost("keys.example.org.evil.example")).isFalse();
    assertThat(live.isOurHost("keys.example.org:8443")).isFalse();
    assertThat(live.isOurHost("localhost")).isFalse();
    assertThat(live.isOurHost("")).isFalse();
  }

  @Test
  void theOriginMustHaveSchemeAndHost() {
    assertThat(live.isOurOrigin("https://keys.example.org", "keys.example.org")).isTrue();
    assertThat(live.isOurOrigin("http://keys.example.org", "keys.example.org")).isFalse();
    assertThat(live.isOurOrigin("https://evil.example", "keys.example.org")).isFalse();
    assertThat(live.isOurOrigin("null", "keys.example.org")).isFalse();
    assertThat(live.isOurOrigin("", "keys.example.org")).isFalse();
    assertThat(live.isOurOrigin("https://[", "keys.example.org")).isFalse();
  }

  @Test
  void aDevelopersMachineAnswersToItsLoopbackNamesOnly() {
    assertThat(local.isOurHost("127.0.0.1:23456")).isTrue();
    assertThat(local.isOurHost("[::1]:8080")).isTrue();
    assertThat(local.isOurHost("evil.example:8080")).isFalse();
    assertThat(local.isOurOrigin("http://127.0.0.1:23456", "127.0.0.1:23456")).isTrue();
    assertThat(local.isOurOrigin("http://127.0.0.1:9999", "127.0.0.1:23456")).isFalse();
    assertThat(local.isOurOrigin("http://evil.example", "127.0.0.1:23456")).isFalse();
  }
}
