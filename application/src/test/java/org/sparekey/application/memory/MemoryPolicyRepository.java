package org.sparekey.application.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.sparekey.application.port.PolicyRepository;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.RecoveryPolicy;

/** Policies in memory. */
public final class MemoryPolicyRepository implements PolicyRepository {

  private final Map<PolicyVersion, RecoveryPolicy> rows = new ConcurrentHashMap<>();

  @Override
  public void publish(RecoveryPolicy policy, Instant now) {
    if (rows.putIfAbsent(policy.version(), policy) != null) {
      throw new IllegalStateException("policy version exists");
    }
  }

  @Override
  public void publishOnce(RecoveryPolicy policy, Instant now) {
    rows.putIfAbsent(policy.version(), policy);
  }

  @Override
  public void lock(PolicyVersion version) {
    // there is one node
  }

  @Override
  public Optional<RecoveryPolicy> find(PolicyVersion version) {
    return Optional.ofNullable(rows.get(version));
  }

  @Override
  public Optional<RecoveryPolicy> latest(String key) {
    return rows.values().stream()
        .filter(row -> row.version().key().equals(key))
        .max(Comparator.comparingInt(row -> row.version().version()));
  }

  @Override
  public List<RecoveryPolicy> latest() {
    return rows.keySet().stream()
        .map(PolicyVersion::key)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .flatMap(key -> latest(key).stream())
        .toList();
  }
}
