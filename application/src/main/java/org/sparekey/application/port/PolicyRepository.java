package org.sparekey.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.RecoveryPolicy;

/** Published recovery policies; a version never changes. */
public interface PolicyRepository {

  /** Adds a version. */
  void publish(RecoveryPolicy policy, Instant now);

  Optional<RecoveryPolicy> find(PolicyVersion version);

  /** The latest version of a policy. */
  Optional<RecoveryPolicy> latest(String key);

  /** The latest version of each policy, by key. */
  List<RecoveryPolicy> latest();
}
