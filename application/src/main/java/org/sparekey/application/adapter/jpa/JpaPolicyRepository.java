package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.PolicyRepository;
import org.sparekey.domain.policy.PolicyText;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.RecoveryPolicy;

/** Policies as rows. */
@Adapter
public class JpaPolicyRepository implements PolicyRepository {

  private final EntityManager em;

  @Inject
  public JpaPolicyRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public void publish(RecoveryPolicy policy, Instant now) {
    em.persist(new RecoveryPolicyRow(policy, now));
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
            "select p from RecoveryPolicyRow p where p.id.key = :key order by p.id.number desc",
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
                + " (select max(q.id.number) from RecoveryPolicyRow q where q.id.key = p.id.key)"
                + " order by p.id.key",
            RecoveryPolicyRow.class)
        .getResultList()
        .stream()
        .map(RecoveryPolicyRow::toDomain)
        .toList();
  }
}
