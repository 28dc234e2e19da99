package org.sparekey.application.adapter.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.Macs;
import org.sparekey.domain.shared.Secret;

/** HMAC-SHA-256 and SHA-256, by the JDK. */
@Adapter
public class KeyedHashes implements Macs {

  private static final String HMAC = "HmacSHA256";

  /** The purpose whose key is not the pepper, so that it can be rotated at any time. */
  private static final String FORM = "form";

  private final SecretKeySpec pepper;
  private final SecretKeySpec form;

  @Inject
  public KeyedHashes(KeyRing keys) {
    this.pepper = derived(keys.newestKey(KeyFamily.PEPPER), "sparekey mac 1");
    this.form = derived(keys.newestKey(KeyFamily.FORM), "sparekey form 1");
  }

  /** A key of its own, so that the pepper of the passwords is used for passwords only. */
  private static SecretKeySpec derived(byte[] key, String label) {
    return new SecretKeySpec(hmac(new SecretKeySpec(key, HMAC), label.getBytes(UTF_8)), HMAC);
  }

  @Override
  public String mac(String purpose, Secret secret, String... parts) {
    byte[][] fields = new byte[parts.length + 2][];
    fields[0] = purpose.getBytes(UTF_8);
    fields[1] = secret.reveal();
    for (int i = 0; i < parts.length; i++) {
      fields[i + 2] = parts[i].getBytes(UTF_8);
    }
    int length = 0;
    for (byte[] field : fields) {
      length += Integer.BYTES + field.length;
    }
    ByteBuffer message = ByteBuffer.allocate(length);
    for (byte[] field : fields) {
      message.putInt(field.length).put(field);
    }
    return HexFormat.of().formatHex(hmac(FORM.equals(purpose) ? form : pepper, message.array()));
  }

  @Override
  public String fingerprint(Secret token) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.reveal()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static byte[] hmac(SecretKeySpec key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }
}
