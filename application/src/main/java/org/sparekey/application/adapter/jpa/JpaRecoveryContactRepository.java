package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.RecoveryContactRepository;
import org.sparekey.domain.recoverycontact.PersonName;
import org.sparekey.domain.recoverycontact.RecoveryContact;
import org.sparekey.domain.recoverycontact.RecoveryContactDetails;
import org.sparekey.domain.recoverycontact.RecoveryContactStatus;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.RecoveryContactId;

/**
 * Recovery contacts as rows, past JPA: a link is looked up before the account is locked, and what
 * is read under the lock must be what stands there then.
 */
@Adapter
public class JpaRecoveryContactRepository implements RecoveryContactRepository {

  private static final String SELECT =
      "select id, account, person, address, asker, language, link_hash, invited_at, status,"
          + " expires_at, accepted_at, usable_from, ended_at from recovery_contact";

  private final EntityManager em;

  @Inject
  public JpaRecoveryContactRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(RecoveryContact contact) {
    RecoveryContactDetails details = contact.details();
    Sql.update(
        connection(),
        "insert into recovery_contact (id, row_version, account, person, address, asker, language,"
            + " link_hash, invited_at, status, expires_at, accepted_at, usable_from, ended_at)"
            + " values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        details.id().value(),
        details.account().value(),
        details.name().value(),
        details.address(),
        details.asker().value(),
        details.language().toLanguageTag(),
        details.linkHash(),
        details.invitedAt(),
        contact.status().code(),
        expiresAt(contact),
        acceptedAt(contact),
        usableFrom(contact),
        endedAt(contact));
  }

  @Override
  public void save(RecoveryContact contact) {
    boolean there =
        Rows.updateOne(
            em,
            "update recovery_contact set row_version = row_version + 1, link_hash = ?,"
                + " invited_at = ?, status = ?, expires_at = ?, accepted_at = ?, usable_from = ?,"
                + " ended_at = ? where id = ?",
            contact.details().linkHash(),
            contact.details().invitedAt(),
            contact.status().code(),
            expiresAt(contact),
            acceptedAt(contact),
            usableFrom(contact),
            endedAt(contact),
            contact.id().value());
    if (!there) {
      throw new IllegalStateException("no such recovery contact");
    }
  }

  @Override
  public Optional<RecoveryContact> find(RecoveryContactId id) {
    return query(" where id = ?", id.value()).stream().findFirst();
  }

  @Override
  public Optional<RecoveryContact> findByLink(String linkHash) {
    return query(" where link_hash = ?", linkHash).stream().findFirst();
  }

  @Override
  public List<RecoveryContact> ofAccount(AccountId account) {
    return query(" where account = ? order by id", account.value());
  }

  @Override
  public int purge(Instant before, int limit) {
    return Sql.update(
        connection(),
        "delete from recovery_contact where id in (select c.id from recovery_contact c"
            + " where (c.ended_at < ? or c.expires_at < ?)"
            + " and not exists (select 1 from vouching v where v.contact = c.id)"
            + " order by c.id limit ?)",
        before,
        before,
        limit);
  }

  private List<RecoveryContact> query(String which, Object argument) {
    return Sql.query(connection(), SELECT + which, JpaRecoveryContactRepository::read, argument);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }

  private static RecoveryContact read(ResultSet row) throws SQLException {
    RecoveryContactDetails details =
        new RecoveryContactDetails(
            new RecoveryContactId(row.getObject(1, UUID.class)),
            new AccountId(row.getObject(2, UUID.class)),
            new PersonName(row.getString(3)),
            row.getString(4),
            new PersonName(row.getString(5)),
            Locale.forLanguageTag(row.getString(6)),
            row.getString(7),
            Sql.instant(row, 8));
    return switch (Texts.ofCode(
        RecoveryContactStatus.values(), RecoveryContactStatus::code, row.getString(9))) {
      case INVITED -> new RecoveryContact.Invited(details, Sql.instant(row, 10));
      case ACCEPTED ->
          new RecoveryContact.Accepted(details, Sql.instant(row, 11), Sql.instant(row, 12));
      case DECLINED -> new RecoveryContact.Declined(details, Sql.instant(row, 13));
      case REMOVED -> new RecoveryContact.Removed(details, Sql.instant(row, 13));
    };
  }

  private static @Nullable Instant expiresAt(RecoveryContact contact) {
    return contact instanceof RecoveryContact.Invited invited ? invited.expiresAt() : null;
  }

  private static @Nullable Instant acceptedAt(RecoveryContact contact) {
    return contact instanceof RecoveryContact.Accepted accepted ? accepted.acceptedAt() : null;
  }

  private static @Nullable Instant usableFrom(RecoveryContact contact) {
    return contact instanceof RecoveryContact.Accepted accepted ? accepted.usableFrom() : null;
  }

  private static @Nullable Instant endedAt(RecoveryContact contact) {
    return contact
        .fold(
            invited -> Optional.<Instant>empty(),
            accepted -> Optional.<Instant>empty(),
            declined -> Optional.of(declined.endedAt()),
            removed -> Optional.of(removed.endedAt()))
        .orElse(null);
  }
}
