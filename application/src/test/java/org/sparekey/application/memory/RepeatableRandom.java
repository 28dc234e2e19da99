package org.sparekey.application.memory;

import java.util.Base64;
import java.util.Random;
import org.sparekey.application.port.RandomSource;
import org.sparekey.domain.shared.Secret;

/** Random values that are the same in every run. */
public final class RepeatableRandom implements RandomSource {

  private final Random random = new Random(20261123);

  @Override
  public Secret token() {
    return Secret.ofText(
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32).reveal()));
  }

  @Override
  public synchronized Secret digits(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(random.nextInt(10));
    }
    return Secret.ofText(text.toString());
  }

  @Override
  public synchronized Secret bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return Secret.of(bytes);
  }
}
