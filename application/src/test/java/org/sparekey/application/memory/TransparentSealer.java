package org.sparekey.application.memory;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.sparekey.application.port.Sealer;
import org.sparekey.domain.shared.Secret;

/** Seals without a key, but opens only with the same context. */
public final class TransparentSealer implements Sealer {

  @Override
  public String seal(Secret secret, String context) {
    return "test:"
        + base64(context.getBytes(StandardCharsets.UTF_8))
        + ':'
        + base64(secret.reveal());
  }

  @Override
  public Secret open(String sealed, String context) {
    String prefix = "test:" + base64(context.getBytes(StandardCharsets.UTF_8)) + ':';
    if (!sealed.startsWith(prefix)) {
      throw new IllegalStateException("sealed with another context");
    }
    return Secret.of(Base64.getUrlDecoder().decode(sealed.substring(prefix.length())));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
