package org.sparekey.domain.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Bytes that must not be shown: a password, a seed, a code, a session token. Prints as redacted;
 * {@link #reveal()} and {@link #revealText()} are the only ways to the content, and an architecture
 * rule lists the packages that may call them.
 */
public final class Secret {

  private final byte[] bytes;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Copies {@code bytes}. */
  public static Secret of(byte[] bytes) {
    return new Secret(bytes.clone());
  }

  /** Takes the UTF-8 bytes of {@code text}. */
  public static Secret ofText(String text) {
    return new Secret(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A copy of the content. */
  public byte[] reveal() {
    return bytes.clone();
  }

  /** The content read as UTF-8. */
  public String revealText() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The number of bytes, which may be told. */
  public int length() {
    return bytes.length;
  }

  /** Compares in time that does not depend on where the contents differ. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(bytes, secret.bytes);
  }

  /** The same for all secrets, so that no hash of one is ever kept or printed. */
  @Override
  public int hashCode() {
    return Secret.class.hashCode();
  }

  @Override
  public String toString() {
    return "Secret[redacted]";
  }
}
