package org.sparekey.application.adapter.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.Sealer;
import org.sparekey.domain.shared.Secret;

/**
 * AES-256-GCM with a random nonce of 96 bits: {@code <number of the key>.<base 64 of nonce,
 * ciphertext and tag>}. The context is authenticated, so that a sealed seed cannot be moved to
 * another row.
 */
@Adapter
public class AesGcmSealer implements Sealer {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final KeyRing keys;
  private final SecureRandom random = new SecureRandom();

  @Inject
  public AesGcmSealer(KeyRing keys) {
    this.keys = keys;
  }

  @Override
  public String seal(Secret secret, String context) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    int number = keys.newest(KeyFamily.SEAL);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.newestKey(KeyFamily.SEAL), nonce, context);
      byte[] sealed = cipher.doFinal(secret.reveal());
      byte[] all = new byte[nonce.length + sealed.length];
      System.arraycopy(nonce, 0, all, 0, nonce.length);
      System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
      return number + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  @Override
  public Secret open(String sealed, String context) {
    int dot = sealed.indexOf('.');
    try {
      int number = Integer.parseInt(sealed.substring(0, Math.max(dot, 0)));
      byte[] key =
          keys.key(KeyFamily.SEAL, number)
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "sealed under seal." + number + ", which the key file does not have"));
      byte[] all = Base64.getUrlDecoder().decode(sealed.substring(dot + 1));
      if (all.length < NONCE_BYTES) {
        throw new IllegalStateException("what was sealed has been cut short");
      }
      byte[] nonce = new byte[NONCE_BYTES];
      System.arraycopy(all, 0, nonce, 0, NONCE_BYTES);
      return Secret.of(
          cipher(Cipher.DECRYPT_MODE, key, nonce, context)
              .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("what was sealed has been changed", e);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, String context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(UTF_8));
    return cipher;
  }
}
