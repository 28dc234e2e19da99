package org.sparekey.application.adapter.crypto;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.RandomSource;
import org.sparekey.domain.shared.Secret;

/** The random generator of the JDK. */
@Adapter
public class SystemRandom implements RandomSource {

  private static final int TOKEN_BYTES = 32;
  private static final int MOST_DIGITS = 18;

  private final SecureRandom random = new SecureRandom();

  @Override
  public Secret token() {
    return Secret.ofText(
        Base64.getUrlEncoder().withoutPadding().encodeToString(fresh(TOKEN_BYTES)));
  }

  @Override
  public Secret digits(int count) {
    if (count < 1 || count > MOST_DIGITS) {
      throw new IllegalArgumentException(count + " digits");
    }
    long bound = 1;
    for (int i = 0; i < count; i++) {
      bound *= 10;
    }
    return Secret.ofText(String.format(Locale.ROOT, "%0" + count + "d", random.nextLong(bound)));
  }

  @Override
  public Secret bytes(int count) {
    return Secret.of(fresh(count));
  }

  private byte[] fresh(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
