package org.sparekey.application.memory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.sparekey.application.port.Macs;
import org.sparekey.domain.shared.Secret;

/** SHA-256 where the real one uses a key. */
public final class PlainMacs implements Macs {

  @Override
  public String mac(String purpose, Secret secret, String... parts) {
    StringBuilder text = new StringBuilder();
    for (String part : List.of(purpose, secret.revealText(), String.join("\u0000", parts))) {
      text.append(part.length()).append(':').append(part);
    }
    return sha256(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String fingerprint(Secret token) {
    return sha256(token.reveal());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
