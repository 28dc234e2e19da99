package org.sparekey.application.adapter.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sparekey.domain.policy.PolicyReader;
import org.sparekey.domain.policy.PolicyReading;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.policy.PolicyText;
import org.sparekey.domain.policy.PublishedPolicy;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.OrganisationId;

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

  @Column(name = "organisation")
  private @Nullable UUID organisation;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "published_by")
  private @Nullable UUID publishedBy;

  @Column(name = "reason")
  private @Nullable String reason;

  @Column(name = "signed_by")
  private @Nullable UUID signedBy;

  @Column(name = "signing_reason")
  private @Nullable String signingReason;

  @Column(name = "retired_at")
  private @Nullable Instant retiredAt;

  protected RecoveryPolicyRow() {}

  RecoveryPolicyRow(PublishedPolicy published) {
    RecoveryPolicy policy = published.policy();
    id = new PolicyKey(policy.version());
    name = policy.name();
    body = PolicyText.of(policy);
    organisation = published.organisation().map(OrganisationId::value).orElse(null);
    publishedAt = published.publishedAt();
    published.publication().ifPresent(this::take);
    retiredAt = published.retiredAt().orElse(null);
  }

  private void take(PublishedPolicy.Publication publication) {
    publishedBy = publication.first().by().value();
    reason = publication.first().reason();
    signedBy = publication.second().map(second -> second.by().value()).orElse(null);
    signingReason = publication.second().map(PublishedPolicy.Signature::reason).orElse(null);
  }

  PublishedPolicy published() {
    return new PublishedPolicy(
        toDomain(),
        Optional.ofNullable(organisation).map(OrganisationId::new),
        publishedAt,
        signature(publishedBy, reason)
            .map(
                first ->
                    new PublishedPolicy.Publication(first, signature(signedBy, signingReason))),
        Optional.ofNullable(retiredAt));
  }

  private static Optional<PublishedPolicy.Signature> signature(
      @Nullable UUID by, @Nullable String why) {
    return by == null
        ? Optional.empty()
        : Optional.of(
            new PublishedPolicy.Signature(new AccountId(by), Objects.requireNonNull(why)));
  }

  RecoveryPolicy toDomain() {
    return body == null ? old() : read(body);
  }

  private RecoveryPolicy read(String text) {
    PolicyReading reading = PolicyReader.readPublished(text);
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
