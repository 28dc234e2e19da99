package org.sparekey.application.signin;

import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.FactorId;

/**
 * A factor as its owner sees it.
 *
 * @param kind stable code, "totp"
 * @param status stable code, "active"
 */
public record FactorView(
    FactorId id,
    String kind,
    String device,
    Instant createdAt,
    Optional<Instant> lastUsedAt,
    String status) {

  /** The view of this factor. */
  public static FactorView of(Factor factor) {
    Optional<Instant> lastUsed =
        factor.fold(
            pending -> Optional.empty(),
            Factor.Active::lastUsedAt,
            Factor.Suspended::lastUsedAt,
            Factor.Revoked::lastUsedAt);
    return new FactorView(
        factor.id(),
        factor.details().kind().code(),
        factor.details().device().value(),
        factor.details().createdAt(),
        lastUsed,
        factor.status().code());
  }
}
