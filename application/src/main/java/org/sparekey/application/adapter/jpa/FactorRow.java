package org.sparekey.application.adapter.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorDetails;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;

/** A factor in any of its states; what a state does not know is null. */
@Entity
@Table(name = "factor")
class FactorRow {

  @Id private UUID id;

  @Version
  @Column(name = "row_version")
  private int version;

  @Column(name = "account")
  private UUID account;

  @Column(name = "kind")
  private String kind;

  @Column(name = "device")
  private String device;

  @Column(name = "device_folded")
  private String deviceFolded;

  @Column(name = "status")
  private String status;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "ceremony")
  private @Nullable String ceremony;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Column(name = "confirmed_at")
  private @Nullable Instant confirmedAt;

  @Column(name = "last_used_at")
  private @Nullable Instant lastUsedAt;

  @Column(name = "suspended_at")
  private @Nullable Instant suspendedAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  @Column(name = "reason")
  private @Nullable String reason;

  protected FactorRow() {}

  FactorRow(Factor factor) {
    id = factor.id().value();
    take(factor);
  }

  final void take(Factor factor) {
    FactorDetails details = factor.details();
    account = details.account().value();
    kind = details.kind().code();
    device = details.device().value();
    deviceFolded = details.device().folded();
    createdAt = details.createdAt();
    status = factor.status().code();
    ceremony = null;
    expiresAt = null;
    confirmedAt = null;
    lastUsedAt = null;
    suspendedAt = null;
    revokedAt = null;
    reason = null;
    factor.<FactorRow>fold(this::pending, this::active, this::suspended, this::revoked);
  }

  private FactorRow pending(Factor.Pending factor) {
    ceremony = factor.ceremony();
    expiresAt = factor.expiresAt();
    return this;
  }

  private FactorRow active(Factor.Active factor) {
    confirmedAt = factor.confirmedAt();
    lastUsedAt = factor.lastUsedAt().orElse(null);
    return this;
  }

  private FactorRow suspended(Factor.Suspended factor) {
    confirmedAt = factor.confirmedAt();
    lastUsedAt = factor.lastUsedAt().orElse(null);
    suspendedAt = factor.suspendedAt();
    reason = factor.reason().code();
    return this;
  }

  private FactorRow revoked(Factor.Revoked factor) {
    confirmedAt = factor.confirmedAt().orElse(null);
    lastUsedAt = factor.lastUsedAt().orElse(null);
    revokedAt = factor.revokedAt();
    reason = factor.reason().code();
    return this;
  }

  Factor toDomain() {
    FactorDetails details =
        new FactorDetails(
            new FactorId(id),
            new AccountId(account),
            Texts.ofCode(FactorKind.values(), FactorKind::code, kind),
            new DeviceName(device),
            createdAt);
    return switch (Texts.ofCode(FactorStatus.values(), FactorStatus::code, status)) {
      case PENDING ->
          new Factor.Pending(
              details, Objects.requireNonNull(ceremony), Objects.requireNonNull(expiresAt));
      case ACTIVE ->
          new Factor.Active(
              details, Objects.requireNonNull(confirmedAt), Optional.ofNullable(lastUsedAt));
      case SUSPENDED ->
          new Factor.Suspended(
              details,
              Objects.requireNonNull(confirmedAt),
              Optional.ofNullable(lastUsedAt),
              Objects.requireNonNull(suspendedAt),
              reason());
      case REVOKED ->
          new Factor.Revoked(
              details,
              Optional.ofNullable(confirmedAt),
              Optional.ofNullable(lastUsedAt),
              Objects.requireNonNull(revokedAt),
              reason());
    };
  }

  private RevocationReason reason() {
    return Texts.ofCode(
        RevocationReason.values(), RevocationReason::code, Objects.requireNonNull(reason));
  }
}
