package org.sparekey.application.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.port.KnownBrowserRepository;
import org.sparekey.domain.account.KnownBrowser;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.BrowserId;

/** Known browsers in memory. */
public final class MemoryKnownBrowserRepository implements KnownBrowserRepository {

  private final Map<BrowserId, KnownBrowser> rows = new HashMap<>();

  @Override
  public synchronized void add(KnownBrowser browser) {
    if (rows.putIfAbsent(browser.id(), browser) != null) {
      throw new IllegalStateException("browser exists");
    }
  }

  @Override
  public synchronized void seen(BrowserId id, Instant now) {
    rows.computeIfPresent(
        id, (key, row) -> row.forgottenAt().isPresent() ? row : with(row, now, Optional.empty()));
  }

  @Override
  public synchronized Optional<KnownBrowser> find(AccountId account, String tokenHash) {
    return ofAccount(account).stream().filter(row -> row.tokenHash().equals(tokenHash)).findFirst();
  }

  @Override
  public synchronized List<KnownBrowser> ofAccount(AccountId account) {
    return rows.values().stream()
        .filter(row -> row.account().equals(account) && row.forgottenAt().isEmpty())
        .sorted(
            Comparator.comparing(KnownBrowser::lastSeenAt)
                .thenComparing(row -> row.id().value(), Uuids.BYTEWISE)
                .reversed())
        .toList();
  }

  @Override
  public synchronized int forgetAllOf(AccountId account, Instant now) {
    List<KnownBrowser> known = ofAccount(account);
    known.forEach(row -> rows.put(row.id(), with(row, row.lastSeenAt(), Optional.of(now))));
    return known.size();
  }

  private static KnownBrowser with(
      KnownBrowser row, Instant lastSeenAt, Optional<Instant> forgottenAt) {
    return new KnownBrowser(
        row.id(),
        row.account(),
        row.tokenHash(),
        row.firstSeenAt(),
        lastSeenAt,
        row.userAgent(),
        forgottenAt);
  }
}
