package org.sparekey.application.policy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.PolicyDraftRepository;
import org.sparekey.application.port.PolicyRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.policy.PolicyDraft;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.PublishedPolicy;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.PolicyDraftId;

/**
 * The door before everything that administrators do with policies: a full sign-in, the role, the
 * own organisation; for what others obey also a fresh confirmation and a reason. Who is turned away
 * stands in the log (PCI DSS 10.2.1.2, attacks rows 7 and 35).
 */
@Dependent
class PolicyDoor {

  private final PolicyRepository policies;
  private final PolicyDraftRepository drafts;
  private final AccountRepository accounts;
  private final AuditLog audit;

  @Inject
  PolicyDoor(
      PolicyRepository policies,
      PolicyDraftRepository drafts,
      AccountRepository accounts,
      AuditLog audit) {
    this.policies = policies;
    this.drafts = drafts;
    this.accounts = accounts;
    this.audit = audit;
  }

  /** Why this person may not read policies; empty when nothing is in the way. */
  Optional<PolicyRefusal> mayRead(SessionView staff) {
    if (!staff.full()) {
      return Optional.of(PolicyRefusal.NOT_SIGNED_IN);
    }
    return staff.roles().stream().anyMatch(StaffRole::mayWritePolicies)
        ? Optional.empty()
        : Optional.of(PolicyRefusal.ROLE_MISSING);
  }

  /** Why this person may not write drafts, which nothing obeys yet. */
  Optional<PolicyRefusal> mayWrite(SessionView staff) {
    return mayRead(staff)
        .or(() -> staff.onProbation() ? Optional.of(PolicyRefusal.ON_PROBATION) : Optional.empty());
  }

  /** Why this person may not decide what others obey. */
  Optional<PolicyRefusal> mayDecide(SessionView staff, String reason) {
    return mayWrite(staff)
        .or(
            () ->
                staff.recentlyConfirmed()
                    ? Optional.empty()
                    : Optional.of(PolicyRefusal.NEEDS_CONFIRMATION))
        .or(
            () ->
                reason.isBlank() || reason.length() > PolicyDraft.LONGEST_REASON
                    ? Optional.of(PolicyRefusal.NO_REASON)
                    : Optional.empty());
  }

  /** Does it, unless there is something in the way: then that is refused and written down. */
  <T> PolicyAnswer<T> unless(
      Optional<PolicyRefusal> obstacle,
      SessionView staff,
      AuditCode act,
      String target,
      Origin origin,
      Supplier<PolicyAnswer<T>> work) {
    return obstacle.isPresent() ? refuse(staff, act, target, obstacle.get(), origin) : work.get();
  }

  /**
   * Refuses and says so in the log of the person's own organisation.
   *
   * @param act the code of what was tried
   * @param target public name of what it was tried on; may be empty
   */
  <T> PolicyAnswer<T> refuse(
      SessionView staff, AuditCode act, String target, PolicyRefusal why, Origin origin) {
    audit.record(
        fact(AuditCode.STAFF_REFUSED, staff, origin)
            .refused(why.code())
            .with((act.code() + " " + target).strip()));
    return new PolicyAnswer.Refused<>(why);
  }

  /** A fact by this person within the own organisation. */
  AuditDraft fact(AuditCode code, SessionView staff, Origin origin) {
    Actor actor =
        staff.roles().isEmpty() ? Actor.owner(staff.account()) : Actor.staff(staff.account());
    return AuditDraft.of(code, actor, origin).within(staff.organisation());
  }

  void write(AuditDraft fact) {
    audit.record(fact);
  }

  /** A draft of the own organisation. */
  Optional<PolicyDraft> draft(SessionView staff, PolicyDraftId id) {
    return drafts.find(id).filter(draft -> draft.organisation().equals(staff.organisation()));
  }

  /** A version that the own organisation may use. */
  Optional<PublishedPolicy> version(SessionView staff, PolicyVersion version) {
    return policies.history(version.key()).stream()
        .filter(row -> row.policy().version().equals(version))
        .filter(row -> row.openTo(staff.organisation()))
        .findFirst();
  }

  /** The latest version of a policy that the own organisation may use, retired or not. */
  Optional<PublishedPolicy> latest(SessionView staff, String key) {
    return policies.history(key).stream()
        .findFirst()
        .filter(row -> row.openTo(staff.organisation()));
  }

  /** Who that was, for people. */
  String name(AccountId id) {
    return accounts.find(id).map(Account::displayName).orElse("");
  }
}
