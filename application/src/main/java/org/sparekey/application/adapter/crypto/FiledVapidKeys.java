package org.sparekey.application.adapter.crypto;

import jakarta.inject.Inject;
import java.security.KeyPair;
import java.util.Optional;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.VapidKeys;

/** Makes the pairs from the random bytes in the key file. */
@Adapter
public class FiledVapidKeys implements VapidKeys {

  private final KeyRing keys;

  @Inject
  public FiledVapidKeys(KeyRing keys) {
    this.keys = keys;
  }

  @Override
  public int newest() {
    return keys.newest(KeyFamily.PUSH);
  }

  @Override
  public Optional<KeyPair> pair(int number) {
    return keys.key(KeyFamily.PUSH, number).map(P256::pair);
  }
}
