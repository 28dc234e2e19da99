package org.sparekey.domain.policy;

/**
 * Names one published text of a policy.
 *
 * @param key the policy, for example "standard"
 * @param version 1 or more
 */
public record PolicyVersion(String key, int version) {

  @Override
  public String toString() {
    return key + "/" + version;
  }
}
