package org.sparekey.application.adapter.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.sparekey.domain.challenge.Challenge;
import org.sparekey.domain.challenge.ChallengePurpose;
import org.sparekey.domain.challenge.ChallengeStatus;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.ChallengeId;
import org.sparekey.domain.shared.FactorId;

@Entity
@Table(name = "challenge")
class ChallengeRow {

  @Id private UUID id;

  @Version
  @Column(name = "row_version")
  private int version;

  @Column(name = "account")
  private UUID account;

  @Column(name = "factor")
  private UUID factor;

  @Column(name = "purpose")
  private String purpose;

  @Column(name = "flow")
  private String flow;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "status")
  private String status;

  @Column(name = "payload")
  private String payload;

  protected ChallengeRow() {}

  ChallengeRow(Challenge challenge) {
    id = challenge.id().value();
    account = challenge.account().value();
    factor = challenge.factor().value();
    purpose = challenge.purpose().code();
    flow = challenge.flow();
    createdAt = challenge.createdAt();
    expiresAt = challenge.expiresAt();
    status = challenge.status().code();
    payload = challenge.payload();
  }

  Challenge toDomain() {
    return new Challenge(
        new ChallengeId(id),
        new AccountId(account),
        new FactorId(factor),
        Texts.ofCode(ChallengePurpose.values(), ChallengePurpose::code, purpose),
        flow,
        createdAt,
        expiresAt,
        Texts.ofCode(ChallengeStatus.values(), ChallengeStatus::code, status),
        payload);
  }
}
