package org.sparekey.application.adapter.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sparekey.domain.policy.EvidenceGiven;
import org.sparekey.domain.policy.RiskAssessment;
import org.sparekey.domain.policy.RiskReason;
import org.sparekey.domain.recovery.Lost;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryDetails;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.recovery.VetoRoute;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.BrowserId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.RecoveryId;

/** A recovery in any of its states; what a state does not know is null. */
@Entity
@Table(name = "recovery")
class RecoveryRow {

  @Id private UUID id;

  @Version
  @Column(name = "row_version")
  private int version;

  @Column(name = "account")
  private @Nullable UUID account;

  @Column(name = "subject")
  private String subject;

  @Embedded private PolicyKey policy;

  @Column(name = "browser_hash")
  private String browserHash;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "lost")
  private String lost;

  @Column(name = "lost_factors")
  private String lostFactors;

  @Column(name = "code_sent_at")
  private @Nullable Instant codeSentAt;

  @Column(name = "failed_proofs")
  private int failedProofs;

  @Column(name = "failed_before")
  private int failedBefore;

  @Column(name = "browser")
  private @Nullable UUID browser;

  @Column(name = "status")
  private String status;

  @Column(name = "evidence")
  private String evidence;

  @Column(name = "risks")
  private @Nullable String risks;

  @Column(name = "approvals_needed")
  private @Nullable Integer approvalsNeeded;

  @Column(name = "hold")
  private @Nullable String hold;

  @Column(name = "approvers")
  private @Nullable String approvers;

  @Column(name = "since")
  private @Nullable Instant since;

  @Column(name = "held_until")
  private @Nullable Instant heldUntil;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "bound_factor")
  private @Nullable UUID boundFactor;

  @Column(name = "veto_route")
  private @Nullable String vetoRoute;

  @Column(name = "denied_by")
  private @Nullable UUID deniedBy;

  protected RecoveryRow() {}

  RecoveryRow(Recovery recovery) {
    id = recovery.id().value();
    take(recovery);
  }

  final void take(Recovery recovery) {
    RecoveryDetails details = recovery.details();
    account = details.account().map(AccountId::value).orElse(null);
    subject = details.subject();
    policy = new PolicyKey(details.policy());
    browserHash = details.browserHash();
    openedAt = details.openedAt();
    expiresAt = details.expiresAt();
    lost = details.lost().extent().code();
    lostFactors = Texts.ids(details.lost().factors(), FactorId::value);
    codeSentAt = details.codeSentAt().orElse(null);
    failedProofs = details.failedProofs();
    failedBefore = details.failedBefore();
    browser = details.browser().map(BrowserId::value).orElse(null);
    status = recovery.status().code();
    evidence = Texts.evidence(recovery.evidence());
    risks = null;
    approvalsNeeded = null;
    hold = null;
    approvers = null;
    since = null;
    heldUntil = null;
    endedAt = null;
    boundFactor = null;
    vetoRoute = null;
    deniedBy = null;
    recovery.<RecoveryRow>fold(
        requested -> this,
        proving -> this,
        this::approving,
        this::holding,
        this::ready,
        this::completed,
        cancelled -> ended(cancelled.endedAt()),
        this::vetoed,
        this::denied,
        expired -> ended(expired.endedAt()));
  }

  private RecoveryRow approving(Recovery.Approving recovery) {
    approvalsNeeded = recovery.needed();
    hold = recovery.hold().toString();
    approvers = Texts.ids(recovery.approvers(), AccountId::value);
    return risk(recovery.risk());
  }

  private RecoveryRow holding(Recovery.Holding recovery) {
    since = recovery.since();
    heldUntil = recovery.until();
    return risk(recovery.risk());
  }

  private RecoveryRow ready(Recovery.Ready recovery) {
    since = recovery.heldFrom();
    heldUntil = recovery.since();
    return risk(recovery.risk());
  }

  private RecoveryRow completed(Recovery.Completed recovery) {
    boundFactor = recovery.bound().value();
    return risk(recovery.risk()).ended(recovery.endedAt());
  }

  private RecoveryRow vetoed(Recovery.Vetoed recovery) {
    vetoRoute = recovery.route().code();
    return ended(recovery.endedAt());
  }

  private RecoveryRow denied(Recovery.Denied recovery) {
    deniedBy = recovery.by().value();
    return ended(recovery.endedAt());
  }

  private RecoveryRow risk(RiskAssessment risk) {
    risks = Texts.codes(risk.reasons(), RiskReason::code);
    return this;
  }

  private RecoveryRow ended(Instant at) {
    endedAt = at;
    return this;
  }

  Recovery toDomain() {
    RecoveryDetails details =
        new RecoveryDetails(
            new RecoveryId(id),
            Optional.ofNullable(account).map(AccountId::new),
            subject,
            policy.toDomain(),
            browserHash,
            openedAt,
            expiresAt,
            new Lost(
                Texts.ofCode(Lost.Extent.values(), Lost.Extent::code, lost),
                Set.copyOf(Texts.ofIds(lostFactors, FactorId::new))),
            Optional.ofNullable(codeSentAt),
            failedProofs,
            Optional.ofNullable(browser).map(BrowserId::new),
            failedBefore);
    List<EvidenceGiven> proofs = Texts.ofEvidence(evidence);
    return switch (Texts.ofCode(RecoveryStatus.values(), RecoveryStatus::code, status)) {
      case REQUESTED -> new Recovery.Requested(details);
      case PROVING -> new Recovery.Proving(details, proofs);
      case APPROVING ->
          new Recovery.Approving(
              details,
              proofs,
              risk(),
              Objects.requireNonNull(approvalsNeeded),
              Duration.parse(Objects.requireNonNull(hold)),
              Set.copyOf(Texts.ofIds(Objects.requireNonNull(approvers), AccountId::new)));
      case HOLDING ->
          new Recovery.Holding(
              details,
              proofs,
              risk(),
              Objects.requireNonNull(since),
              Objects.requireNonNull(heldUntil));
      case READY -> // older rows say only since when it is ready
          new Recovery.Ready(
              details,
              proofs,
              risk(),
              Objects.requireNonNull(since),
              Objects.requireNonNullElse(heldUntil, since));
      case COMPLETED ->
          new Recovery.Completed(
              details, proofs, risk(), new FactorId(Objects.requireNonNull(boundFactor)), ended());
      case CANCELLED -> new Recovery.Cancelled(details, proofs, ended());
      case VETOED ->
          new Recovery.Vetoed(
              details,
              proofs,
              ended(),
              Texts.ofCode(VetoRoute.values(), VetoRoute::code, Objects.requireNonNull(vetoRoute)));
      case DENIED ->
          new Recovery.Denied(
              details, proofs, ended(), new AccountId(Objects.requireNonNull(deniedBy)));
      case EXPIRED -> new Recovery.Expired(details, proofs, ended());
    };
  }

  private RiskAssessment risk() {
    return new RiskAssessment(
        Set.copyOf(
            Texts.ofCodes(RiskReason.values(), RiskReason::code, Objects.requireNonNull(risks))));
  }

  private Instant ended() {
    return Objects.requireNonNull(endedAt);
  }
}
