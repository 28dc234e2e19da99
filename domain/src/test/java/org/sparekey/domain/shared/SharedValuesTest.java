package org.sparekey.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids, secrets, origins. */
class SharedValuesTest {

  @Test
  void anIdIsReadInItsCanonicalFormOnly() {
    UUID id = UUID.randomUUID();

    assertThat(FactorId.parse(id.toString())).contains(new FactorId(id));
    assertThat(new FactorId(id)).hasToString(id.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1-1-1-1-1",
        "0190B6E4-0000-7000-8000-000000000000",
        " 0190b6e4-0000-7000-8000-000000000000",
        "0190b6e4-0000-7000-8000-000000000000\n",
        "../../etc/passwd"
      })
  void whatIsNoIdIsNone(String text) {
    assertThat(AccountId.parse(text)).isEmpty();
    assertThat(SessionId.parse(text)).isEmpty();
    assertThat(RecoveryId.parse(text)).isEmpty();
    assertThat(ContactPointId.parse(text)).isEmpty();
  }

  @Test
  void aSecretIsNeverPrintedAndComparesByContent() {
    Secret secret = Secret.ofText("hunter2");

    assertThat(secret.toString()).doesNotContain("hunter2");
    assertThat(secret).isEqualTo(Secret.ofText("hunter2")).isNotEqualTo(Secret.ofText("hunter3"));
    assertThat(secret.hashCode()).isEqualTo(Secret.ofText("other").hashCode());
    assertThat(secret.length()).isEqualTo(7);
  }

  @Test
  void aSecretDoesNotShareItsBytes() {
    byte[] bytes = {1, 2, 3};
    Secret secret = Secret.of(bytes);
    bytes[0] = 9;
    secret.reveal()[1] = 9;

    assertThat(secret.reveal()).containsExactly(1, 2, 3);
  }

  @Test
  void anOriginHasNoLineBreaksAndIsShort() {
    Origin origin =
        new Origin(
            "203.0.113.7\r\nX: y", "Mozilla\r\n\u001b[31m" + "x".repeat(9_999), Optional.empty());

    assertThat(origin.sourceAddress()).doesNotContain("\r", "\n");
    assertThat(origin.userAgent()).hasSize(256).doesNotContain("\r", "\n", "\u001b");
  }

  @Test
  void momentsAreCutToMicroseconds() {
    assertThat(Moments.storable(Instant.parse("2026-11-23T12:00:00.123456789Z")))
        .isEqualTo(Instant.parse("2026-11-23T12:00:00.123456Z"));
  }
}
