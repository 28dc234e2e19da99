package org.sparekey.domain.factor;

import java.time.Instant;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;

/**
 * What does not change during a factor's life, but for the name.
 *
 * @param device the name that the owner gave to the device it lives on, 1 to 60 characters
 */
public record FactorDetails(
    FactorId id, AccountId account, FactorKind kind, DeviceName device, Instant createdAt) {

  /** The same factor under another device name. */
  public FactorDetails on(DeviceName other) {
    return new FactorDetails(id, account, kind, other, createdAt);
  }
}
