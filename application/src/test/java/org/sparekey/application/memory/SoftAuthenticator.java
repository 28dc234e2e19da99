package org.sparekey.application.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.UUID;

/**
 * A browser with an authenticator that holds one credential. It does what it is told by its public
 * fields, so that tests can make it lie.
 */
public final class SoftAuthenticator {

  private static final int PRESENT = 0x01;
  private static final int CHECKED = 0x04;
  private static final int BACKUP_ELIGIBLE = 0x08;
  private static final int BACKED_UP = 0x10;
  private static final int ATTESTED = 0x40;
  private static final ObjectMapper JSON = new ObjectMapper();

  public String origin;
  public String site;
  public boolean present = true;
  public boolean checksUser = true;
  public boolean backupEligible;
  public boolean backedUp;
  public boolean crossOrigin;
  public boolean saysUserHandle = true;
  public long counter;
  public long step = 1;

  /** base64url of the credential's id; random at first. */
  public String credentialId = text(random());

  private final boolean rsa;
  private final KeyPair keys;
  private String userHandle = "";

  /** With a P-256 key, at this origin. */
  public SoftAuthenticator(String origin, String site) {
    this(origin, site, false);
  }

  /** With an RSA key of 2048 bits if wanted. */
  public SoftAuthenticator(String origin, String site, boolean rsa) {
    this.origin = origin;
    this.site = site;
    this.rsa = rsa;
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(rsa ? "RSA" : "EC");
      if (rsa) {
        generator.initialize(2048);
      } else {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      }
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the browser sends for these creation options. */
  public String create(String options) {
    JsonNode wish = read(options);
    userHandle = wish.at("/user/id").asText();
    return create(wish.at("/challenge").asText(), "webauthn.create");
  }

  /** The same for a challenge and a type that nobody asked for. */
  public String create(String challenge, String type) {
    byte[] client = client(type, challenge);
    ByteArrayOutputStream attestation = new ByteArrayOutputStream();
    attestation.write(0xa3);
    word(attestation, "fmt");
    word(attestation, "none");
    word(attestation, "attStmt");
    attestation.write(0xa0);
    word(attestation, "authData");
    bytes(attestation, spoken(true));
    ObjectNode answer = answer();
    ObjectNode response = answer.putObject("response");
    response.put("clientDataJSON", text(client));
    response.put("attestationObject", text(attestation.toByteArray()));
    response.putArray("transports").add("usb").add("nfc");
    return answer.toString();
  }

  /** What the browser sends for these request options. */
  public String get(String options) {
    return get(read(options).at("/challenge").asText(), "webauthn.get");
  }

  /** The same for a challenge and a type that nobody asked for. */
  public String get(String challenge, String type) {
    counter += counter == 0 ? 0 : step;
    byte[] client = client(type, challenge);
    byte[] spoken = spoken(false);
    ObjectNode answer = answer();
    ObjectNode response = answer.putObject("response");
    response.put("clientDataJSON", text(client));
    response.put("authenticatorData", text(spoken));
    response.put("signature", text(sign(spoken, client)));
    if (saysUserHandle) {
      response.put("userHandle", userHandle);
    }
    return answer.toString();
  }

  /** Takes the place of the handle that it was registered with. */
  public void claimToBe(String handle) {
    userHandle = handle;
  }

  private ObjectNode answer() {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("id", credentialId);
    answer.put("rawId", credentialId);
    answer.put("type", "public-key");
    answer.put("authenticatorAttachment", "cross-platform");
    answer.putObject("clientExtensionResults");
    return answer;
  }

  private byte[] client(String type, String challenge) {
    ObjectNode client = JSON.createObjectNode();
    client.put("type", type);
    client.put("challenge", challenge);
    client.put("origin", origin);
    client.put("crossOrigin", crossOrigin);
    return client.toString().getBytes(UTF_8);
  }

  private byte[] spoken(boolean withKey) {
    ByteArrayOutputStream spoken = new ByteArrayOutputStream();
    spoken.writeBytes(digest(site.getBytes(UTF_8)));
    spoken.write(
        (present ? PRESENT : 0)
            | (checksUser ? CHECKED : 0)
            | (backupEligible ? BACKUP_ELIGIBLE : 0)
            | (backedUp ? BACKED_UP : 0)
            | (withKey ? ATTESTED : 0));
    spoken.writeBytes(ByteBuffer.allocate(4).putInt((int) counter).array());
    if (withKey) {
      byte[] id = Base64.getUrlDecoder().decode(credentialId);
      spoken.writeBytes(new byte[16]);
      spoken.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
      spoken.writeBytes(id);
      spoken.writeBytes(rsa ? rsaKey() : ecKey());
    }
    return spoken.toByteArray();
  }

  private byte[] ecKey() {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    ByteArrayOutputStream cose = new ByteArrayOutputStream();
    cose.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21});
    bytes(cose, unsigned(key.getW().getAffineX(), 32));
    cose.write(0x22);
    bytes(cose, unsigned(key.getW().getAffineY(), 32));
    return cose.toByteArray();
  }

  private byte[] rsaKey() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    ByteArrayOutputStream cose = new ByteArrayOutputStream();
    cose.writeBytes(new byte[] {(byte) 0xa4, 0x01, 0x03, 0x03, 0x39, 0x01, 0x00, 0x20});
    bytes(cose, unsigned(key.getModulus(), 256));
    cose.write(0x21);
    bytes(cose, unsigned(key.getPublicExponent(), 3));
    return cose.toByteArray();
  }

  private byte[] sign(byte[] spoken, byte[] client) {
    try {
      Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(spoken);
      signature.update(digest(client));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] unsigned(BigInteger number, int length) {
    byte[] signed = number.toByteArray();
    byte[] unsigned = new byte[length];
    int from = Math.max(0, signed.length - length);
    int count = signed.length - from;
    System.arraycopy(signed, from, unsigned, length - count, count);
    return unsigned;
  }

  private static void word(ByteArrayOutputStream cbor, String word) {
    cbor.write(0x60 + word.length());
    cbor.writeBytes(word.getBytes(UTF_8));
  }

  private static void bytes(ByteArrayOutputStream cbor, byte[] bytes) {
    if (bytes.length < 24) {
      cbor.write(0x40 + bytes.length);
    } else {
      cbor.write(0x59);
      cbor.write(bytes.length >> 8);
      cbor.write(bytes.length & 0xff);
    }
    cbor.writeBytes(bytes);
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] random() {
    UUID random = UUID.randomUUID();
    return ByteBuffer.allocate(16)
        .putLong(random.getMostSignificantBits())
        .putLong(random.getLeastSignificantBits())
        .array();
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
