package org.sparekey.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.RecoveryPolicy;

/** Published recovery policies; a version never changes. */
public interface PolicyRepository {

  /** Adds a version; one that is there already is a defect. */
  void publish(RecoveryPolicy policy, Instant now);

  /** Adds a version unless it is there, also when another node adds it at the same moment. */
  void publishOnce(RecoveryPolicy policy, Instant now);

  /**
   * Lets one transaction of all nodes at a time go on, until it ends.
   *
   * @param version one that is published
   */
  void lock(PolicyVersion version);

  Optional<RecoveryPolicy> find(PolicyVersion version);

  /** The latest version of a policy. */
  Optional<RecoveryPolicy> latest(String key);

  /** The latest version of each policy, by key. */
  List<RecoveryPolicy> latest();
}
