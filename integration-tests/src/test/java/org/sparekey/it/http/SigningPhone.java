package org.sparekey.it.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/** A phone with Sparekey's own authenticator: no cookies, everything signed. */
public final class SigningPhone {

  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  private final ApiClient client;
  private final String origin;
  private final KeyPair keys;
  private String device = "";
  private String account = "";

  /** A phone whose key has just been made. */
  public SigningPhone(URI site) {
    Visitor nobody = new Visitor(site);
    client = new ApiClient(site, nobody);
    origin = nobody.origin();
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gives the binding code. */
  public Answer claim(String code) {
    String letters = code.replace("-", "");
    Answer answer =
        post(
            "bindings",
            object(
                "code",
                letters,
                "publicKey",
                publicKey(),
                "signature",
                sign("claim", letters, publicKey())));
    if (answer.status() == 201) {
      device = answer.text("device");
      account = answer.text("account");
    }
    return answer;
  }

  /** Asks what it is asked; waits when {@code seen} is still so. */
  public Answer hear(String seen) {
    String nonce = greet().text("nonce");
    return post(
        "questions",
        object(
            "device",
            device,
            "nonce",
            nonce,
            "seen",
            seen,
            "signature",
            sign("hear", device, nonce)));
  }

  /** The first question that it is asked. */
  public String question() {
    return hear("").json().at("/questions/0/id").asText();
  }

  /** The body of an answer, signed. */
  public String answer(String challenge, String decision, String number) {
    String time = "2026-11-23T12:00:00.000Z";
    return object(
        "device",
        device,
        "challenge",
        challenge,
        "decision",
        decision,
        "number",
        number,
        "time",
        time,
        "signature",
        sign("answer", device, account, challenge, "sign-in", decision, number, time));
  }

  /** Says where it hears pushes. */
  public Answer hearPushesAt(String endpoint, String p256dh, String auth) {
    String nonce = greet().text("nonce");
    return client.send(
        "PUT",
        "authenticator/push-address",
        object(
            "device",
            device,
            "nonce",
            nonce,
            "endpoint",
            endpoint,
            "p256dh",
            p256dh,
            "auth",
            auth,
            "signature",
            sign("address", device, nonce, endpoint, p256dh, auth)),
        JSON);
  }

  /** Lets questions come again. */
  public Answer allow() {
    String nonce = greet().text("nonce");
    return post(
        "permission",
        object("device", device, "nonce", nonce, "signature", sign("allow", device, nonce)));
  }

  /** What any authenticator is told. */
  public Answer greet() {
    return client.get("authenticator");
  }

  /** Posts a body as it is. */
  public Answer post(String path, String json) {
    return client.send("POST", "authenticator/" + path, json, JSON);
  }

  /** Its public key, as the server wants it. */
  public String publicKey() {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    return base64(
        HexFormat.of()
            .parseHex("04" + hex(key.getW().getAffineX()) + hex(key.getW().getAffineY())));
  }

  /** Signs an act on this site. */
  public String sign(String act, String... parts) {
    String text =
        "sparekey-authenticator-1\n" + act + "\n" + origin + "\n" + String.join("\n", parts);
    try {
      Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
      signer.initSign(keys.getPrivate());
      signer.update(text.getBytes(UTF_8));
      return base64(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A flat object of texts that need no escaping. */
  public static String object(String... members) {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < members.length; i += 2) {
      json.append(i == 0 ? "" : ",")
          .append('"')
          .append(members[i])
          .append("\":\"")
          .append(members[i + 1])
          .append('"');
    }
    return json.append('}').toString();
  }

  private static String hex(BigInteger number) {
    return String.format("%064x", number);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
