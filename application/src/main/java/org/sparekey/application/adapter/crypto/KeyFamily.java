package org.sparekey.application.adapter.crypto;

/** What a key is for; a key serves one purpose. */
public enum KeyFamily {
  /** AES-256 keys that seal seeds and message bodies. */
  SEAL("seal"),
  /** Goes into password hashes, and keys the hashes of issued codes. */
  PEPPER("pepper"),
  /** Signs the tokens of forms. */
  FORM("form"),
  /** P-256 keys by which this site names itself to push services (RFC 8292). */
  PUSH("push");

  private final String prefix;

  KeyFamily(String prefix) {
    this.prefix = prefix;
  }

  /** What the names of its keys in the file begin with. */
  public String prefix() {
    return prefix;
  }
}
