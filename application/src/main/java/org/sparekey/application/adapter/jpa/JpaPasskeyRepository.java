package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.Passkey;
import org.sparekey.application.port.PasskeyRepository;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;

/** Credentials as rows. */
@Adapter
public class JpaPasskeyRepository implements PasskeyRepository {

  private static final String SELECT =
      "select p.factor, p.credential_id, p.public_key, p.sign_count, p.aaguid, p.transports,"
          + " p.discoverable, p.backup_eligible, p.backed_up from passkey p";

  private final EntityManager em;

  @Inject
  public JpaPasskeyRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public String userHandle(AccountId account, String offered) {
    Sql.update(
        em.unwrap(Connection.class),
        "insert into passkey_owner (account, user_handle) values (?, ?) on conflict do nothing",
        account.value(),
        offered);
    return userHandle(account)
        .orElseThrow(() -> new IllegalStateException("a user handle exists twice"));
  }

  @Override
  public Optional<String> userHandle(AccountId account) {
    return Sql.query(
            em.unwrap(Connection.class),
            "select user_handle from passkey_owner where account = ?",
            row -> row.getString(1),
            account.value())
        .stream()
        .findFirst();
  }

  @Override
  public void add(Passkey passkey) {
    em.persist(new PasskeyRow(passkey));
    em.flush(); // counters are taken past the persistence context
  }

  @Override
  public Optional<Passkey> find(FactorId factor) {
    return query(" where p.factor = ?", factor.value()).stream().findFirst();
  }

  @Override
  public Optional<Passkey> findByCredentialId(String credentialId) {
    return query(" where p.credential_id = ?", credentialId).stream().findFirst();
  }

  @Override
  public List<Passkey> ofAccount(AccountId account) {
    return query(
        " join factor f on f.id = p.factor where f.account = ? order by f.created_at, f.id",
        account.value());
  }

  private List<Passkey> query(String which, Object argument) {
    return Sql.query(
        em.unwrap(Connection.class), SELECT + which, JpaPasskeyRepository::read, argument);
  }

  private static Passkey read(ResultSet row) throws SQLException {
    return new Passkey(
        new FactorId(row.getObject(1, UUID.class)),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        row.getObject(5, UUID.class),
        Set.copyOf(Texts.words(row.getString(6))),
        row.getBoolean(7),
        row.getBoolean(8),
        row.getBoolean(9));
  }

  @Override
  public boolean answered(FactorId factor, long signCount, boolean backedUp) {
    return Rows.updateOne(
        em,
        "update passkey set sign_count = ?, backed_up = ?, row_version = row_version + 1"
            + " where factor = ? and (sign_count < ? or (sign_count = 0 and ? = 0))",
        signCount,
        backedUp,
        factor.value(),
        signCount,
        signCount);
  }

  @Override
  public boolean spend(String fingerprint, Instant expiresAt) {
    return Rows.updateOne(
        em,
        "insert into spent_passkey_challenge (fingerprint, expires_at) values (?, ?)"
            + " on conflict do nothing",
        fingerprint,
        expiresAt);
  }

  @Override
  public int purge(Instant before, int limit) {
    return Sql.update(
        em.unwrap(Connection.class),
        "delete from spent_passkey_challenge where fingerprint in (select fingerprint"
            + " from spent_passkey_challenge where expires_at < ? order by expires_at limit ?)",
        before,
        limit);
  }
}
