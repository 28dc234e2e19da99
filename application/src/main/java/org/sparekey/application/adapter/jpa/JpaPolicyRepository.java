package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.PolicyRepository;
import org.sparekey.domain.policy.PolicyAct;
import org.sparekey.domain.policy.PolicyText;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.PublishedPolicy;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.OrganisationId;

/** Policies as rows. */
@Adapter
public class JpaPolicyRepository implements PolicyRepository {

  private final EntityManager em;

  @Inject
  public JpaPolicyRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public void publish(PublishedPolicy policy) {
    em.persist(new RecoveryPolicyRow(policy));
    em.flush(); // rows that point here may follow in the same transaction
  }

  @Override
  public void publishOnce(RecoveryPolicy policy, Instant now) {
    Sql.update(
        em.unwrap(Connection.class),
        "insert into recovery_policy (policy_key, policy_number, row_version, name, body,"
            + " published_at) values (?, ?, 1, ?, ?, ?) on conflict do nothing",
        policy.version().key(),
        policy.version().version(),
        policy.name(),
        PolicyText.of(policy),
        now);
  }

  @Override
  public void lock(PolicyVersion version) {
    em.find(RecoveryPolicyRow.class, new PolicyKey(version), LockModeType.PESSIMISTIC_WRITE);
  }

  @Override
  public Optional<RecoveryPolicy> find(PolicyVersion version) {
    return Optional.ofNullable(em.find(RecoveryPolicyRow.class, new PolicyKey(version)))
        .map(RecoveryPolicyRow::toDomain);
  }

  @Override
  public Optional<RecoveryPolicy> latest(String key) {
    return em.createQuery(
            "select p from RecoveryPolicyRow p where p.id.key = :key and p.retiredAt is null"
                + " order by p.id.number desc",
            RecoveryPolicyRow.class)
        .setParameter("key", key)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(RecoveryPolicyRow::toDomain);
  }

  @Override
  public List<RecoveryPolicy> latest() {
    return em
        .createQuery(
            "select p from RecoveryPolicyRow p where p.id.number ="
                + " (select max(q.id.number) from RecoveryPolicyRow q where q.id.key = p.id.key"
                + " and q.retiredAt is null)"
                + " order by p.id.key",
            RecoveryPolicyRow.class)
        .getResultList()
        .stream()
        .map(RecoveryPolicyRow::toDomain)
        .toList();
  }

  @Override
  public List<RecoveryPolicy> after(PolicyVersion version) {
    return em
        .createQuery(
            "select p from RecoveryPolicyRow p where p.id.key = :key and p.id.number > :number"
                + " order by p.id.number",
            RecoveryPolicyRow.class)
        .setParameter("key", version.key())
        .setParameter("number", version.version())
        .getResultList()
        .stream()
        .map(RecoveryPolicyRow::toDomain)
        .toList();
  }

  @Override
  public List<PublishedPolicy> history(String key) {
    return em
        .createQuery(
            "select p from RecoveryPolicyRow p where p.id.key = :key order by p.id.number desc",
            RecoveryPolicyRow.class)
        .setParameter("key", key)
        .getResultList()
        .stream()
        .map(RecoveryPolicyRow::published)
        .toList();
  }

  @Override
  public List<PublishedPolicy> openTo(OrganisationId organisation) {
    return em
        .createQuery(
            "select p from RecoveryPolicyRow p where p.id.number ="
                + " (select max(q.id.number) from RecoveryPolicyRow q where q.id.key = p.id.key)"
                + " and (p.organisation is null or p.organisation = :organisation)"
                + " order by p.id.key",
            RecoveryPolicyRow.class)
        .setParameter("organisation", organisation.value())
        .getResultList()
        .stream()
        .map(RecoveryPolicyRow::published)
        .toList();
  }

  @Override
  public void retire(String key, Instant now) {
    Rows.updateAll(
        em,
        "update recovery_policy set retired_at = ?, row_version = row_version + 1"
            + " where policy_key = ? and retired_at is null",
        now,
        key);
  }

  @Override
  public void note(PolicyAct act) {
    Sql.update(
        em.unwrap(Connection.class),
        "insert into policy_act (policy_key, organisation, kind, account, at, reason)"
            + " values (?, ?, ?, ?, ?, ?)",
        act.key(),
        act.organisation().value(),
        act.kind().code(),
        act.by().value(),
        act.at(),
        act.reason());
  }

  @Override
  public List<PolicyAct> acts(String key, OrganisationId organisation) {
    return Sql.query(
        em.unwrap(Connection.class),
        "select kind, account, at, reason from policy_act"
            + " where policy_key = ? and organisation = ? order by at desc, kind",
        row ->
            new PolicyAct(
                key,
                organisation,
                Texts.ofCode(PolicyAct.Kind.values(), PolicyAct.Kind::code, row.getString(1)),
                new AccountId(row.getObject(2, UUID.class)),
                Sql.instant(row, 3),
                row.getString(4)),
        key,
        organisation.value());
  }
}
