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
        id,
        (key, row) ->
            row.forgottenAt().isPresent()
                ? row
                : with(row, row.tokenHash(), now, row.rememberedAt(), Optional.empty()));
  }

  @Override
  public synchronized void remember(BrowserId id, String tokenHash, Instant now) {
    rows.computeIfPresent(
        id,
        (key, row) ->
            row.forgottenAt().isPresent()
                ? row
                : with(row, tokenHash, row.lastSeenAt(), Optional.of(now), Optional.empty()));
  }

  @Override
  public synchronized Optional<KnownBrowser> find(BrowserId id) {
    return Optional.ofNullable(rows.get(id));
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

  /** All, forgotten ones too. */
  synchronized List<KnownBrowser> all() {
    return List.copyOf(rows.values());
  }

  @Override
  public synchronized int endRememberingOf(AccountId account) {
    List<KnownBrowser> remembered =
        ofAccount(account).stream().filter(row -> row.rememberedAt().isPresent()).toList();
    remembered.forEach(
        row ->
            rows.put(
                row.id(),
                with(row, row.tokenHash(), row.lastSeenAt(), Optional.empty(), Optional.empty())));
    return remembered.size();
  }

  @Override
  public synchronized boolean forget(AccountId account, BrowserId id, Instant now) {
    Optional<KnownBrowser> known =
        ofAccount(account).stream().filter(row -> row.id().equals(id)).findFirst();
    known.ifPresent(row -> rows.put(id, forgotten(row, now)));
    return known.isPresent();
  }

  @Override
  public synchronized int forgetAllOf(AccountId account, Instant now) {
    List<KnownBrowser> known = ofAccount(account);
    known.forEach(row -> rows.put(row.id(), forgotten(row, now)));
    return known.size();
  }

  private static KnownBrowser forgotten(KnownBrowser row, Instant now) {
    return with(row, row.tokenHash(), row.lastSeenAt(), row.rememberedAt(), Optional.of(now));
  }

  private static KnownBrowser with(
      KnownBrowser row,
      String tokenHash,
      Instant lastSeenAt,
      Optional<Instant> rememberedAt,
      Optional<Instant> forgottenAt) {
    return new KnownBrowser(
        row.id(),
        row.account(),
        tokenHash,
        row.firstSeenAt(),
        lastSeenAt,
        row.userAgent(),
        rememberedAt,
        forgottenAt);
  }
}
