package org.sparekey.application.port;

/** Signatures of phones: ECDSA on P-256 with SHA-256, in the forms of WebCrypto. */
public interface DeviceSignatures {

  /** Whether the text is 65 bytes in base64url that are a point of the curve. */
  boolean isKey(String publicKey);

  /**
   * Whether the holder of the key signed exactly this text, in UTF-8.
   *
   * @param signature 64 bytes in base64url: r and s (IEEE P1363)
   */
  boolean verifies(String publicKey, String statement, String signature);
}
