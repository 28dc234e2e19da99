package org.sparekey.application.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.support.TwoOrganisations.ORIGIN;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorDetails;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.PolicyDraft;
import org.sparekey.domain.policy.PolicyText;
import org.sparekey.domain.policy.RiskAssessment.Level;
import org.sparekey.domain.policy.ShippedPolicies;
import org.sparekey.domain.policy.analysis.InventedAccount;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;

class TryPoliciesTest {

  private static final String STANDARD = PolicyText.of(ShippedPolicies.standard());

  private final PolicyHouse house = new PolicyHouse();
  private final SessionView ada = house.ada;

  @Test
  void theAnalysisOfATextSaysWhoCouldBreakIn() {
    PolicyAnalysis strong = analysed(STANDARD);
    PolicyAnalysis weak = analysed(PolicyHouse.openedBy("weak", EvidenceKind.MAILED_CODE));

    assertThat(strong.found().orElseThrow().worst().singleChannel()).isFalse();
    assertThat(weak.found().orElseThrow().worst().singleChannel()).isTrue();
    assertThat(weak.found().orElseThrow().of().theftsByRecovery(Level.LOW))
        .anySatisfy(theft -> assertThat(theft.channels()).containsExactly(Channel.mailbox("1")));
    assertThat(analysed("nonsense").found()).isEmpty();
    assertThat(analysed("nonsense").faults()).isNotEmpty();
  }

  @Test
  void anInventedAccountLosesItsPhone() {
    PolicyTrial trial =
        attempt(ada, "app-on-phone", Set.of("device phone")).asGranted().orElseThrow();

    assertThat(trial.lost()).containsExactly(Channel.device("phone"));
    assertThat(trial.ways().get(0).given())
        .containsExactly(EvidenceKind.PASSWORD, EvidenceKind.MAILED_CODE);
    assertThat(attempt(ada, "app-on-phone", Set.of("device phone", "mailbox 1")).asGranted())
        .get()
        .extracting(PolicyTrial::ways)
        .isEqualTo(List.of());
  }

  /** A look at a real account is a look at an account. */
  @Test
  void aRealAccountIsTriedWithWhatItHasAndTheLogSaysSo() {
    AccountId owner = house.world.owner.id();
    bind(owner, "Pixel 8");

    PolicyTrial trial = attempt(ada, "jane.doe@example.org", Set.of()).asGranted().orElseThrow();

    assertThat(trial.channels()).contains(Channel.device("Pixel 8"));
    assertThat(house.world.lastEntry().what().code()).isEqualTo(AuditCode.POLICY_TRIED);
    assertThat(house.world.lastEntry().what().subject()).contains(owner);
  }

  /** Attacks row 35. */
  @Test
  void anothersAccountIsUnknown() {
    assertThat(attempt(ada, "jane.roe@example.net", Set.of()).refusal())
        .contains(PolicyRefusal.UNKNOWN_ACCOUNT);
    assertThat(attempt(ada, "nobody@example.org", Set.of()).refusal())
        .contains(PolicyRefusal.UNKNOWN_ACCOUNT);
    assertThat(attempt(house.world.support, "jane.doe@example.org", Set.of()).refusal())
        .contains(PolicyRefusal.ROLE_MISSING);
  }

  @Test
  void accountsAreCountedByWhatTheyHaveAndNamedOnlyWithinTheOrganisation() {
    bind(house.world.owner.id(), "Pixel 8");
    PolicyDraft draft = house.draft("weak", PolicyHouse.openedBy("weak", EvidenceKind.MAILED_CODE));

    PolicyPopulation population =
        house
            .population
            .show(ada, draft.text(), AssignPolicy.Audience.OWNERS, ORIGIN)
            .asGranted()
            .orElseThrow();

    assertThat(population.compared()).isEqualTo("standard/3");
    assertThat(population.groups()).isNotEmpty().allMatch(PolicyPopulation.Group::opened);
    String shape = population.groups().get(0).shape().code();
    assertThat(names(ada, shape)).contains("jane.doe@example.org");
    assertThat(names(house.foreign, shape)).doesNotContain("jane.doe@example.org");
    assertThat(names(ada, "no|such|shape")).isEmpty();
    assertThat(
            house
                .population
                .show(house.world.support, draft.text(), AssignPolicy.Audience.OWNERS, ORIGIN)
                .refusal())
        .contains(PolicyRefusal.ROLE_MISSING);
    assertThat(
            house
                .population
                .show(ada, "path blood", AssignPolicy.Audience.OWNERS, ORIGIN)
                .refusal())
        .contains(PolicyRefusal.HAS_FAULTS);
    assertThat(
            house
                .names
                .list(house.world.support, AssignPolicy.Audience.OWNERS, shape, "", ORIGIN)
                .refusal())
        .contains(PolicyRefusal.ROLE_MISSING);
  }

  private List<String> names(SessionView who, String shape) {
    return house
        .names
        .list(who, AssignPolicy.Audience.OWNERS, shape, "", ORIGIN)
        .asGranted()
        .orElseThrow()
        .names();
  }

  private PolicyAnalysis analysed(String text) {
    return house
        .analyse
        .analyse(ada, text, InventedAccount.PREPARED, ORIGIN)
        .asGranted()
        .orElseThrow();
  }

  private PolicyAnswer<PolicyTrial> attempt(SessionView who, String account, Set<String> lost) {
    return house.attempt.attempt(who, STANDARD, account, lost, Level.LOW, ORIGIN);
  }

  private void bind(AccountId owner, String device) {
    Factor.Pending pending =
        new Factor.Pending(
            new FactorDetails(
                new FactorId(house.memory.ids.next()),
                owner,
                FactorKind.TOTP,
                DeviceName.parse(device).orElseThrow(),
                house.memory.clock.instant()),
            "session:test",
            house.memory.clock.instant().plus(Duration.ofMinutes(10)));
    house.memory.factors.add(pending);
    house.memory.factors.save(
        pending.confirm(pending.details().device(), house.memory.clock.instant()));
  }
}
