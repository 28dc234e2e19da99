package org.sparekey.application.port;

import java.util.Optional;
import org.sparekey.domain.account.PhoneNumber;
import org.sparekey.domain.shared.FactorId;

/**
 * The numbers of text and call factors. A number never changes: another number is another factor
 * (NIST SP 800-63B-4 §3.1.3.3). {@link FactorRepository#save(org.sparekey.domain.factor.Factor)}
 * wipes it when the factor is revoked.
 */
public interface PhoneFactorRepository {

  /** Keeps the number of a factor that has just been added. */
  void keep(FactorId factor, PhoneNumber number);

  /** Empty when the factor is of another kind or revoked. */
  Optional<PhoneNumber> number(FactorId factor);
}
