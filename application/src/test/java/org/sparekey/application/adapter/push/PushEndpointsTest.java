package org.sparekey.application.adapter.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A phone does not choose where this server knocks. */
class PushEndpointsTest {

  private static final List<String> HOSTS =
      List.of("fcm.googleapis.com", "*.push.services.mozilla.com");

  private final PushEndpoints production = new PushEndpoints(HOSTS, false);
  private final PushEndpoints developer = new PushEndpoints(HOSTS, true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://fcm.googleapis.com/fcm/send/abc",
        "https://FCM.googleapis.com:443/fcm/send/abc",
        "https://updates.push.services.mozilla.com/wpush/v2/abc"
      })
  void pushServicesThatAreConfiguredAreAllowed(String endpoint) {
    assertThat(production.allows(URI.create(endpoint))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://fcm.googleapis.com/fcm/send/abc",
        "https://fcm.googleapis.com:8443/fcm/send/abc",
        "https://fcm.googleapis.com@192.0.2.1/",
        "https://user@fcm.googleapis.com/",
        "https://fcm.googleapis.com.evil.example/",
        "https://evil-fcm.googleapis.com/",
        "https://push.services.mozilla.com/",
        "https://evilpush.services.mozilla.com/",
        "https://.push.services.mozilla.com/",
        "https://fcm.googleapis.com/#here",
        "https://127.0.0.1/",
        "https://localhost/",
        "https://[::1]/",
        "https://169.254.169.254/latest/meta-data/",
        "https://10.0.0.7/",
        "file:///etc/passwd",
        "gopher://fcm.googleapis.com/",
        "mailto:somebody@fcm.googleapis.com",
        "/fcm/send/abc"
      })
  void everythingElseIsRefused(String endpoint) {
    assertThat(production.allows(URI.create(endpoint))).isFalse();
  }

  @Test
  void anAddressThatIsTooLongIsRefused() {
    assertThat(production.allows(URI.create("https://fcm.googleapis.com/" + "a".repeat(1000))))
        .isFalse();
  }

  @Test
  void theDeveloperProfileReachesItsOwnMachineAndNoOther() {
    assertThat(developer.allows(URI.create("http://127.0.0.1:34567/push/1"))).isTrue();
    assertThat(developer.allows(URI.create("http://localhost:34567/push/1"))).isTrue();
    assertThat(developer.allows(URI.create("ftp://127.0.0.1/"))).isFalse();
    assertThat(developer.allows(URI.create("http://10.0.0.7/"))).isFalse();
    assertThat(developer.allows(URI.create("http://127.0.0.1.evil.example/"))).isFalse();
  }
}
