package org.sparekey.application.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.port.IssuedCodeRepository;
import org.sparekey.domain.challenge.CodePurpose;
import org.sparekey.domain.challenge.IssuedCode;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.CodeId;

/** Issued codes in memory. */
public final class MemoryIssuedCodeRepository implements IssuedCodeRepository {

  private final Map<CodeId, IssuedCode> rows = new HashMap<>();

  @Override
  public synchronized void add(IssuedCode code) {
    if (rows.putIfAbsent(code.id(), code) != null) {
      throw new IllegalStateException("code exists");
    }
  }

  @Override
  public synchronized List<IssuedCode> open(
      CodePurpose purpose, String flow, AccountId account, Instant now) {
    return rows.values().stream()
        .filter(
            row ->
                row.purpose() == purpose
                    && row.flow().equals(flow)
                    && row.account().equals(account)
                    && row.open(now))
        .sorted(
            Comparator.comparing(IssuedCode::issuedAt)
                .thenComparing(row -> row.id().value(), Uuids.BYTEWISE)
                .reversed())
        .toList();
  }

  @Override
  public synchronized boolean spend(CodeId id, Instant now) {
    IssuedCode code = rows.get(id);
    if (code == null || !code.open(now)) {
      return false;
    }
    rows.put(id, spent(code, now));
    return true;
  }

  @Override
  public synchronized int endAllOf(AccountId account, Instant now) {
    List<IssuedCode> open =
        rows.values().stream()
            .filter(row -> row.account().equals(account) && row.open(now))
            .toList();
    open.forEach(code -> rows.put(code.id(), spent(code, now)));
    return open.size();
  }

  private static IssuedCode spent(IssuedCode code, Instant now) {
    return new IssuedCode(
        code.id(),
        code.purpose(),
        code.flow(),
        code.account(),
        code.contactPoint(),
        code.mac(),
        code.issuedAt(),
        code.expiresAt(),
        Optional.of(now));
  }

  @Override
  public synchronized int purge(Instant before, int limit) {
    List<CodeId> over =
        rows.values().stream()
            .filter(row -> row.expiresAt().isBefore(before))
            .limit(limit)
            .map(IssuedCode::id)
            .toList();
    over.forEach(rows::remove);
    return over.size();
  }
}
