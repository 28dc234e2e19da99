package org.sparekey.application.delivery;

import org.sparekey.application.UseCase;

/** Adds a key to the virtual handset's authenticator, as an app does when it reads a QR code. */
@UseCase
public class AddHandsetKey {

  /**
   * False when the text is no key: base 32 of at least 128 bits, or an {@code otpauth://totp/}
   * address; or when there is no handset.
   */
  public boolean add(String label, String key) {
    throw new UnsupportedOperationException();
  }
}
