package org.sparekey.application.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.policy.PolicyHouse.STANDARD;
import static org.sparekey.application.support.TwoOrganisations.ORIGIN;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditEntry;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.PolicyAct;
import org.sparekey.domain.policy.PolicyDraft;
import org.sparekey.domain.policy.PolicyText;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.PublishedPolicy;
import org.sparekey.domain.policy.ShippedPolicies;
import org.sparekey.domain.shared.PolicyDraftId;

class WritePoliciesTest {

  private static final String WHY = "The auditors asked for it";

  private final PolicyHouse house = new PolicyHouse();
  private final SessionView ada = house.ada;
  private final SessionView grace = house.grace;

  @Test
  void aDraftBecomesTheNextVersionAndItsHistorySaysWhoAndWhy() {
    PolicyVersion first =
        house.published("ours", PolicyHouse.text("ours", ShippedPolicies.standard()));
    PolicyVersion second =
        house.published("ours", PolicyHouse.text("ours", ShippedPolicies.strict()));

    assertThat(first).isEqualTo(new PolicyVersion("ours", 1));
    assertThat(second).isEqualTo(new PolicyVersion("ours", 2));
    PolicyFile file = house.view.view(ada, first, ORIGIN).asGranted().orElseThrow();
    assertThat(file.older()).isTrue();
    assertThat(file.versions()).extracting(PolicyFile.Version::number).containsExactly(2, 1);
    assertThat(file.versions().get(0).publisher())
        .contains(new PolicyFile.Word(ada.displayName(), "for the test"));
    assertThat(house.memory.policyDrafts.of(ada.organisation())).isEmpty();
    AuditEntry entry =
        house.memory.audit.entries().stream()
            .filter(each -> each.what().code() == AuditCode.POLICY_PUBLISHED)
            .findFirst()
            .orElseThrow();
    assertThat(entry.what().policy()).contains("ours/1");
    assertThat(entry.what().actor().account()).contains(ada.account());
  }

  @Test
  void aFaultyTextIsKeptAsItWasTypedAndNotPublished() {
    PolicyDraft draft = house.draft("ours", "sparekey-policy 1\npath blood\n  hold soon\n");

    DraftFile file = house.open.open(ada, draft.id(), ORIGIN).asGranted().orElseThrow();
    assertThat(file.draft().text()).isEqualTo("sparekey-policy 1\npath blood\n  hold soon\n");
    assertThat(file.faults()).extracting(fault -> fault.line()).contains(2, 3);
    assertThat(publish(ada, draft)).contains(PolicyRefusal.HAS_FAULTS);
    assertThat(propose(ada, draft)).contains(PolicyRefusal.HAS_FAULTS);
  }

  /** Two tabs: the second one does not take away what the first one wrote. */
  @Test
  void whatAnotherTabSavedIsNotLost() {
    PolicyDraft draft = house.draft("ours", "first");
    assertThat(change(grace, draft, "second").refusal()).isEmpty();
    assertThat(change(ada, draft, "third").refusal()).contains(PolicyRefusal.STALE_DRAFT);
    assertThat(publish(ada, draft)).contains(PolicyRefusal.STALE_DRAFT);
    assertThat(house.discard.discard(ada, draft.id(), draft.saved(), ORIGIN).refusal())
        .contains(PolicyRefusal.STALE_DRAFT);
    assertThat(house.open.open(ada, draft.id(), ORIGIN).asGranted().orElseThrow().draft().text())
        .isEqualTo("second");
  }

  @Test
  void absurdTextsAreRefusedAndInvisibleCharactersAreDropped() {
    PolicyDraft draft = house.draft("ours", "\uFEFFsparekey-policy 1\r\nkey\u0000 ours\r");
    assertThat(draft.text()).isEqualTo("sparekey-policy 1\nkey ours\n");
    String absurd = "x".repeat(PolicyDraft.LONGEST_TEXT + 1);
    assertThat(change(ada, draft, absurd).refusal()).contains(PolicyRefusal.TOO_LONG);
    assertThat(house.take.take(ada, absurd, ORIGIN).refusal()).contains(PolicyRefusal.TOO_LONG);
    assertThat(publish(ada, draft, "y".repeat(PolicyDraft.LONGEST_REASON + 1)))
        .contains(PolicyRefusal.NO_REASON);
  }

  /** ASVS 2.3.5: a policy that one channel opens takes two people. */
  @Test
  void aPolicyThatOneChannelOpensTakesASecondPerson() {
    PolicyDraft draft = house.draft("weak", PolicyHouse.openedBy("weak", EvidenceKind.MAILED_CODE));
    assertThat(house.open.open(ada, draft.id(), ORIGIN).asGranted().orElseThrow().singleChannel())
        .isTrue();
    assertThat(publish(ada, draft)).contains(PolicyRefusal.SECOND_PERSON_NEEDED);
    assertThat(sign(grace, draft)).contains(PolicyRefusal.NOT_PROPOSED);

    PolicyDraft proposed = proposed(ada, draft);
    assertThat(sign(ada, proposed)).contains(PolicyRefusal.SAME_PERSON);
    assertThat(publish(grace, proposed)).contains(PolicyRefusal.SECOND_PERSON_NEEDED);
    assertThat(sign(house.foreign, proposed)).contains(PolicyRefusal.UNKNOWN_DRAFT);
    assertThat(sign(grace, draft)).contains(PolicyRefusal.STALE_DRAFT);
    assertThat(sign(grace, proposed)).isEmpty();

    PublishedPolicy.Publication publication =
        house.memory.policies.history("weak").get(0).publication().orElseThrow();
    assertThat(publication.first()).isEqualTo(new PublishedPolicy.Signature(ada.account(), WHY));
    assertThat(publication.second()).contains(new PublishedPolicy.Signature(grace.account(), WHY));
    assertThat(house.refusals())
        .contains("second-person-needed", "not-proposed", "same-person", "stale-draft");
  }

  @Test
  void nobodySignsAnotherTextThanTheOneThatWasProposed() {
    PolicyDraft draft = house.draft("weak", PolicyHouse.openedBy("weak", EvidenceKind.MAILED_CODE));
    PolicyDraft proposed = proposed(ada, draft);
    PolicyDraft weaker =
        change(grace, proposed, PolicyHouse.openedBy("weak", EvidenceKind.PHONE_CODE))
            .asGranted()
            .orElseThrow();
    assertThat(sign(grace, weaker)).contains(PolicyRefusal.NOT_PROPOSED);
  }

  @Test
  void theOtherAdministratorsAreTold() {
    PolicyDraft draft = house.draft("weak", PolicyHouse.openedBy("weak", EvidenceKind.MAILED_CODE));
    proposed(ada, draft);
    assertThat(house.memory.outbox.messages())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.account()).contains(grace.account());
              assertThat(mail.kind()).isEqualTo("policy-proposed");
            });
  }

  @Test
  void aVersionThatIsWeakerCannotTakeRunningRecoveriesAlong() {
    house.published("ours", PolicyHouse.text("ours", ShippedPolicies.strict()));
    PolicyDraft draft =
        house.draft(
            "ours",
            PolicyHouse.text("ours", ShippedPolicies.standard())
                .replace("running-recoveries keep", "running-recoveries follow"));
    assertThat(publish(ada, draft)).contains(PolicyRefusal.WEAKER_CANNOT_FOLLOW);
  }

  @Test
  void whatSaysNothingNewIsNoVersion() {
    String text = PolicyHouse.text("ours", ShippedPolicies.strict());
    house.published("ours", text);
    assertThat(publish(ada, house.draft("ours", text))).contains(PolicyRefusal.NOTHING_NEW);
    assertThat(
            publish(ada, house.draft("ours", PolicyHouse.text("other", ShippedPolicies.quick()))))
        .contains(PolicyRefusal.KEY_DIFFERS);
  }

  @Test
  void aPolicyHoldsForWhomItIsAssignedToAndThenCannotBeRetired() {
    house.published("ours", PolicyHouse.text("ours", ShippedPolicies.strict()));
    assertThat(assign(ada, "ours", AssignPolicy.Audience.OWNERS)).isEmpty();
    assertThat(house.memory.organisations.find(ada.organisation()).orElseThrow().ownerPolicy())
        .isEqualTo("ours");
    assertThat(retire(ada, "ours")).contains(PolicyRefusal.IN_USE);

    assertThat(assign(ada, "standard", AssignPolicy.Audience.OWNERS)).isEmpty();
    assertThat(retire(ada, "ours")).isEmpty();
    assertThat(house.memory.policies.latest("ours")).isEmpty();
    assertThat(assign(ada, "ours", AssignPolicy.Audience.STAFF)).contains(PolicyRefusal.RETIRED);
    assertThat(retire(ada, "ours")).contains(PolicyRefusal.RETIRED);
    assertThat(retire(ada, "standard")).contains(PolicyRefusal.SHIPPED);
    PolicyFile file =
        house.view.view(ada, new PolicyVersion("ours", 1), ORIGIN).asGranted().orElseThrow();
    assertThat(file.deeds())
        .extracting(PolicyFile.Deed::kind)
        .containsExactlyInAnyOrder(PolicyAct.Kind.FOR_OWNERS, PolicyAct.Kind.RETIRED);
    assertThat(file.retired()).isTrue();
  }

  @Test
  void policiesThatComeWithSparekeyAreEverybodysAndNobodyChangesThem() {
    assertThat(house.start.start(ada, STANDARD, "", ORIGIN).refusal())
        .contains(PolicyRefusal.KEY_TAKEN);
    assertThat(house.take.take(ada, PolicyText.of(ShippedPolicies.quick()), ORIGIN).refusal())
        .contains(PolicyRefusal.KEY_TAKEN);
    assertThat(house.start.start(ada, STANDARD, "../etc", ORIGIN).refusal())
        .contains(PolicyRefusal.BAD_KEY);
  }

  /** Attacks row 35: another organisation's policies and drafts are unknown. */
  @Test
  void anothersOrganisationIsAnsweredAsIfItDidNotExist() {
    PolicyVersion ours =
        house.published("ours", PolicyHouse.text("ours", ShippedPolicies.strict()));
    PolicyDraft draft = house.draft("next", "text");
    PolicyDraftId unknown = new PolicyDraftId(new UUID(1, 2));
    SessionView foreign = house.foreign;

    assertThat(house.view.view(foreign, ours, ORIGIN).refusal())
        .contains(PolicyRefusal.UNKNOWN_POLICY);
    assertThat(house.export.export(foreign, ours, ORIGIN).refusal())
        .contains(PolicyRefusal.UNKNOWN_POLICY);
    assertThat(house.compare.compare(foreign, STANDARD, ours, ORIGIN).refusal())
        .contains(PolicyRefusal.UNKNOWN_POLICY);
    assertThat(house.start.start(foreign, ours, "mine", ORIGIN).refusal())
        .contains(PolicyRefusal.UNKNOWN_POLICY);
    assertThat(assign(foreign, "ours", AssignPolicy.Audience.OWNERS))
        .contains(PolicyRefusal.UNKNOWN_POLICY);
    assertThat(retire(foreign, "ours")).contains(PolicyRefusal.UNKNOWN_POLICY);
    for (PolicyDraftId id : List.of(draft.id(), unknown)) {
      assertThat(house.open.open(foreign, id, ORIGIN).refusal())
          .contains(PolicyRefusal.UNKNOWN_DRAFT);
      assertThat(house.change.change(foreign, id, 2, "x", ORIGIN).refusal())
          .contains(PolicyRefusal.UNKNOWN_DRAFT);
      assertThat(house.discard.discard(foreign, id, 2, ORIGIN).refusal())
          .contains(PolicyRefusal.UNKNOWN_DRAFT);
      assertThat(house.publish.publish(foreign, id, 2, WHY, ORIGIN).refusal())
          .contains(PolicyRefusal.UNKNOWN_DRAFT);
    }
    assertThat(house.list.list(foreign, ORIGIN).asGranted().orElseThrow().policies())
        .extracting(line -> line.version().key())
        .doesNotContain("ours");
    assertThat(house.start.start(foreign, STANDARD, "ours", ORIGIN).refusal())
        .contains(PolicyRefusal.KEY_TAKEN);
  }

  /** Attacks row 7: without the role, a full sign-in or a fresh step-up nothing happens. */
  @Test
  void nobodyElseDoesAnything() {
    PolicyVersion ours =
        house.published("ours", PolicyHouse.text("ours", ShippedPolicies.strict()));
    PolicyDraft draft = house.draft("next", PolicyHouse.text("next", ShippedPolicies.strict()));
    List<Function<SessionView, PolicyAnswer<?>>> acts =
        List.of(
            who -> house.list.list(who, ORIGIN),
            who -> house.view.view(who, ours, ORIGIN),
            who -> house.export.export(who, ours, ORIGIN),
            who -> house.compare.compare(who, STANDARD, ours, ORIGIN),
            who -> house.open.open(who, draft.id(), ORIGIN),
            who -> house.start.start(who, ours, "", ORIGIN),
            who -> house.take.take(who, "key mine", ORIGIN),
            who -> house.change.change(who, draft.id(), 2, "x", ORIGIN),
            who -> house.discard.discard(who, draft.id(), 2, ORIGIN),
            who -> house.propose.propose(who, draft.id(), 2, WHY, ORIGIN),
            who -> house.publish.publish(who, draft.id(), 2, WHY, ORIGIN),
            who -> house.sign.sign(who, draft.id(), 2, WHY, ORIGIN),
            who -> house.assign.assign(who, "ours", AssignPolicy.Audience.STAFF, WHY, ORIGIN),
            who -> house.retire.retire(who, "ours", WHY, ORIGIN));
    for (SessionView who :
        List.of(house.world.nobody, house.world.support, house.world.compliance)) {
      for (Function<SessionView, PolicyAnswer<?>> act : acts) {
        int before = house.refusals().size();
        assertThat(act.apply(who).refusal()).contains(PolicyRefusal.ROLE_MISSING);
        assertThat(house.refusals()).hasSize(before + 1);
      }
    }
    for (Function<SessionView, PolicyAnswer<?>> act : acts.subList(9, acts.size())) {
      assertThat(act.apply(house.stale(ada)).refusal()).contains(PolicyRefusal.NEEDS_CONFIRMATION);
    }
    for (Function<SessionView, PolicyAnswer<?>> act : acts.subList(5, acts.size())) {
      assertThat(act.apply(house.onProbation(ada)).refusal()).contains(PolicyRefusal.ON_PROBATION);
    }
    assertThat(house.publish.publish(ada, draft.id(), 2, "  ", ORIGIN).refusal())
        .contains(PolicyRefusal.NO_REASON);
  }

  @Test
  void theDifferenceSaysWhetherTheNewerIsWeaker() {
    ComparePolicies.Difference difference =
        house
            .compare
            .compare(ada, ShippedPolicies.strict().version(), STANDARD, ORIGIN)
            .asGranted()
            .orElseThrow();
    assertThat(difference.noWeaker()).isFalse();
    assertThat(difference.lines()).extracting(line -> line.text()).contains("key standard");
  }

  private PolicyAnswer<PolicyDraft> change(SessionView who, PolicyDraft draft, String text) {
    return house.change.change(who, draft.id(), draft.saved(), text, ORIGIN);
  }

  private Optional<PolicyRefusal> publish(SessionView who, PolicyDraft draft) {
    return publish(who, draft, WHY);
  }

  private Optional<PolicyRefusal> publish(SessionView who, PolicyDraft draft, String why) {
    return house.publish.publish(who, draft.id(), draft.saved(), why, ORIGIN).refusal();
  }

  private Optional<PolicyRefusal> propose(SessionView who, PolicyDraft draft) {
    return house.propose.propose(who, draft.id(), draft.saved(), WHY, ORIGIN).refusal();
  }

  private PolicyDraft proposed(SessionView who, PolicyDraft draft) {
    return house
        .propose
        .propose(who, draft.id(), draft.saved(), WHY, ORIGIN)
        .asGranted()
        .orElseThrow();
  }

  private Optional<PolicyRefusal> sign(SessionView who, PolicyDraft draft) {
    return house.sign.sign(who, draft.id(), draft.saved(), WHY, ORIGIN).refusal();
  }

  private Optional<PolicyRefusal> assign(
      SessionView who, String key, AssignPolicy.Audience audience) {
    return house.assign.assign(who, key, audience, WHY, ORIGIN).refusal();
  }

  private Optional<PolicyRefusal> retire(SessionView who, String key) {
    return house.retire.retire(who, key, WHY, ORIGIN).refusal();
  }
}
