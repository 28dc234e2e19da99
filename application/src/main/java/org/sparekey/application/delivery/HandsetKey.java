package org.sparekey.application.delivery;

import java.util.UUID;

/**
 * An entry of the virtual handset's authenticator.
 *
 * @param code the six digits of this moment
 * @param secondsLeft how long the code is good, 1 to 30
 */
public record HandsetKey(UUID id, String label, String code, int secondsLeft) {

  /** Without the code. */
  @Override
  public String toString() {
    return "HandsetKey[" + id + "]";
  }
}
