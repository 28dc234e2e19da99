package org.sparekey.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.domain.policy.PolicyAct;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.PublishedPolicy;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.shared.OrganisationId;

/** Published recovery policies; a version never changes. */
public interface PolicyRepository {

  /** Adds a version that comes with Sparekey; one that is there already is a defect. */
  default void publish(RecoveryPolicy policy, Instant now) {
    publish(PublishedPolicy.shipped(policy, now));
  }

  /** Adds a version; one that is there already is a defect. */
  void publish(PublishedPolicy policy);

  /** Adds a version unless it is there, also when another node adds it at the same moment. */
  void publishOnce(RecoveryPolicy policy, Instant now);

  /**
   * Lets one transaction of all nodes at a time go on, until it ends.
   *
   * @param version one that is published
   */
  void lock(PolicyVersion version);

  /** Also one that is retired: recoveries that began under it go on. */
  Optional<RecoveryPolicy> find(PolicyVersion version);

  /** The latest version of a policy, unless it is retired. */
  Optional<RecoveryPolicy> latest(String key);

  /** The latest version of each policy that is not retired, by key. */
  List<RecoveryPolicy> latest();

  /** Versions after this one, the oldest first, retired ones as well. */
  List<RecoveryPolicy> after(PolicyVersion version);

  /** All versions of a policy, retired ones too, the latest first. */
  List<PublishedPolicy> history(String key);

  /** The latest version of each policy that an organisation may use, retired ones too, by key. */
  List<PublishedPolicy> openTo(OrganisationId organisation);

  /** Retires every version of a policy that is not retired yet. */
  void retire(String key, Instant now);

  /** Writes down what somebody did with a policy. */
  void note(PolicyAct act);

  /** What people of an organisation did with a policy, the latest first. */
  List<PolicyAct> acts(String key, OrganisationId organisation);
}
