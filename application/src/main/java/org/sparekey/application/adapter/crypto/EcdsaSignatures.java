package org.sparekey.application.adapter.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import java.util.Optional;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.DeviceSignatures;

/** ES256, by the JDK. */
@Adapter
public class EcdsaSignatures implements DeviceSignatures {

  private static final int SIGNATURE_LENGTH = 64;
  private static final int LONGEST_TEXT = 200;

  @Override
  public boolean isKey(String publicKey) {
    return read(publicKey).isPresent();
  }

  @Override
  public boolean verifies(String publicKey, String statement, String signature) {
    byte[] bytes = decode(signature);
    return bytes.length == SIGNATURE_LENGTH
        && read(publicKey).filter(key -> verifies(key, statement, bytes)).isPresent();
  }

  private static boolean verifies(PublicKey key, String statement, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
      verifier.initVerify(key);
      verifier.update(statement.getBytes(UTF_8));
      return verifier.verify(signature);
    } catch (SignatureException e) {
      return false; // r or s is out of range
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has ECDSA on P-256", e);
    }
  }

  private static Optional<PublicKey> read(String publicKey) {
    return P256.publicKey(decode(publicKey));
  }

  private static byte[] decode(String text) {
    try {
      return text.length() > LONGEST_TEXT ? new byte[0] : Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
