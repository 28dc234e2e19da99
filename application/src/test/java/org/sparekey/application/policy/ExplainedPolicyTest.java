package org.sparekey.application.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RecoveryPath;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.ShippedPolicies;

/** The help text says what the policy says, no more and no less. */
class ExplainedPolicyTest {

  static List<RecoveryPolicy> shipped() {
    return ShippedPolicies.all();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyPathIsThereWithItsWaitAndItsPeople(RecoveryPolicy policy) {
    assertThat(ExplainedPolicy.of(policy).paths())
        .containsExactlyInAnyOrderElementsOf(
            policy.paths().stream().map(ExplainedPolicyTest::expected).toList());
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void theQuickestStandsFirst(RecoveryPolicy policy) {
    assertThat(ExplainedPolicy.of(policy).paths())
        .isSortedAccordingTo(
            Comparator.comparingInt(ExplainedPolicy.Path::approvals)
                .thenComparing(ExplainedPolicy.Path::hold));
  }

  @Test
  void theRulesOfStandardAndStrictAreTold() {
    ExplainedPolicy standard = ExplainedPolicy.of(ShippedPolicies.standard());
    ExplainedPolicy strict = ExplainedPolicy.of(ShippedPolicies.strict());

    assertThat(standard.probation()).isEqualTo(Duration.ofDays(3));
    assertThat(standard.contactsNeeded()).contains(2);
    assertThat(standard.allFactors()).isFalse();
    assertThat(standard.survivorsShorten()).isTrue();
    assertThat(strict.allFactors()).isTrue();
    assertThat(strict.survivorsShorten()).isFalse();
    assertThat(strict.vetoApprovals()).isEqualTo(2);
    assertThat(strict.wrongProofs()).isEqualTo(5);
  }

  private static ExplainedPolicy.Path expected(RecoveryPath path) {
    return new ExplainedPolicy.Path(
        path.evidence().stream().sorted().map(EvidenceKind::code).toList(),
        path.holds().low(),
        path.holds().high(),
        path.approvals());
  }
}
