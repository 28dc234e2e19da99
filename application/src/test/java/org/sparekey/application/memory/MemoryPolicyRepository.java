package org.sparekey.application.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.sparekey.application.port.PolicyRepository;
import org.sparekey.domain.policy.PolicyAct;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.PublishedPolicy;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.shared.OrganisationId;

/** Policies in memory. */
public final class MemoryPolicyRepository implements PolicyRepository {

  private final Map<PolicyVersion, PublishedPolicy> rows = new ConcurrentHashMap<>();
  private final List<PolicyAct> acts = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void publish(PublishedPolicy policy) {
    if (rows.putIfAbsent(policy.policy().version(), policy) != null) {
      throw new IllegalStateException("policy version exists");
    }
  }

  @Override
  public void publishOnce(RecoveryPolicy policy, Instant now) {
    rows.putIfAbsent(policy.version(), PublishedPolicy.shipped(policy, now));
  }

  @Override
  public void lock(PolicyVersion version) {
    // there is one node
  }

  @Override
  public Optional<RecoveryPolicy> find(PolicyVersion version) {
    return Optional.ofNullable(rows.get(version)).map(PublishedPolicy::policy);
  }

  @Override
  public Optional<RecoveryPolicy> latest(String key) {
    return history(key).stream()
        .filter(row -> row.retiredAt().isEmpty())
        .findFirst()
        .map(PublishedPolicy::policy);
  }

  @Override
  public List<RecoveryPolicy> latest() {
    return keys().flatMap(key -> latest(key).stream()).toList();
  }

  @Override
  public List<RecoveryPolicy> after(PolicyVersion version) {
    return history(version.key()).stream()
        .map(PublishedPolicy::policy)
        .filter(row -> row.version().version() > version.version())
        .sorted(Comparator.comparingInt(row -> row.version().version()))
        .toList();
  }

  @Override
  public List<PublishedPolicy> history(String key) {
    return rows.values().stream()
        .filter(row -> row.policy().version().key().equals(key))
        .sorted(
            Comparator.comparingInt((PublishedPolicy row) -> row.policy().version().version())
                .reversed())
        .toList();
  }

  @Override
  public List<PublishedPolicy> openTo(OrganisationId organisation) {
    return keys()
        .flatMap(key -> history(key).stream().limit(1))
        .filter(row -> row.openTo(organisation))
        .toList();
  }

  @Override
  public void retire(String key, Instant now) {
    rows.replaceAll(
        (version, row) ->
            version.key().equals(key) && row.retiredAt().isEmpty()
                ? new PublishedPolicy(
                    row.policy(),
                    row.organisation(),
                    row.publishedAt(),
                    row.publication(),
                    Optional.of(now))
                : row);
  }

  @Override
  public void note(PolicyAct act) {
    acts.add(act);
  }

  @Override
  public List<PolicyAct> acts(String key, OrganisationId organisation) {
    return acts.stream()
        .filter(act -> act.key().equals(key) && act.organisation().equals(organisation))
        .sorted(Comparator.comparing(PolicyAct::at).reversed())
        .toList();
  }

  private Stream<String> keys() {
    return rows.keySet().stream().map(PolicyVersion::key).distinct().sorted();
  }
}
