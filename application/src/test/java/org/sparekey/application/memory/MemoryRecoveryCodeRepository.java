package org.sparekey.application.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sparekey.application.port.RecoveryCodeRepository;
import org.sparekey.domain.recoverycode.CodeBatch;
import org.sparekey.domain.recoverycode.CodeSheet;
import org.sparekey.domain.recoverycode.SavedCode;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.CodeBatchId;
import org.sparekey.domain.shared.RecoveryCodeId;

/** Recovery codes in memory. */
public final class MemoryRecoveryCodeRepository implements RecoveryCodeRepository {

  private final Map<CodeBatchId, CodeBatch> batches = new HashMap<>();
  private final Map<CodeBatchId, Map<Integer, SavedCode>> codes = new HashMap<>();

  @Override
  public synchronized Optional<CodeSheet> inForce(AccountId account) {
    return batches.values().stream()
        .filter(batch -> batch.account().equals(account) && batch.endedAt().isEmpty())
        .max(Comparator.comparingInt(CodeBatch::number))
        .map(batch -> new CodeSheet(batch, List.copyOf(of(batch.id()).values())));
  }

  @Override
  public synchronized int latestNumber(AccountId account) {
    return batches.values().stream()
        .filter(batch -> batch.account().equals(account))
        .mapToInt(CodeBatch::number)
        .max()
        .orElse(0);
  }

  @Override
  public synchronized boolean add(CodeBatch batch) {
    boolean taken =
        batches.values().stream()
            .anyMatch(
                other ->
                    other.account().equals(batch.account()) && other.number() == batch.number());
    if (!taken) {
      batches.put(batch.id(), batch);
    }
    return !taken;
  }

  @Override
  public synchronized boolean add(CodeBatchId batch, SavedCode code) {
    return of(batch).putIfAbsent(code.number(), code) == null;
  }

  @Override
  public synchronized boolean spend(RecoveryCodeId id, Instant now) {
    for (Map<Integer, SavedCode> sheet : codes.values()) {
      for (SavedCode code : sheet.values()) {
        if (code.id().equals(id) && code.good()) {
          sheet.put(code.number(), wiped(code, Optional.of(now)));
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public synchronized boolean end(CodeBatchId id, Instant now) {
    CodeBatch batch = batches.get(id);
    if (batch == null || batch.endedAt().isPresent()) {
      return false;
    }
    batches.put(
        id, new CodeBatch(id, batch.account(), batch.number(), batch.madeAt(), Optional.of(now)));
    of(id).replaceAll((number, code) -> wiped(code, code.spentAt()));
    return true;
  }

  private Map<Integer, SavedCode> of(CodeBatchId batch) {
    return codes.computeIfAbsent(batch, id -> new TreeMap<>());
  }

  private static SavedCode wiped(SavedCode code, Optional<Instant> spentAt) {
    return new SavedCode(
        code.id(), code.number(), code.symbol(), Optional.empty(), code.issuedAt(), spentAt);
  }
}
