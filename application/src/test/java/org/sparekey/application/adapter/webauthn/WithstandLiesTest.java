package org.sparekey.application.adapter.webauthn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparekey.application.memory.SiteSettingsForTests;
import org.sparekey.application.memory.SoftAuthenticator;
import org.sparekey.application.port.Passkey;
import org.sparekey.application.port.WebAuthn;
import org.sparekey.application.port.WebAuthn.Flaw;
import org.sparekey.application.port.WebAuthn.Use;
import org.sparekey.domain.shared.FactorId;

/** Attacks row 9: what is wrong with an answer is found, one thing at a time. */
class WithstandLiesTest {

  private static final String SITE = "keys.example.org";
  private static final String ORIGIN = "https://" + SITE;
  private static final String CHALLENGE = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo";
  private static final String OTHER = "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXo";
  private static final FactorId FACTOR = new FactorId(new UUID(1, 2));

  private final WebAuthn webAuthn = new LibraryWebAuthn(new SiteSettingsForTests());
  private final SoftAuthenticator key = new SoftAuthenticator(ORIGIN, SITE);

  @Test
  void whatIsRightIsAccepted() {
    Passkey passkey = registered(Use.ALONE);

    assertThat(passkey.transports()).containsExactlyInAnyOrder("usb", "nfc");
    assertThat(passkey.discoverable()).isTrue();
    assertThat(passkey.aaguid()).isEqualTo(new UUID(0, 0));
    assertThat(check(key.get(CHALLENGE, "webauthn.get"), Use.ALONE, passkey).flaw()).isEmpty();
  }

  @Test
  void anRsaKeyIsAcceptedToo() {
    SoftAuthenticator rsa = new SoftAuthenticator(ORIGIN, SITE, true);
    Passkey passkey =
        register(rsa.create(CHALLENGE, "webauthn.create"), Use.BESIDE_A_PASSWORD)
            .passkey()
            .orElseThrow();

    assertThat(check(rsa.get(CHALLENGE, "webauthn.get"), Use.ALONE, passkey).flaw()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://keys.example.org.evil.example",
        "https://evil.example",
        "https://sub.keys.example.org",
        "http://keys.example.org",
        "https://keys.example.org:8443",
        "null",
        "android:apk-key-hash:abc"
      })
  void anotherOriginIsRefused(String origin) {
    Passkey passkey = registered(Use.ALONE);
    key.origin = origin;

    assertThat(flawOfNew()).contains(Flaw.WRONG_ORIGIN);
    assertThat(flawOfAnswer(passkey)).contains(Flaw.WRONG_ORIGIN);
  }

  @Test
  void whatWasMadeInAFrameIsRefused() {
    Passkey passkey = registered(Use.ALONE);
    key.crossOrigin = true;

    assertThat(flawOfNew()).contains(Flaw.WRONG_ORIGIN);
    assertThat(flawOfAnswer(passkey)).contains(Flaw.WRONG_ORIGIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.org", "evil.example", "sub.keys.example.org", ""})
  void anotherRpIdIsRefused(String site) {
    Passkey passkey = registered(Use.ALONE);
    key.site = site;

    assertThat(flawOfNew()).contains(Flaw.WRONG_SITE);
    assertThat(flawOfAnswer(passkey)).contains(Flaw.WRONG_SITE);
  }

  @Test
  void anotherChallengeIsRefused() {
    Passkey passkey = registered(Use.ALONE);

    assertThat(register(key.create(OTHER, "webauthn.create"), Use.ALONE).flaw())
        .contains(Flaw.WRONG_CHALLENGE);
    assertThat(check(key.get(OTHER, "webauthn.get"), Use.ALONE, passkey).flaw())
        .contains(Flaw.WRONG_CHALLENGE);
  }

  @Test
  void aRegistrationIsNoAnswerAndAnAnswerNoRegistration() {
    Passkey passkey = registered(Use.ALONE);

    assertThat(register(key.create(CHALLENGE, "webauthn.get"), Use.ALONE).flaw())
        .contains(Flaw.UNFIT);
    assertThat(check(key.get(CHALLENGE, "webauthn.create"), Use.ALONE, passkey).flaw())
        .contains(Flaw.UNFIT);
    assertThat(register(key.get(CHALLENGE, "webauthn.get"), Use.ALONE).flaw())
        .contains(Flaw.MALFORMED);
    assertThat(check(key.create(CHALLENGE, "webauthn.create"), Use.ALONE, passkey).flaw())
        .contains(Flaw.MALFORMED);
  }

  @Test
  void theUserMustBeThere() {
    Passkey passkey = registered(Use.BESIDE_A_PASSWORD);
    key.present = false;

    assertThat(flawOfNew()).contains(Flaw.USER_NOT_PRESENT);
    assertThat(flawOfAnswer(passkey)).contains(Flaw.USER_NOT_PRESENT);
  }

  @Test
  void theUserMustBeCheckedWhereItStandsAloneAndNowhereElse() {
    key.checksUser = false;
    Passkey passkey = registered(Use.BESIDE_A_PASSWORD);
    String answer = key.get(CHALLENGE, "webauthn.get");

    assertThat(check(answer, Use.BESIDE_A_PASSWORD, passkey).flaw()).isEmpty();
    assertThat(check(answer, Use.ALONE, passkey).flaw()).contains(Flaw.USER_NOT_CHECKED);
    assertThat(flawOfNew()).contains(Flaw.USER_NOT_CHECKED);
  }

  @Test
  void theCredentialOfSomebodyElseIsRefused() {
    Passkey mine = registered(Use.ALONE);
    SoftAuthenticator theirs = new SoftAuthenticator(ORIGIN, SITE);

    assertThat(check(theirs.get(CHALLENGE, "webauthn.get"), Use.ALONE, mine).flaw())
        .contains(Flaw.WRONG_CREDENTIAL);
    theirs.credentialId = key.credentialId;
    assertThat(check(theirs.get(CHALLENGE, "webauthn.get"), Use.ALONE, mine).flaw())
        .contains(Flaw.WRONG_SIGNATURE);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1, false", "5, false", "6, true"})
  void aCounterThatDoesNotRiseIsACopy(long next, boolean accepted) {
    key.counter = next == 0 ? 0 : 5;
    Passkey passkey = registered(Use.ALONE);
    key.counter = next;
    key.step = 0;

    WebAuthn.Assertion answer = check(key.get(CHALLENGE, "webauthn.get"), Use.ALONE, passkey);

    assertThat(answer.flaw())
        .isEqualTo(accepted ? Optional.empty() : Optional.of(Flaw.COUNTER_WENT_BACK));
    assertThat(answer.signCount()).isEqualTo(accepted ? next : 0);
  }

  @Test
  void aCounterIsNotLookedAtBeforeTheSignature() {
    key.counter = 5;
    Passkey passkey = registered(Use.ALONE);
    SoftAuthenticator forger = new SoftAuthenticator(ORIGIN, SITE);
    forger.credentialId = key.credentialId;

    assertThat(check(forger.get(CHALLENGE, "webauthn.get"), Use.ALONE, passkey).flaw())
        .contains(Flaw.WRONG_SIGNATURE);
  }

  @Test
  void backupFlagsAreTakenAndEligibilityNeverChanges() {
    key.backupEligible = true;
    Passkey passkey = registered(Use.ALONE);
    assertThat(passkey.backedUp()).isFalse();
    key.backedUp = true;

    assertThat(check(key.get(CHALLENGE, "webauthn.get"), Use.ALONE, passkey).backedUp()).isTrue();

    key.backupEligible = false;
    assertThat(flawOfAnswer(passkey)).contains(Flaw.UNFIT);
    key.backedUp = false;
    assertThat(flawOfAnswer(passkey)).contains(Flaw.UNFIT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "\"text\"",
        "{\"id\":7}",
        "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
        "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":null}",
        "{\"id\":\"!\",\"rawId\":\"!\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"AA\",\"signature\":\"AA\",\"attestationObject\":\"oA\"}}",
        "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"AA\",\"signature\":\"AA\",\"attestationObject\":\"oA\"}}",
        "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"bnVsbA\",\"authenticatorData\":\"\",\"signature\":\"\",\"attestationObject\":\"9g\"}}"
      })
  void nonsenseIsRefusedQuietly(String json) {
    Passkey passkey = registered(Use.ALONE);

    assertThat(register(json, Use.ALONE).flaw()).isPresent();
    assertThat(check(json, Use.ALONE, passkey).flaw()).isPresent();
    assertThat(webAuthn.claim(json)).isEmpty();
  }

  @Test
  void everyCutOfAnAnswerIsRefusedQuietly() {
    Passkey passkey = registered(Use.ALONE);
    String created = key.create(CHALLENGE, "webauthn.create");
    String answered = key.get(CHALLENGE, "webauthn.get");

    for (int i = 0; i < created.length(); i += 3) {
      String cut = created.substring(0, i) + created.substring(i + 1);
      register(cut, Use.ALONE);
      assertThat(register(created.substring(0, i), Use.ALONE).flaw()).isPresent();
    }
    for (int i = 0; i < answered.length(); i += 3) {
      String cut = answered.substring(0, i) + answered.substring(i + 1);
      check(cut, Use.ALONE, passkey);
      assertThat(check(answered.substring(0, i), Use.ALONE, passkey).flaw()).isPresent();
    }
  }

  @Test
  void whatIsFarTooLongIsNotRead() {
    String padded = key.create(CHALLENGE, "webauthn.create") + " ".repeat(40_000);

    assertThat(register(padded, Use.ALONE).flaw()).contains(Flaw.MALFORMED);
    assertThat(webAuthn.claim(" ".repeat(40_000))).isEmpty();
  }

  @Test
  void creationOptionsSayWhatABrowserMustKnow() throws IOException {
    Passkey known = registered(Use.ALONE);
    WebAuthn.User user = new WebAuthn.User("aGFuZGxl", "ada@example.org", "Ada \"<Ω>\"");
    JsonNode alone = read(webAuthn.creationOptions(CHALLENGE, user, Use.ALONE, List.of(known)));
    JsonNode beside =
        read(webAuthn.creationOptions(CHALLENGE, user, Use.BESIDE_A_PASSWORD, List.of()));

    assertThat(alone.at("/rp/id").asText()).isEqualTo(SITE);
    assertThat(alone.at("/rp/name").asText()).isEqualTo("Example keys");
    assertThat(alone.at("/user/id").asText()).isEqualTo("aGFuZGxl");
    assertThat(alone.at("/user/name").asText()).isEqualTo("ada@example.org");
    assertThat(alone.at("/user/displayName").asText()).isEqualTo("Ada \"<Ω>\"");
    assertThat(alone.at("/challenge").asText()).isEqualTo(CHALLENGE);
    assertThat(alone.at("/attestation").asText()).isEqualTo("none");
    assertThat(alone.at("/timeout").asLong()).isEqualTo(300_000);
    assertThat(alone.at("/pubKeyCredParams").findValuesAsText("alg"))
        .containsExactly("-7", "-8", "-257");
    assertThat(alone.at("/excludeCredentials/0/id").asText()).isEqualTo(known.credentialId());
    assertThat(alone.at("/excludeCredentials/0/type").asText()).isEqualTo("public-key");
    assertThat(alone.at("/excludeCredentials/0/transports").size()).isEqualTo(2);
    assertThat(alone.at("/authenticatorSelection/residentKey").asText()).isEqualTo("required");
    assertThat(alone.at("/authenticatorSelection/userVerification").asText()).isEqualTo("required");
    assertThat(beside.at("/authenticatorSelection/residentKey").asText()).isEqualTo("discouraged");
    assertThat(beside.at("/authenticatorSelection/userVerification").asText())
        .isEqualTo("discouraged");
    assertThat(beside.at("/authenticatorSelection/authenticatorAttachment").asText())
        .isEqualTo("cross-platform");
    assertThat(beside.at("/hints/0").asText()).isEqualTo("security-key");
  }

  @Test
  void requestOptionsNameWhoMayAnswer() throws IOException {
    Passkey known = registered(Use.ALONE);
    JsonNode one = read(webAuthn.requestOptions(CHALLENGE, Use.ALONE, List.of(known)));
    JsonNode any = read(webAuthn.requestOptions(CHALLENGE, Use.BESIDE_A_PASSWORD, List.of()));

    assertThat(one.at("/rpId").asText()).isEqualTo(SITE);
    assertThat(one.at("/challenge").asText()).isEqualTo(CHALLENGE);
    assertThat(one.at("/userVerification").asText()).isEqualTo("required");
    assertThat(one.at("/allowCredentials/0/id").asText()).isEqualTo(known.credentialId());
    assertThat(any.at("/allowCredentials")).isEmpty();
    assertThat(any.at("/userVerification").asText()).isEqualTo("discouraged");
  }

  @Test
  void aHandleThatTheAuthenticatorSaysIsReadAndNotBelieved() {
    registered(Use.ALONE);
    key.claimToBe("c29tZWJvZHkgZWxzZQ");

    assertThat(webAuthn.claim(key.get(CHALLENGE, "webauthn.get")))
        .contains(
            new WebAuthn.Claim(key.credentialId, CHALLENGE, Optional.of("c29tZWJvZHkgZWxzZQ")));
  }

  @Test
  void transportsThatNobodyKnowsAreForgotten() {
    String created =
        key.create(CHALLENGE, "webauthn.create").replace("\"nfc\"", "\"carrier-pigeon\"");

    assertThat(register(created, Use.ALONE).passkey().map(Passkey::transports))
        .contains(Set.of("usb"));
  }

  private Passkey registered(Use use) {
    return register(key.create(CHALLENGE, "webauthn.create"), use).passkey().orElseThrow();
  }

  private WebAuthn.Registration register(String json, Use use) {
    return webAuthn.register(json, FACTOR, CHALLENGE, use);
  }

  private WebAuthn.Assertion check(String json, Use use, Passkey passkey) {
    return webAuthn.check(json, CHALLENGE, use, passkey);
  }

  private Optional<Flaw> flawOfNew() {
    return register(key.create(CHALLENGE, "webauthn.create"), Use.ALONE).flaw();
  }

  private Optional<Flaw> flawOfAnswer(Passkey passkey) {
    return check(key.get(CHALLENGE, "webauthn.get"), Use.ALONE, passkey).flaw();
  }

  private static JsonNode read(String json) throws IOException {
    return new ObjectMapper().readTree(json);
  }
}
