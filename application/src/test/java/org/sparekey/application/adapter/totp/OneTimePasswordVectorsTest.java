package org.sparekey.application.adapter.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparekey.application.adapter.crypto.SystemRandom;
import org.sparekey.domain.challenge.TotpWindow;
import org.sparekey.domain.shared.Secret;

/** RFC 6238 appendix B (the SHA-1 rows, last six digits) and RFC 4226 appendix D. */
class OneTimePasswordVectorsTest {

  private static final Secret SEED = Secret.of("12345678901234567890".getBytes(US_ASCII));

  private final JavaOtpTotp totp = new JavaOtpTotp(new SystemRandom());

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void timeBasedVectorsOfRfc6238AppendixB(long epochSecond, String code) {
    Instant now = Instant.ofEpochSecond(epochSecond);

    assertThat(totp.step(SEED, code, now)).hasValue(epochSecond / 30);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 755224",
    "1, 287082",
    "2, 359152",
    "3, 969429",
    "4, 338314",
    "5, 254676",
    "6, 287922",
    "7, 162583",
    "8, 399871",
    "9, 520489"
  })
  void counterBasedVectorsOfRfc4226AppendixD(long counter, String code) {
    assertThat(totp.step(SEED, code, Instant.ofEpochSecond(counter * 30 + 7))).hasValue(counter);
  }

  @Test
  void onlyTheStepAndItsNeighboursAreFound() {
    Instant now = Instant.ofEpochSecond(5 * 30);

    assertThat(totp.step(SEED, "338314", now)).hasValue(4);
    assertThat(totp.step(SEED, "287922", now)).hasValue(6);
    assertThat(totp.step(SEED, "969429", now)).isEmpty();
    assertThat(totp.step(SEED, "162583", now)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"''", "12345", "1234567", "12345a", "' 287082'", "'２８７０８２'", "-28708"})
  void whatIsNoCodeHasNoStep(String code) {
    assertThat(totp.step(SEED, code, Instant.ofEpochSecond(59))).isEqualTo(OptionalLong.empty());
  }

  @Test
  void theWindowHearsTheCurrentStepAndNoOther() {
    Instant now = Instant.ofEpochSecond(5 * 30 + 29);

    assertThat(TotpWindow.EXACT.hears(5, now)).isTrue();
    assertThat(TotpWindow.EXACT.hears(4, now)).isFalse();
    assertThat(TotpWindow.EXACT.hears(6, now)).isFalse();
    assertThat(TotpWindow.ONE_BEHIND.hears(4, now)).isTrue();
    assertThat(TotpWindow.ONE_BEHIND.hears(3, now)).isFalse();
  }

  @Test
  void seedsHave160BitsAndDiffer() {
    Set<String> seeds = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      Secret seed = totp.newSeed();
      assertThat(seed.length()).isEqualTo(20);
      seeds.add(totp.keyText(seed));
    }
    assertThat(seeds).hasSize(100);
  }

  @Test
  void theKeyIsBase32InGroups() {
    assertThat(totp.keyText(SEED)).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
  }

  @Test
  void theAddressNamesSiteAccountAndKey() {
    assertThat(totp.keyUri("Sparekey & Co", "ada@acme.example", SEED))
        .isEqualTo(
            "otpauth://totp/Sparekey%20%26%20Co:ada%40acme.example"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Sparekey%20%26%20Co"
                + "&algorithm=SHA1&digits=6&period=30");
  }
}
