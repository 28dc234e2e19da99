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
import org.sparekey.application.Adapter;
import org.sparekey.application.port.RecoveryCodeRepository;
import org.sparekey.domain.recoverycode.CodeBatch;
import org.sparekey.domain.recoverycode.CodeSheet;
import org.sparekey.domain.recoverycode.SavedCode;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.CodeBatchId;
import org.sparekey.domain.shared.RecoveryCodeId;

/** Recovery codes as rows, changed by guarded statements alone. */
@Adapter
public class JpaRecoveryCodeRepository implements RecoveryCodeRepository {

  private final EntityManager em;

  @Inject
  public JpaRecoveryCodeRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public Optional<CodeSheet> inForce(AccountId account) {
    List<CodeBatch> batches =
        Sql.query(
            connection(),
            "select id, batch_number, made_at from recovery_code_batch"
                + " where account = ? and ended_at is null order by batch_number desc",
            row ->
                new CodeBatch(
                    new CodeBatchId(row.getObject(1, UUID.class)),
                    account,
                    row.getInt(2),
                    Sql.instant(row, 3),
                    Optional.empty()),
            account.value());
    return batches.stream().findFirst().map(batch -> new CodeSheet(batch, codesOf(batch)));
  }

  @Override
  public int latestNumber(AccountId account) {
    List<Integer> numbers =
        Sql.query(
            connection(),
            "select coalesce(max(batch_number), 0) from recovery_code_batch where account = ?",
            row -> row.getInt(1),
            account.value());
    return numbers.get(0);
  }

  @Override
  public boolean add(CodeBatch batch) {
    return Sql.update(
            connection(),
            "insert into recovery_code_batch (id, account, batch_number, made_at)"
                + " values (?, ?, ?, ?) on conflict do nothing",
            batch.id().value(),
            batch.account().value(),
            batch.number(),
            batch.madeAt())
        == 1;
  }

  @Override
  public boolean add(CodeBatchId batch, SavedCode code) {
    return Sql.update(
            connection(),
            "insert into recovery_code (id, batch, code_number, symbol, hash, issued_at)"
                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
            code.id().value(),
            batch.value(),
            code.number(),
            String.valueOf(code.symbol()),
            code.hash().orElseThrow(),
            code.issuedAt())
        == 1;
  }

  @Override
  public boolean spend(RecoveryCodeId id, Instant now) {
    return Rows.updateOne(
        em,
        "update recovery_code set spent_at = ?, hash = null"
            + " where id = ? and spent_at is null and hash is not null",
        now,
        id.value());
  }

  @Override
  public boolean end(CodeBatchId id, Instant now) {
    boolean ended =
        Rows.updateOne(
            em,
            "update recovery_code_batch set ended_at = ? where id = ? and ended_at is null",
            now,
            id.value());
    if (ended) {
      Sql.update(connection(), "update recovery_code set hash = null where batch = ?", id.value());
    }
    return ended;
  }

  private List<SavedCode> codesOf(CodeBatch batch) {
    return Sql.query(
        connection(),
        "select id, code_number, symbol, hash, issued_at, spent_at from recovery_code"
            + " where batch = ? order by code_number",
        JpaRecoveryCodeRepository::code,
        batch.id().value());
  }

  private static SavedCode code(ResultSet row) throws SQLException {
    return new SavedCode(
        new RecoveryCodeId(row.getObject(1, UUID.class)),
        row.getInt(2),
        row.getString(3).charAt(0),
        Optional.ofNullable(row.getString(4)),
        Sql.instant(row, 5),
        Optional.ofNullable(Sql.nullableInstant(row, 6)));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
