package org.sparekey.application.adapter.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sparekey.domain.policy.PolicyReader;
import org.sparekey.domain.policy.PolicyReading;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.policy.PolicyText;
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

  /** The text of the policy; null in rows that are older than the format. */
  @Column(name = "body")
  private @Nullable String body;

  @Column(name = "paths")
  private @Nullable String paths;

  @Column(name = "probation")
  private @Nullable String probation;

  @Column(name = "published_at")
  private Instant publishedAt;

  protected RecoveryPolicyRow() {}

  RecoveryPolicyRow(RecoveryPolicy policy, Instant publishedAt) {
    id = new PolicyKey(policy.version());
    name = policy.name();
    body = PolicyText.of(policy);
    this.publishedAt = publishedAt;
  }

  RecoveryPolicy toDomain() {
    return body == null ? old() : read(body);
  }

  private RecoveryPolicy read(String text) {
    PolicyReading reading = PolicyReader.read(text);
    return reading
        .policy()
        .orElseThrow(() -> new IllegalStateException(id.toDomain() + ": " + reading.faults()))
        .as(id.toDomain());
  }

  private RecoveryPolicy old() {
    return new RecoveryPolicy(
        id.toDomain(),
        name,
        Texts.ofPaths(Objects.requireNonNull(paths)),
        PolicyRules.usual(Duration.parse(Objects.requireNonNull(probation))));
  }
}
