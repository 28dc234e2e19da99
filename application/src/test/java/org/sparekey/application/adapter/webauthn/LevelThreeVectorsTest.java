package org.sparekey.application.adapter.webauthn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparekey.application.memory.SiteSettingsForTests;
import org.sparekey.application.port.Passkey;
import org.sparekey.application.port.WebAuthn;
import org.sparekey.domain.account.SessionLimits;
import org.sparekey.domain.shared.FactorId;

/** WebAuthn Level 3 §16: credentials without attestation, with self and with full attestation. */
class LevelThreeVectorsTest {

  private static final FactorId FACTOR = new FactorId(new UUID(7, 7));

  private final Properties vectors = vectors();
  private final WebAuthn webAuthn =
      new LibraryWebAuthn(
          new SiteSettingsForTests(
              URI.create("https://example.org/"),
              "Example",
              false,
              new SessionLimits(Duration.ofHours(1), Duration.ofHours(1)),
              new SessionLimits(Duration.ofHours(1), Duration.ofHours(1)),
              Duration.ofDays(1),
              Duration.ofHours(1),
              Duration.ofDays(180)));

  @ParameterizedTest
  @CsvSource({"none, true, true", "packed-self, true, true", "packed-eddsa, false, false"})
  void aCredentialIsRegisteredAndAnswers(String name, boolean eligible, boolean backedUp) {
    WebAuthn.Registration registration = register(name, WebAuthn.Use.BESIDE_A_PASSWORD);

    assertThat(registration.flaw()).isEmpty();
    Passkey passkey = registration.passkey().orElseThrow();
    assertThat(passkey.factor()).isEqualTo(FACTOR);
    assertThat(passkey.credentialId()).isEqualTo(base64(name + ".credential"));
    assertThat(passkey.aaguid().toString().replace("-", "")).isEqualTo(vector(name + ".aaguid"));
    assertThat(passkey.signCount()).isZero();
    assertThat(passkey.backupEligible()).isEqualTo(eligible);
    assertThat(passkey.backedUp()).isEqualTo(backedUp);

    String answer = answer(name);
    assertThat(webAuthn.claim(answer))
        .contains(
            new WebAuthn.Claim(
                passkey.credentialId(), base64(name + ".asserted.challenge"), Optional.empty()));
    assertThat(check(name, answer, passkey).flaw()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-origin", "top-origin"})
  void noneIsMadeInAFrameOfAnotherSite(String name) {
    assertThat(register(name, WebAuthn.Use.BESIDE_A_PASSWORD).flaw())
        .contains(WebAuthn.Flaw.WRONG_ORIGIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "packed-eddsa"})
  void noneOfThemStandsAloneWithoutACheckOfItsUser(String name) {
    assertThat(register(name, WebAuthn.Use.ALONE).flaw()).contains(WebAuthn.Flaw.USER_NOT_CHECKED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "packed-self", "packed-eddsa"})
  void aSignatureWithOneBitTurnedIsNone(String name) {
    Passkey passkey = register(name, WebAuthn.Use.BESIDE_A_PASSWORD).passkey().orElseThrow();
    byte[] signature = HexFormat.of().parseHex(vector(name + ".asserted.signature"));
    signature[signature.length - 1] ^= 1;
    String answer = answer(name).replace(base64(name + ".asserted.signature"), base64(signature));

    assertThat(check(name, answer, passkey).flaw()).contains(WebAuthn.Flaw.WRONG_SIGNATURE);
  }

  private WebAuthn.Registration register(String name, WebAuthn.Use use) {
    String id = base64(name + ".credential");
    String json =
        """
        {"id":"%s","rawId":"%s","type":"public-key","clientExtensionResults":{},
         "response":{"clientDataJSON":"%s","attestationObject":"%s","transports":[]}}
        """
            .formatted(
                id,
                id,
                base64(name + ".registered.client"),
                base64(name + ".registered.attestation"));
    return webAuthn.register(json, FACTOR, base64(name + ".registered.challenge"), use);
  }

  private String answer(String name) {
    String id = base64(name + ".credential");
    return """
    {"id":"%s","rawId":"%s","type":"public-key","clientExtensionResults":{},
     "response":{"clientDataJSON":"%s","authenticatorData":"%s","signature":"%s"}}
    """
        .formatted(
            id,
            id,
            base64(name + ".asserted.client"),
            base64(name + ".asserted.authenticator"),
            base64(name + ".asserted.signature"));
  }

  private WebAuthn.Assertion check(String name, String answer, Passkey passkey) {
    return webAuthn.check(
        answer, base64(name + ".asserted.challenge"), WebAuthn.Use.BESIDE_A_PASSWORD, passkey);
  }

  private String vector(String key) {
    return Objects.requireNonNull(vectors.getProperty(key), key);
  }

  private String base64(String key) {
    return base64(HexFormat.of().parseHex(vector(key)));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Properties vectors() {
    Properties vectors = new Properties();
    try (InputStream file =
        Objects.requireNonNull(
            LevelThreeVectorsTest.class.getResourceAsStream("level-3-vectors.properties"))) {
      vectors.load(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return vectors;
  }
}
