package org.sparekey.application.adapter.push;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.sparekey.application.port.PushAddress;

/**
 * A browser that subscribed: opens what was sealed for it, by the letter of RFC 8291 §3.4 and RFC
 * 8188 §2, and shares no code with the library that seals.
 */
final class SubscribedBrowser {

  private final PrivateKey privateKey;
  private final byte[] publicKey;
  private final byte[] auth;

  private SubscribedBrowser(PrivateKey privateKey, byte[] publicKey, byte[] auth) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
    this.auth = auth;
  }

  static SubscribedBrowser fresh() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      return new SubscribedBrowser(
          pair.getPrivate(),
          uncompressed((ECPublicKey) pair.getPublic()),
          "0123456789abcdef".getBytes(US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One whose keys are known. */
  static SubscribedBrowser of(String privateKey, String publicKey, String auth) {
    try {
      PrivateKey key =
          KeyFactory.getInstance("EC")
              .generatePrivate(
                  new ECPrivateKeySpec(new BigInteger(1, bytes(privateKey)), parameters()));
      return new SubscribedBrowser(key, bytes(publicKey), bytes(auth));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  PushAddress at(URI endpoint) {
    return new PushAddress(endpoint, text(publicKey), text(auth), 1);
  }

  /** What the body of a push message says. */
  String open(byte[] body) {
    ByteBuffer in = ByteBuffer.wrap(body);
    byte[] salt = take(in, 16);
    int recordSize = in.getInt();
    byte[] sender = take(in, in.get());
    byte[] record = take(in, in.remaining());
    if (record.length > recordSize) {
      throw new AssertionError("more than one record");
    }
    try {
      KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(privateKey);
      agreement.doPhase(publicKey(sender), true);
      byte[] keyInfo = join("WebPush: info\0".getBytes(US_ASCII), publicKey, sender, ONE);
      byte[] ikm = hmac(hmac(auth, agreement.generateSecret()), keyInfo);
      byte[] prk = hmac(salt, ikm);
      byte[] key = hmac(prk, join("Content-Encoding: aes128gcm\0".getBytes(US_ASCII), ONE));
      byte[] nonce = hmac(prk, join("Content-Encoding: nonce\0".getBytes(US_ASCII), ONE));
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(Arrays.copyOf(key, 16), "AES"),
          new GCMParameterSpec(128, Arrays.copyOf(nonce, 12)));
      byte[] padded = cipher.doFinal(record);
      int end = padded.length - 1;
      while (padded[end] == 0) {
        end--;
      }
      if (padded[end] != 2) {
        throw new AssertionError("not the last record");
      }
      return new String(padded, 0, end, UTF_8);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("cannot be opened", e);
    }
  }

  private static final byte[] ONE = {1};

  static PublicKey publicKey(byte[] uncompressed) throws GeneralSecurityException {
    return KeyFactory.getInstance("EC")
        .generatePublic(
            new ECPublicKeySpec(
                new ECPoint(
                    new BigInteger(1, Arrays.copyOfRange(uncompressed, 1, 33)),
                    new BigInteger(1, Arrays.copyOfRange(uncompressed, 33, 65))),
                parameters()));
  }

  static byte[] uncompressed(ECPublicKey key) {
    byte[] all = new byte[65];
    all[0] = 4;
    fill(all, 1, key.getW().getAffineX());
    fill(all, 33, key.getW().getAffineY());
    return all;
  }

  private static void fill(byte[] all, int from, BigInteger number) {
    byte[] bytes = number.toByteArray();
    int length = Math.min(bytes.length, 32);
    System.arraycopy(bytes, bytes.length - length, all, from + 32 - length, length);
  }

  private static ECParameterSpec parameters() throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }

  private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(message);
  }

  private static byte[] take(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] bytes(String base64url) {
    return Base64.getUrlDecoder().decode(base64url);
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
