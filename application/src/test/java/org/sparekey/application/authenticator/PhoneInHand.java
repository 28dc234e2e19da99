package org.sparekey.application.authenticator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.sparekey.application.signin.SignInHouse;
import org.sparekey.domain.shared.ChallengeId;
import org.sparekey.domain.shared.Origin;

/** A phone with the authenticator: signs as its page does. */
final class PhoneInHand {

  static final Origin POCKET =
      new Origin(
          "192.0.2.44", "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile", Optional.empty());

  private static final String SITE = "https://keys.example.org";

  private final SignInHouse house;
  private final KeyPair keys;
  private String device = "";
  private String account = "";

  PhoneInHand(SignInHouse house) {
    this.house = house;
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String publicKey() {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    return base64(
        HexFormat.of()
            .parseHex("04" + hex(key.getW().getAffineX()) + hex(key.getW().getAffineY())));
  }

  private static String hex(BigInteger number) {
    return String.format("%064x", number);
  }

  String sign(String act, String... parts) {
    String text =
        "sparekey-authenticator-1\n" + act + "\n" + SITE + "\n" + String.join("\n", parts);
    try {
      Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
      signer.initSign(keys.getPrivate());
      signer.update(text.getBytes(UTF_8));
      return base64(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  AuthenticatorAnswer<ClaimedView> claim(String code) {
    AuthenticatorAnswer<ClaimedView> answer =
        house
            .get(ClaimBinding.class)
            .claim(code, publicKey(), sign("claim", code, publicKey()), POCKET);
    answer.fold(
        bound -> {
          device = bound.device().toString();
          account = bound.account().toString();
          return true;
        },
        refused -> false);
    return answer;
  }

  AuthenticatorAnswer<PhoneView> hear() {
    String nonce = house.get(OpenAuthenticator.class).open().nonce();
    return hear(nonce);
  }

  AuthenticatorAnswer<PhoneView> hear(String nonce) {
    return house.get(HearQuestions.class).hear(device, nonce, sign("hear", device, nonce), POCKET);
  }

  /** What it is asked; one question. */
  PhoneView.Asked asked() {
    return heard().questions().get(0);
  }

  PhoneView heard() {
    return hear()
        .fold(
            view -> view,
            refused -> {
              throw new AssertionError("refused: " + refused);
            });
  }

  PhoneAnswer answer(ChallengeId challenge, String purpose, String decision, String number) {
    String time = "2026-11-23T12:00:00.000Z";
    return new PhoneAnswer(
        device,
        challenge.toString(),
        decision,
        number,
        time,
        sign("answer", device, account, challenge.toString(), purpose, decision, number, time));
  }

  AuthenticatorAnswer<Decision> say(PhoneAnswer answer) {
    return house.get(AnswerQuestion.class).answer(answer, POCKET);
  }

  /** Answers the one question that it is asked. */
  AuthenticatorAnswer<Decision> say(String decision, String number) {
    PhoneView.Asked asked = asked();
    return say(answer(asked.id(), asked.purpose(), decision, number));
  }

  AuthenticatorAnswer<Boolean> allow() {
    String nonce = house.get(OpenAuthenticator.class).open().nonce();
    return house
        .get(AllowQuestions.class)
        .allow(device, nonce, sign("allow", device, nonce), POCKET);
  }

  AuthenticatorAnswer<Boolean> hearPushesAt(String endpoint, String auth) {
    String nonce = house.get(OpenAuthenticator.class).open().nonce();
    return house
        .get(KeepPushAddress.class)
        .keep(
            device,
            nonce,
            new KeepPushAddress.Subscription(endpoint, "p256dh", auth),
            sign("address", device, nonce, endpoint, "p256dh", auth),
            POCKET);
  }
}
