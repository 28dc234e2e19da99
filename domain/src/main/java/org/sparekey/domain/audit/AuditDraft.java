package org.sparekey.domain.audit;

import java.util.Optional;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryId;

/**
 * What a use case says happened, before the log gives it an id and a time (PCI DSS 10.2.2: user,
 * type, outcome, origin, affected resource). Holds no secret and no personal data but the origin.
 *
 * @param reason stable code of a refusal or of the cause
 * @param factorKind stable code of the kind of factor used or changed
 * @param policy policy key and version, "standard/1"
 * @param detail further stable words, for example an evidence kind or a number of rows
 */
public record AuditDraft(
    AuditCode code,
    Actor actor,
    Origin origin,
    Outcome outcome,
    Optional<AccountId> subject,
    Optional<OrganisationId> organisation,
    Optional<String> reason,
    Optional<String> factorKind,
    Optional<FactorId> factor,
    Optional<RecoveryId> recovery,
    Optional<String> policy,
    Optional<String> detail) {

  /** A success, about nobody yet. */
  public static AuditDraft of(AuditCode code, Actor actor, Origin origin) {
    return new AuditDraft(
        code,
        actor,
        origin,
        Outcome.SUCCESS,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** About this account of this organisation. */
  public AuditDraft about(AccountId account, OrganisationId of) {
    return copy(outcome, Optional.of(account), Optional.of(of), reason, detail);
  }

  /** Within this organisation. */
  public AuditDraft within(OrganisationId of) {
    return copy(outcome, subject, Optional.of(of), reason, detail);
  }

  /** Refused for this reason. */
  public AuditDraft refused(String why) {
    return copy(Outcome.REFUSED, subject, organisation, Optional.of(why), detail);
  }

  /** Broken for this reason. */
  public AuditDraft failed(String why) {
    return copy(Outcome.FAILED, subject, organisation, Optional.of(why), detail);
  }

  /** Done, for this reason. */
  public AuditDraft because(String why) {
    return copy(outcome, subject, organisation, Optional.of(why), detail);
  }

  /** With further stable words. */
  public AuditDraft with(String words) {
    return copy(outcome, subject, organisation, reason, Optional.of(words));
  }

  /** By or on this factor. */
  public AuditDraft factor(String kind, FactorId id) {
    return factor(kind, Optional.of(id));
  }

  /** About a factor of this kind that there is not, or not yet. */
  public AuditDraft ofKind(String kind) {
    return factor(kind, Optional.empty());
  }

  private AuditDraft factor(String kind, Optional<FactorId> id) {
    return new AuditDraft(
        code,
        actor,
        origin,
        outcome,
        subject,
        organisation,
        reason,
        Optional.of(kind),
        id,
        recovery,
        policy,
        detail);
  }

  /** In this recovery, under this version of a policy. */
  public AuditDraft recovery(RecoveryId id, String policyVersion) {
    return new AuditDraft(
        code,
        actor,
        origin,
        outcome,
        subject,
        organisation,
        reason,
        factorKind,
        factor,
        Optional.of(id),
        Optional.of(policyVersion),
        detail);
  }

  /** About this version of a policy, or about a policy of this key. */
  public AuditDraft policy(String policyVersion) {
    return new AuditDraft(
        code,
        actor,
        origin,
        outcome,
        subject,
        organisation,
        reason,
        factorKind,
        factor,
        recovery,
        Optional.of(policyVersion),
        detail);
  }

  private AuditDraft copy(
      Outcome newOutcome,
      Optional<AccountId> newSubject,
      Optional<OrganisationId> newOrganisation,
      Optional<String> newReason,
      Optional<String> newDetail) {
    return new AuditDraft(
        code,
        actor,
        origin,
        newOutcome,
        newSubject,
        newOrganisation,
        newReason,
        factorKind,
        factor,
        recovery,
        policy,
        newDetail);
  }
}
