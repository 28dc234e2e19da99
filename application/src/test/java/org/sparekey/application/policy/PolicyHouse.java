package org.sparekey.application.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sparekey.application.PeopleWhoMayVouch;
import org.sparekey.application.delivery.BundledNotices;
import org.sparekey.application.memory.Memory;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.support.TwoOrganisations;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.Holds;
import org.sparekey.domain.policy.PolicyDraft;
import org.sparekey.domain.policy.PolicyText;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.RecoveryPath;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.ShippedPolicies;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.PolicyDraftId;
import org.sparekey.domain.shared.SessionId;

/** Administrators of two organisations, with every use case that they have for policies. */
final class PolicyHouse {

  static final PolicyVersion STANDARD = ShippedPolicies.standard().version();

  final TwoOrganisations world = new TwoOrganisations();
  final Memory memory = world.memory;
  final SessionView ada = administrator("anna.admin@example.org", world.ours);
  final SessionView grace = administrator("greta.admin@example.org", world.ours);
  final SessionView foreign = administrator("frank.admin@example.net", world.theirs);

  private final PolicyDoor door =
      new PolicyDoor(memory.policies, memory.policyDrafts, memory.accounts, memory.audit);
  private final DraftTexts texts =
      new DraftTexts(memory.policies, memory.policyDrafts, memory.ids, memory.clock);
  private final TellAdministrators tell =
      new TellAdministrators(
          memory.accounts,
          new BundledNotices(
              memory.contactPoints, memory.outbox, memory.settings, memory.ids, memory.clock));
  private final PutIntoForce force =
      new PutIntoForce(door, texts, memory.policies, memory.policyDrafts, tell, memory.clock);

  final ListPolicies list =
      new ListPolicies(door, memory.policies, memory.policyDrafts, memory.organisations);
  final ViewPolicy view = new ViewPolicy(door, memory.policies, memory.organisations);
  final StartPolicyDraft start = new StartPolicyDraft(door, texts);
  final ImportPolicy take = new ImportPolicy(door, texts);
  final OpenPolicyDraft open = new OpenPolicyDraft(door);
  final ChangePolicyDraft change = new ChangePolicyDraft(door, memory.policyDrafts, memory.clock);
  final DiscardPolicyDraft discard = new DiscardPolicyDraft(door, memory.policyDrafts);
  final PublishPolicy publish = new PublishPolicy(door, force);
  final ProposePolicy propose =
      new ProposePolicy(door, force, memory.policyDrafts, tell, memory.clock);
  final SignPolicy sign = new SignPolicy(door, force);
  final AssignPolicy assign =
      new AssignPolicy(door, memory.policies, memory.organisations, tell, memory.clock);
  final RetirePolicy retire =
      new RetirePolicy(door, memory.policies, memory.organisations, tell, memory.clock);
  final ExportPolicy export = new ExportPolicy(door);
  final ComparePolicies compare = new ComparePolicies(door);

  final AnalysePolicy analyse = new AnalysePolicy(door, memory.organisations);
  final TryPolicy attempt =
      new TryPolicy(
          door,
          memory.accounts,
          new ProfileOfAccount(
              memory.factors,
              memory.contactPoints,
              memory.passwords,
              memory.recoveryCodes,
              memory.browsers,
              new PeopleWhoMayVouch(memory.recoveryContacts, memory.contactPoints),
              memory.organisations,
              memory.clock));
  final ShowPolicyPopulation population =
      new ShowPolicyPopulation(
          door, memory.policies, memory.organisations, memory.shapes, memory.clock);
  final ListPolicyPopulation names = new ListPolicyPopulation(door, memory.shapes, memory.clock);

  PolicyHouse() {
    new PublishShippedPolicies(memory.policies, memory.clock).publish();
  }

  /** A draft with this text, begun by Ada. */
  PolicyDraft draft(String key, String text) {
    PolicyDraftId id =
        start.start(ada, STANDARD, key, TwoOrganisations.ORIGIN).asGranted().orElseThrow();
    return change.change(ada, id, 1, text, TwoOrganisations.ORIGIN).asGranted().orElseThrow();
  }

  /** A text whose only path asks for one proof. */
  static String openedBy(String key, EvidenceKind proof) {
    return text(
        key,
        new RecoveryPolicy(
            STANDARD,
            "Weak",
            List.of(new RecoveryPath(Set.of(proof), Holds.hours(1, 2, 3), 0)),
            ShippedPolicies.standard().rules()));
  }

  static String text(String key, RecoveryPolicy policy) {
    return PolicyText.of(policy.as(new PolicyVersion(key, 1)));
  }

  /** Published without more ado by Ada. */
  PolicyVersion published(String key, String text) {
    PolicyDraft draft = draft(key, text);
    return publish
        .publish(ada, draft.id(), draft.saved(), "for the test", TwoOrganisations.ORIGIN)
        .asGranted()
        .orElseThrow();
  }

  SessionView stale(SessionView session) {
    return copy(session, session.roles(), false, false);
  }

  SessionView onProbation(SessionView session) {
    return copy(session, session.roles(), true, true);
  }

  private static SessionView copy(
      SessionView session, Set<StaffRole> roles, boolean confirmed, boolean probation) {
    return new SessionView(
        session.id(),
        session.account(),
        session.organisation(),
        session.organisationName(),
        session.level(),
        session.signInName(),
        session.displayName(),
        session.language(),
        roles,
        confirmed,
        probation);
  }

  List<String> refusals() {
    return memory.audit.entries().stream()
        .flatMap(entry -> entry.what().reason().stream())
        .toList();
  }

  private SessionView administrator(String name, Organisation of) {
    Account account = world.account(name, name, of);
    Account administrator =
        new Account(
            new AccountId(account.id().value()),
            of.id(),
            SignInName.parse(name).orElseThrow(),
            name,
            Locale.ENGLISH,
            Set.of(StaffRole.ADMINISTRATOR),
            memory.clock.instant(),
            Optional.empty());
    memory.accounts.save(administrator);
    return new SessionView(
        new SessionId(memory.ids.next()),
        administrator.id(),
        of.id(),
        of.name(),
        Session.Level.FULL,
        name,
        name,
        Locale.ENGLISH,
        administrator.roles(),
        true,
        false);
  }
}
