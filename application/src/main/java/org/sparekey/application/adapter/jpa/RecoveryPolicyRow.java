package org.sparekey.application.adapter.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.sparekey.domain.policy.RecoveryPolicy;

@Entity
@Table(name = "recovery_policy")
class RecoveryPolicyRow {

  @EmbeddedId private PolicyKey id;

  @Version
  @Column(name = "row_version")
  private int version;

  @Column(name = "name")
  private String name;

  @Column(name = "paths")
  private String paths;

  @Column(name = "probation")
  private String probation;

  @Column(name = "published_at")
  private Instant publishedAt;

  protected RecoveryPolicyRow() {}

  RecoveryPolicyRow(RecoveryPolicy policy, Instant publishedAt) {
    id = new PolicyKey(policy.version());
    name = policy.name();
    paths = Texts.paths(policy.paths());
    probation = policy.probation().toString();
    this.publishedAt = publishedAt;
  }

  RecoveryPolicy toDomain() {
    return new RecoveryPolicy(id.toDomain(), name, Texts.ofPaths(paths), Duration.parse(probation));
  }
}
