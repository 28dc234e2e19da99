package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.KnownBrowserRepository;
import org.sparekey.domain.account.KnownBrowser;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.BrowserId;

/** Known browsers as rows. */
@Adapter
public class JpaKnownBrowserRepository implements KnownBrowserRepository {

  private final EntityManager em;

  @Inject
  public JpaKnownBrowserRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(KnownBrowser browser) {
    em.persist(new KnownBrowserRow(browser));
    em.flush(); // rows that point here may follow in the same transaction
  }

  @Override
  public void seen(BrowserId id, Instant now) {
    Rows.updateOne(
        em,
        "update known_browser set last_seen_at = ?, row_version = row_version + 1"
            + " where id = ? and forgotten_at is null",
        now,
        id.value());
  }

  @Override
  public void remember(BrowserId id, String tokenHash, Instant now) {
    Rows.updateOne(
        em,
        "update known_browser set token_hash = ?, remembered_at = ?,"
            + " row_version = row_version + 1 where id = ? and forgotten_at is null",
        tokenHash,
        now,
        id.value());
  }

  @Override
  public Optional<KnownBrowser> find(BrowserId id) {
    return em.createQuery("select b from KnownBrowserRow b where b.id = :id", KnownBrowserRow.class)
        .setParameter("id", id.value())
        .getResultStream()
        .findFirst()
        .map(KnownBrowserRow::toDomain);
  }

  @Override
  public Optional<KnownBrowser> find(AccountId account, String tokenHash) {
    return em.createQuery(
            "select b from KnownBrowserRow b where b.account = :account"
                + " and b.tokenHash = :tokenHash and b.forgottenAt is null",
            KnownBrowserRow.class)
        .setParameter("account", account.value())
        .setParameter("tokenHash", tokenHash)
        .getResultStream()
        .findFirst()
        .map(KnownBrowserRow::toDomain);
  }

  @Override
  public List<KnownBrowser> ofAccount(AccountId account) {
    return em
        .createQuery(
            "select b from KnownBrowserRow b where b.account = :account"
                + " and b.forgottenAt is null order by b.lastSeenAt desc, b.id desc",
            KnownBrowserRow.class)
        .setParameter("account", account.value())
        .getResultList()
        .stream()
        .map(KnownBrowserRow::toDomain)
        .toList();
  }

  @Override
  public int endRememberingOf(AccountId account) {
    return Rows.updateAll(
        em,
        "update known_browser set remembered_at = null, row_version = row_version + 1"
            + " where account = ? and remembered_at is not null and forgotten_at is null",
        account.value());
  }

  @Override
  public boolean forget(AccountId account, BrowserId id, Instant now) {
    return Rows.updateOne(
        em,
        "update known_browser set forgotten_at = ?, row_version = row_version + 1"
            + " where id = ? and account = ? and forgotten_at is null",
        now,
        id.value(),
        account.value());
  }

  @Override
  public int forgetAllOf(AccountId account, Instant now) {
    return Rows.updateAll(
        em,
        "update known_browser set forgotten_at = ?, row_version = row_version + 1"
            + " where account = ? and forgotten_at is null",
        now,
        account.value());
  }
}
