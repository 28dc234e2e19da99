package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.IssuedCodeRepository;
import org.sparekey.domain.challenge.CodePurpose;
import org.sparekey.domain.challenge.IssuedCode;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.CodeId;

/** Issued codes as rows. */
@Adapter
public class JpaIssuedCodeRepository implements IssuedCodeRepository {

  private final EntityManager em;

  @Inject
  public JpaIssuedCodeRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(IssuedCode code) {
    em.persist(new IssuedCodeRow(code));
    em.flush(); // codes are spent past the persistence context
  }

  @Override
  public List<IssuedCode> open(CodePurpose purpose, String flow, AccountId account, Instant now) {
    return em
        .createQuery(
            "select c from IssuedCodeRow c where c.account = :account and c.purpose = :purpose"
                + " and c.flow = :flow and c.spentAt is null and c.expiresAt > :now"
                + " order by c.issuedAt desc, c.id desc",
            IssuedCodeRow.class)
        .setParameter("account", account.value())
        .setParameter("purpose", purpose.code())
        .setParameter("flow", flow)
        .setParameter("now", now)
        .getResultList()
        .stream()
        .map(IssuedCodeRow::toDomain)
        .toList();
  }

  @Override
  public boolean spend(CodeId id, Instant now) {
    return Rows.updateOne(
        em,
        "update issued_code set spent_at = ?, row_version = row_version + 1"
            + " where id = ? and spent_at is null and expires_at > ?",
        now,
        id.value(),
        now);
  }

  @Override
  public int endAllOf(AccountId account, Instant now) {
    return Rows.updateAll(
        em,
        "update issued_code set spent_at = ?, row_version = row_version + 1"
            + " where account = ? and spent_at is null and expires_at > ?",
        now,
        account.value(),
        now);
  }

  @Override
  public int purge(Instant before, int limit) {
    return Sql.update(
        em.unwrap(Connection.class),
        "delete from issued_code where id in"
            + " (select id from issued_code where expires_at < ? order by expires_at limit ?)",
        before,
        limit);
  }
}
