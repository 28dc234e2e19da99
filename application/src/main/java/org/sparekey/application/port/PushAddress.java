package org.sparekey.application.port;

import java.net.URI;

/**
 * Where a browser hears pushes, as it told us (W3C Push API). Whoever has it can make the phone
 * ring: it is kept sealed.
 *
 * @param endpoint the push service's own address for this browser
 * @param p256dh the browser's public key for contents, 65 bytes in base64url (RFC 8291 §3.1)
 * @param auth the secret that goes with it, 16 bytes in base64url (RFC 8291 §3.2)
 * @param keyNumber the key of ours that the browser was told (RFC 8292 §4), 1 or more
 */
public record PushAddress(URI endpoint, String p256dh, String auth, int keyNumber) {

  /** Without what must not be told. */
  @Override
  public String toString() {
    return "PushAddress[" + endpoint.getHost() + "]";
  }
}
