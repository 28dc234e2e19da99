package org.sparekey.application.adapter.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sparekey.domain.policy.PolicyVersion;

/** Names a version of a policy in a row. */
@Embeddable
class PolicyKey implements Serializable {

  private static final long serialVersionUID = 1L;

  @Column(name = "policy_key")
  private String key;

  @Column(name = "policy_number")
  private int number;

  protected PolicyKey() {}

  PolicyKey(PolicyVersion version) {
    key = version.key();
    number = version.version();
  }

  PolicyVersion toDomain() {
    return new PolicyVersion(key, number);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PolicyKey same && number == same.number && key.equals(same.key);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, number);
  }
}
