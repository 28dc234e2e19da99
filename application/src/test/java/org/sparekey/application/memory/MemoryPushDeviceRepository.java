package org.sparekey.application.memory;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.port.PushAddress;
import org.sparekey.application.port.PushDevice;
import org.sparekey.application.port.PushDeviceRepository;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;

/** Phones in memory; a factor that is revoked has none. */
public final class MemoryPushDeviceRepository implements PushDeviceRepository {

  private final MemoryFactorRepository factors;
  private final Map<FactorId, PushDevice> rows = new HashMap<>();
  private final Map<String, FactorId> codes = new HashMap<>();
  private final Map<AccountId, Instant> locks = new HashMap<>();

  MemoryPushDeviceRepository(MemoryFactorRepository factors) {
    this.factors = factors;
  }

  @Override
  public synchronized void add(FactorId factor, String codeHash) {
    rows.put(factor, new PushDevice(factor, Optional.empty(), Optional.empty()));
    codes.put(codeHash, factor);
  }

  @Override
  public synchronized Optional<PushDevice> find(FactorId factor) {
    return Optional.ofNullable(rows.get(factor)).filter(row -> there(factor));
  }

  @Override
  public synchronized Optional<FactorId> waitingFor(String codeHash) {
    return Optional.ofNullable(codes.get(codeHash)).filter(this::there);
  }

  @Override
  public synchronized boolean claim(FactorId factor, String codeHash, PushDevice.Claim claim) {
    if (!there(factor) || !codes.remove(codeHash, factor)) {
      return false;
    }
    rows.put(factor, new PushDevice(factor, Optional.of(claim), Optional.empty()));
    return true;
  }

  @Override
  public synchronized void hearAt(FactorId factor, PushAddress address) {
    rows.computeIfPresent(
        factor,
        (id, old) ->
            old.claim().isEmpty() ? old : new PushDevice(id, old.claim(), Optional.of(address)));
  }

  @Override
  public synchronized void forget(FactorId factor, PushAddress address) {
    rows.computeIfPresent(
        factor,
        (id, old) ->
            old.address().filter(address::equals).isPresent()
                ? new PushDevice(id, old.claim(), Optional.empty())
                : old);
  }

  @Override
  public synchronized void lock(AccountId account, Instant now) {
    locks.put(account, now);
  }

  @Override
  public synchronized void unlock(AccountId account) {
    locks.remove(account);
  }

  @Override
  public synchronized Optional<Instant> lockedSince(AccountId account) {
    return Optional.ofNullable(locks.get(account));
  }

  private boolean there(FactorId factor) {
    return factors.find(factor).filter(row -> row.status() != FactorStatus.REVOKED).isPresent();
  }
}
