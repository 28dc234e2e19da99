package org.sparekey.application.adapter.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RiskReason;
import org.sparekey.domain.recovery.Reset;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.RecoveryId;

@Entity
@Table(name = "reset_history")
class ResetRow {

  @Id private UUID recovery;

  @Version
  @Column(name = "row_version")
  private int version;

  @Column(name = "account")
  private UUID account;

  @Column(name = "reset_at")
  private Instant at;

  @Column(name = "revoked")
  private String revoked;

  @Column(name = "bound")
  private UUID bound;

  @Embedded private PolicyKey policy;

  @Column(name = "evidence")
  private String evidence;

  @Column(name = "risks")
  private String risks;

  protected ResetRow() {}

  ResetRow(Reset reset) {
    recovery = reset.recovery().value();
    account = reset.account().value();
    at = reset.at();
    revoked = Texts.ids(reset.revoked(), FactorId::value);
    bound = reset.bound().value();
    policy = new PolicyKey(reset.policy());
    evidence = Texts.codes(reset.evidence(), EvidenceKind::code);
    risks = Texts.codes(reset.risks(), RiskReason::code);
  }

  Reset toDomain() {
    return new Reset(
        new RecoveryId(recovery),
        new AccountId(account),
        at,
        Texts.ofIds(revoked, FactorId::new),
        new FactorId(bound),
        policy.toDomain(),
        Set.copyOf(Texts.ofCodes(EvidenceKind.values(), EvidenceKind::code, evidence)),
        Set.copyOf(Texts.ofCodes(RiskReason.values(), RiskReason::code, risks)));
  }
}
