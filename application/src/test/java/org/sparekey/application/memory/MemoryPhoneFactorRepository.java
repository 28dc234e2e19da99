package org.sparekey.application.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.PhoneFactorRepository;
import org.sparekey.domain.account.PhoneNumber;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.shared.FactorId;

/** Numbers in memory; those of revoked factors are as good as wiped. */
public final class MemoryPhoneFactorRepository implements PhoneFactorRepository {

  private final Map<FactorId, PhoneNumber> rows = new HashMap<>();
  private final FactorRepository factors;

  public MemoryPhoneFactorRepository(FactorRepository factors) {
    this.factors = factors;
  }

  @Override
  public synchronized void keep(FactorId factor, PhoneNumber number) {
    if (rows.putIfAbsent(factor, number) != null) {
      throw new IllegalStateException("the factor has a number");
    }
  }

  @Override
  public synchronized Optional<PhoneNumber> number(FactorId factor) {
    return factors
        .find(factor)
        .filter(found -> found.status() != FactorStatus.REVOKED)
        .map(found -> rows.get(factor));
  }
}
