package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.VouchingRepository;
import org.sparekey.domain.recoverycontact.Vouching;
import org.sparekey.domain.recoverycontact.VouchingStatus;
import org.sparekey.domain.shared.RecoveryContactId;
import org.sparekey.domain.shared.RecoveryId;

/**
 * What recovery contacts say, as rows, past JPA: a code is spent by one guarded statement, and a
 * link is looked up before the recovery is locked.
 */
@Adapter
public class JpaVouchingRepository implements VouchingRepository {

  private static final String SELECT =
      "select recovery, contact, link_hash, asked_at, status, code_mac, answered_at,"
          + " code_expires_at from vouching";

  private final EntityManager em;

  @Inject
  public JpaVouchingRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public void put(Vouching vouching) {
    em.flush(); // the recovery that this row points to may be new
    Vouching.Details details = vouching.details();
    boolean there =
        Rows.updateOne(
            em,
            "update vouching set row_version = row_version + 1, link_hash = ?, asked_at = ?,"
                + " status = ?, code_mac = ?, answered_at = ?, code_expires_at = ?"
                + " where recovery = ? and contact = ?",
            values(vouching, details));
    if (!there) {
      Sql.update(
          connection(),
          "insert into vouching (row_version, link_hash, asked_at, status, code_mac, answered_at,"
              + " code_expires_at, recovery, contact) values (1, ?, ?, ?, ?, ?, ?, ?, ?)",
          values(vouching, details));
    }
  }

  @Override
  public Optional<Vouching> findByLink(String linkHash) {
    return query(" where link_hash = ?", linkHash).stream().findFirst();
  }

  @Override
  public List<Vouching> ofRecovery(RecoveryId recovery) {
    return query(" where recovery = ? order by asked_at, contact", recovery.value());
  }

  @Override
  public boolean count(Vouching.Vouched vouched, Instant now) {
    return Rows.updateOne(
        em,
        "update vouching set row_version = row_version + 1, status = 'counted', code_mac = null,"
            + " code_expires_at = null, answered_at = ? where recovery = ? and contact = ?"
            + " and status = 'vouched' and code_mac = ? and code_expires_at > ?",
        now,
        vouched.details().recovery().value(),
        vouched.contact().value(),
        vouched.mac(),
        now);
  }

  @Override
  public int purge(Instant before, int limit) {
    return Sql.update(
        connection(),
        "delete from vouching where link_hash in (select v.link_hash from vouching v"
            + " join recovery r on r.id = v.recovery where r.ended_at < ?"
            + " order by v.asked_at limit ?)",
        before,
        limit);
  }

  private List<Vouching> query(String which, Object argument) {
    return Sql.query(connection(), SELECT + which, JpaVouchingRepository::read, argument);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }

  private static Vouching read(ResultSet row) throws SQLException {
    Vouching.Details details =
        new Vouching.Details(
            new RecoveryId(row.getObject(1, UUID.class)),
            new RecoveryContactId(row.getObject(2, UUID.class)),
            row.getString(3),
            Sql.instant(row, 4));
    return switch (Texts.ofCode(VouchingStatus.values(), VouchingStatus::code, row.getString(5))) {
      case ASKED -> new Vouching.Asked(details);
      case VOUCHED ->
          new Vouching.Vouched(details, row.getString(6), Sql.instant(row, 7), Sql.instant(row, 8));
      case COUNTED -> new Vouching.Counted(details, Sql.instant(row, 7));
      case DOUBTED -> new Vouching.Doubted(details, Sql.instant(row, 7));
    };
  }

  private static @Nullable Object[] values(Vouching vouching, Vouching.Details details) {
    Optional<Vouching.Vouched> vouched =
        vouching instanceof Vouching.Vouched shown ? Optional.of(shown) : Optional.empty();
    Optional<Instant> answeredAt =
        vouching.fold(
            asked -> Optional.empty(),
            shown -> Optional.of(shown.vouchedAt()),
            counted -> Optional.of(counted.countedAt()),
            doubted -> Optional.of(doubted.doubtedAt()));
    return new @Nullable Object[] {
      details.linkHash(),
      details.askedAt(),
      vouching.status().code(),
      vouched.map(Vouching.Vouched::mac).orElse(null),
      answeredAt.orElse(null),
      vouched.map(Vouching.Vouched::expiresAt).orElse(null),
      details.recovery().value(),
      details.contact().value()
    };
  }
}
