package org.sparekey.application.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.port.Passkey;
import org.sparekey.application.port.PasskeyRepository;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;

/** Credentials in memory; a factor that is not there any more, or revoked, has none. */
public final class MemoryPasskeyRepository implements PasskeyRepository {

  private final MemoryFactorRepository factors;
  private final Map<FactorId, Passkey> rows = new HashMap<>();
  private final Map<AccountId, String> handles = new HashMap<>();
  private final Map<String, Instant> spent = new HashMap<>();

  MemoryPasskeyRepository(MemoryFactorRepository factors) {
    this.factors = factors;
  }

  @Override
  public synchronized String userHandle(AccountId account, String offered) {
    return handles.computeIfAbsent(account, none -> offered);
  }

  @Override
  public synchronized Optional<String> userHandle(AccountId account) {
    return Optional.ofNullable(handles.get(account));
  }

  @Override
  public synchronized void add(Passkey passkey) {
    if (findByCredentialId(passkey.credentialId()).isPresent()
        || rows.putIfAbsent(passkey.factor(), passkey) != null) {
      throw new IllegalStateException("passkey exists");
    }
  }

  @Override
  public synchronized Optional<Passkey> find(FactorId factor) {
    return Optional.ofNullable(rows.get(factor)).filter(row -> kept(row).isPresent());
  }

  @Override
  public synchronized Optional<Passkey> findByCredentialId(String credentialId) {
    return rows.values().stream()
        .filter(row -> row.credentialId().equals(credentialId) && kept(row).isPresent())
        .findFirst();
  }

  @Override
  public synchronized List<Passkey> ofAccount(AccountId account) {
    return factors.ofAccount(account).stream()
        .sorted(
            Comparator.comparing((Factor factor) -> factor.details().createdAt())
                .thenComparing(factor -> factor.id().value(), Uuids.BYTEWISE))
        .flatMap(factor -> find(factor.id()).stream())
        .toList();
  }

  private Optional<Factor> kept(Passkey row) {
    return factors.find(row.factor()).filter(factor -> !(factor instanceof Factor.Revoked));
  }

  @Override
  public synchronized boolean answered(FactorId factor, long signCount, boolean backedUp) {
    Optional<Passkey> row = find(factor);
    if (row.isEmpty()
        || (signCount <= row.get().signCount() && (signCount > 0 || row.get().signCount() > 0))) {
      return false;
    }
    Passkey old = row.get();
    rows.put(
        factor,
        new Passkey(
            factor,
            old.credentialId(),
            old.publicKey(),
            signCount,
            old.aaguid(),
            old.transports(),
            old.discoverable(),
            old.backupEligible(),
            backedUp));
    return true;
  }

  @Override
  public synchronized boolean spend(String fingerprint, Instant expiresAt) {
    return spent.putIfAbsent(fingerprint, expiresAt) == null;
  }

  @Override
  public synchronized int purge(Instant before, int limit) {
    List<String> over =
        spent.entrySet().stream()
            .filter(row -> row.getValue().isBefore(before))
            .limit(limit)
            .map(Map.Entry::getKey)
            .toList();
    over.forEach(spent::remove);
    return over.size();
  }
}
