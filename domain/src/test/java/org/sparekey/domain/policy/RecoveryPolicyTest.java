package org.sparekey.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a policy says to the evidence given. */
class RecoveryPolicyTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final RiskAssessment LOW = new RiskAssessment(Set.of());
  private static final EvidenceGiven PASSWORD =
      new EvidenceGiven(EvidenceKind.PASSWORD, Set.of(Channel.memory()), NOW);
  private static final EvidenceGiven CODE =
      new EvidenceGiven(EvidenceKind.MAILED_CODE, Set.of(Channel.mailbox("1")), NOW);
  private static final EvidenceGiven PAPER =
      new EvidenceGiven(EvidenceKind.RECOVERY_CODE, Set.of(Channel.paper()), NOW);
  private static final EvidenceGiven RESETTABLE_PASSWORD =
      new EvidenceGiven(EvidenceKind.PASSWORD, Set.of(Channel.memory(), Channel.mailbox("1")), NOW);

  @Test
  void oneProofIsNotEnoughAndTheOtherIsOffered() {
    assertThat(ShippedPolicies.quick().decide(List.of(PASSWORD), LOW))
        .isEqualTo(
            new PolicyDecision.MoreEvidence(
                Set.of(EvidenceKind.MAILED_CODE, EvidenceKind.RECOVERY_CODE), false));
    assertThat(ShippedPolicies.quick().decide(List.of(), LOW))
        .isEqualTo(
            new PolicyDecision.MoreEvidence(
                Set.of(EvidenceKind.PASSWORD, EvidenceKind.MAILED_CODE, EvidenceKind.RECOVERY_CODE),
                false));
  }

  @Test
  void bothProofsAreEnough() {
    assertThat(path(ShippedPolicies.quick(), PASSWORD, CODE).map(path -> path.hold(low())))
        .contains(Duration.ZERO);
    assertThat(path(ShippedPolicies.standard(), PASSWORD, CODE).map(path -> path.hold(low())))
        .contains(Duration.ofHours(24));
  }

  @Test
  void passwordAndRecoveryCodeNeedNoWaitUnlessSomethingIsOdd() {
    Optional<RecoveryPath> path = path(ShippedPolicies.standard(), PASSWORD, PAPER);

    assertThat(path.map(it -> it.hold(low()))).contains(Duration.ZERO);
    assertThat(path.map(it -> it.hold(RiskAssessment.Level.ELEVATED)))
        .contains(Duration.ofHours(24));
  }

  @Test
  void recoveryCodeAndMailedCodeTakeAsLongAsThePasswordAndTheMail() {
    Optional<RecoveryPath> path = path(ShippedPolicies.standard(), PAPER, CODE);

    assertThat(path.map(it -> it.hold(low()))).contains(Duration.ofHours(24));
  }

  @Test
  void ofThreeProofsTheQuickestTwoCount() {
    assertThat(
            path(ShippedPolicies.standard(), PASSWORD, CODE, PAPER).map(path -> path.hold(low())))
        .contains(Duration.ZERO);
  }

  @Test
  void bothProofsFromOneMailboxAreNotEnoughAndItIsSaidWhy() {
    assertThat(ShippedPolicies.quick().decide(List.of(RESETTABLE_PASSWORD, CODE), LOW))
        .isEqualTo(new PolicyDecision.MoreEvidence(Set.of(EvidenceKind.RECOVERY_CODE), true));
  }

  @Test
  void theSameKindTwiceIsOneProof() {
    assertThat(path(ShippedPolicies.quick(), CODE, CODE)).isEmpty();
  }

  @Test
  void ofTwoPathsTheOneWithFewerPeopleThenTheShorterWaitIsTaken() {
    RecoveryPath people = path(EvidenceKind.PASSWORD, Duration.ZERO, 2);
    RecoveryPath slow = path(EvidenceKind.PASSWORD, Duration.ofHours(9), 0);
    RecoveryPath quick = path(EvidenceKind.PASSWORD, Duration.ofHours(3), 0);
    RecoveryPolicy policy =
        new RecoveryPolicy(
            new PolicyVersion("own", 1), "Own", List.of(people, slow, quick), Duration.ZERO);

    assertThat(path(policy, PASSWORD)).contains(quick);
  }

  @ParameterizedTest
  @EnumSource(RiskReason.class)
  void anUnknownBrowserAloneIsNoElevatedRiskAndEverythingElseIs(RiskReason reason) {
    assertThat(new RiskAssessment(Set.of(reason)).level())
        .isEqualTo(
            reason == RiskReason.UNKNOWN_BROWSER
                ? RiskAssessment.Level.LOW
                : RiskAssessment.Level.ELEVATED);
  }

  @Test
  void aPathThatNeedsNothingOrGetsEasierWithRiskIsRefused() {
    Duration day = Duration.ofDays(1);
    assertThatThrownBy(() -> new RecoveryPath(Set.of(), day, day, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RecoveryPath(Set.of(EvidenceKind.PASSWORD), day, Duration.ZERO, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RecoveryPath(Set.of(EvidenceKind.PASSWORD), day, day, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new RecoveryPolicy(
                    new PolicyVersion("empty", 1), "Empty", List.of(), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyShippedPathTakesTwoProofs() {
    assertThat(ShippedPolicies.all())
        .flatExtracting(RecoveryPolicy::paths)
        .allMatch(path -> path.evidence().size() >= 2);
  }

  private static RiskAssessment.Level low() {
    return RiskAssessment.Level.LOW;
  }

  private static RecoveryPath path(EvidenceKind kind, Duration hold, int approvals) {
    return new RecoveryPath(Set.of(kind), hold, hold, approvals);
  }

  private static Optional<RecoveryPath> path(RecoveryPolicy policy, EvidenceGiven... given) {
    return policy
        .decide(List.of(given), LOW)
        .<Optional<RecoveryPath>>fold(
            more -> Optional.empty(), enough -> Optional.of(enough.path()));
  }
}
