package org.sparekey.application.adapter.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ES256 in the forms of WebCrypto, and the pairs for push services. */
class SignaturesOfPhonesTest {

  // RFC 6979 §A.2.5: P-256, SHA-256, message "sample"
  private static final String X =
      "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6";
  private static final String Y =
      "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299";
  private static final String R =
      "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716";
  private static final String S =
      "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8";

  private final EcdsaSignatures signatures = new EcdsaSignatures();

  @TempDir Path directory;

  @Test
  void theVectorOfRfc6979IsVerified() {
    assertThat(signatures.verifies(text("04" + X + Y), "sample", text(R + S))).isTrue();
    assertThat(signatures.verifies(text("04" + X + Y), "simple", text(R + S))).isFalse();
    assertThat(signatures.verifies(text("04" + X + Y), "sample", text(S + R))).isFalse();
  }

  @Test
  void noughtsAreNoSignature() {
    // CVE-2022-21449
    assertThat(signatures.verifies(text("04" + X + Y), "sample", text("00".repeat(64)))).isFalse();
  }

  @Test
  void whatIsNoPointOfTheCurveIsNoKey() {
    assertThat(signatures.isKey(text("04" + X + Y))).isTrue();
    assertThat(signatures.isKey(text("04" + Y + X))).isFalse();
    assertThat(signatures.isKey(text("02" + X))).isFalse();
    assertThat(signatures.isKey(text("04" + "ff".repeat(64)))).isFalse();
    assertThat(signatures.isKey(text("00"))).isFalse();
    assertThat(signatures.isKey("no base 64!")).isFalse();
    assertThat(signatures.isKey("A".repeat(100_000))).isFalse();
    assertThat(signatures.verifies("", "sample", "")).isFalse();
    assertThat(signatures.verifies(text("04" + X + Y), "sample", "=")).isFalse();
  }

  @Test
  void aPairFromTheKeyFileSignsAndIsTheSameEachTime() throws GeneralSecurityException {
    Path file = directory.resolve("keys.properties");
    KeyRing.make(file, new SecureRandom());
    FiledVapidKeys keys = new FiledVapidKeys(KeyRing.read(file));
    KeyPair pair = keys.pair(keys.newest()).orElseThrow();

    Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
    signer.initSign(pair.getPrivate());
    signer.update("sample".getBytes(UTF_8));
    assertThat(
            signatures.verifies(
                publicKey(pair),
                "sample",
                Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign())))
        .isTrue();
    assertThat(publicKey(new FiledVapidKeys(KeyRing.read(file)).pair(1).orElseThrow()))
        .isEqualTo(publicKey(pair));
    assertThat(keys.pair(2)).isEmpty();
  }

  @Test
  void thePairOfAKnownNumberIsKnown() {
    // RFC 6979 §A.2.5 gives the private key x of that public key; ours is the random number plus 1
    BigInteger x =
        new BigInteger("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721", 16);
    byte[] random = x.subtract(BigInteger.ONE).toByteArray();

    assertThat(publicKey(P256.pair(random))).isEqualTo(text("04" + X + Y));
  }

  private static String publicKey(KeyPair pair) {
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    return text(String.format("04%064x%064x", key.getW().getAffineX(), key.getW().getAffineY()));
  }

  private static String text(String hex) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(HexFormat.of().parseHex(hex));
  }
}
