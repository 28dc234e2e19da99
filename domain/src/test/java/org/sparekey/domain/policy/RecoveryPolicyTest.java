package org.sparekey.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a policy says to the evidence given. */
class RecoveryPolicyTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Circumstances LOW = Circumstances.nothingOdd(NOW);
  private static final EvidenceGiven PASSWORD =
      new EvidenceGiven(EvidenceKind.PASSWORD, Access.anyOf(Channel.memory()), NOW);
  private static final EvidenceGiven CODE =
      new EvidenceGiven(EvidenceKind.MAILED_CODE, Access.anyOf(Channel.mailbox("1")), NOW);
  private static final EvidenceGiven PAPER =
      new EvidenceGiven(EvidenceKind.RECOVERY_CODE, Access.anyOf(Channel.paper()), NOW);
  private static final EvidenceGiven RESETTABLE_PASSWORD =
      new EvidenceGiven(
          EvidenceKind.PASSWORD, Access.anyOf(Channel.memory(), Channel.mailbox("1")), NOW);

  @Test
  void oneProofIsNotEnoughAndTheOtherIsOffered() {
    assertThat(ShippedPolicies.quick().decide(List.of(PASSWORD), LOW))
        .isEqualTo(
            new PolicyDecision.MoreEvidence(
                List.of(
                    Set.of(EvidenceKind.MAILED_CODE),
                    Set.of(EvidenceKind.RECOVERY_CODE),
                    Set.of(EvidenceKind.MAILED_CODE, EvidenceKind.RECOVERY_CODE)),
                false));
    assertThat(ShippedPolicies.quick().decide(List.of(), LOW))
        .isEqualTo(
            new PolicyDecision.MoreEvidence(
                List.of(
                    Set.of(EvidenceKind.PASSWORD, EvidenceKind.MAILED_CODE),
                    Set.of(EvidenceKind.PASSWORD, EvidenceKind.RECOVERY_CODE),
                    Set.of(EvidenceKind.MAILED_CODE, EvidenceKind.RECOVERY_CODE)),
                false));
  }

  @Test
  void bothProofsAreEnough() {
    assertThat(path(ShippedPolicies.quick(), PASSWORD, CODE).map(path -> path.holds().low()))
        .contains(Duration.ZERO);
    assertThat(path(ShippedPolicies.standard(), PASSWORD, CODE).map(path -> path.holds().low()))
        .contains(Duration.ofHours(24));
  }

  @Test
  void passwordAndRecoveryCodeNeedNoWaitUnlessSomethingIsOdd() {
    Optional<RecoveryPath> path = path(ShippedPolicies.standard(), PASSWORD, PAPER);

    assertThat(path.map(it -> it.holds().low())).contains(Duration.ZERO);
    assertThat(path.map(it -> it.holds().elevated())).contains(Duration.ofHours(24));
  }

  @Test
  void recoveryCodeAndMailedCodeTakeAsLongAsThePasswordAndTheMail() {
    Optional<RecoveryPath> path = path(ShippedPolicies.standard(), PAPER, CODE);

    assertThat(path.map(it -> it.holds().low())).contains(Duration.ofHours(24));
  }

  @Test
  void ofThreeProofsTheQuickestTwoCount() {
    assertThat(
            path(ShippedPolicies.standard(), PASSWORD, CODE, PAPER).map(path -> path.holds().low()))
        .contains(Duration.ZERO);
  }

  @Test
  void bothProofsFromOneMailboxAreNotEnoughAndItIsSaidWhy() {
    assertThat(ShippedPolicies.quick().decide(List.of(RESETTABLE_PASSWORD, CODE), LOW))
        .isEqualTo(
            new PolicyDecision.MoreEvidence(List.of(Set.of(EvidenceKind.RECOVERY_CODE)), true));
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
            new PolicyVersion("own", 1),
            "Own",
            List.of(people, slow, quick),
            PolicyRules.usual(Duration.ZERO));

    assertThat(path(policy, PASSWORD)).contains(quick);
  }

  @Test
  void anUnknownBrowserAloneIsNoElevatedRiskAndThreeReasonsAreAHighOne() {
    assertThat(level(RiskReason.UNKNOWN_BROWSER)).isEqualTo(RiskAssessment.Level.LOW);
    assertThat(level(RiskReason.UNKNOWN_BROWSER, RiskReason.NEW_NETWORK))
        .isEqualTo(RiskAssessment.Level.ELEVATED);
    assertThat(
            level(RiskReason.NEW_NETWORK, RiskReason.CONTACT_CHANGED, RiskReason.PASSWORD_CHANGED))
        .isEqualTo(RiskAssessment.Level.HIGH);
    assertThat(level(RiskReason.MANY_FROM_SOURCE)).isEqualTo(RiskAssessment.Level.HIGH);
  }

  @Test
  void moreRiskNeverWaitsLess() {
    for (RecoveryPolicy policy : ShippedPolicies.all()) {
      for (RecoveryPath path : policy.paths()) {
        Holds holds = path.holds();
        assertThat(holds.at(RiskAssessment.Level.LOW))
            .isLessThanOrEqualTo(holds.at(RiskAssessment.Level.ELEVATED));
        assertThat(holds.at(RiskAssessment.Level.ELEVATED))
            .isLessThanOrEqualTo(holds.at(RiskAssessment.Level.HIGH));
      }
    }
  }

  @Test
  void afterRepeatedVetoesPeopleAreAsked() {
    RecoveryPolicy standard = ShippedPolicies.standard();

    assertThat(decided(standard, vetoed(1), PASSWORD, PAPER).code()).isEqualTo("enough");
    assertThat(decided(standard, vetoed(2), PASSWORD, PAPER))
        .isInstanceOfSatisfying(
            PolicyDecision.Satisfied.class, it -> assertThat(it.approvals()).isEqualTo(1))
        .extracting(PolicyDecision::code)
        .isEqualTo("approval-needed");
  }

  @Test
  void onProbationAndAfterTooManyWrongProofsNothingHelps() {
    Circumstances probation = new Circumstances(RiskAssessment.nothingOdd(), 0, 0, true, NOW);
    Circumstances wrong = new Circumstances(RiskAssessment.nothingOdd(), 0, 10, false, NOW);

    assertThat(decided(ShippedPolicies.quick(), probation, PASSWORD, CODE).code())
        .isEqualTo("probation");
    assertThat(decided(ShippedPolicies.quick(), wrong, PASSWORD, CODE).code())
        .isEqualTo("too-many-wrong");
  }

  @Test
  void aHoldIsToldWithItsEnd() {
    assertThat(decided(ShippedPolicies.standard(), LOW, PASSWORD, CODE))
        .isInstanceOfSatisfying(
            PolicyDecision.Satisfied.class,
            it -> assertThat(it.until()).isEqualTo(NOW.plus(Duration.ofHours(24))));
  }

  @Test
  void anyFactorThatIsLeftMeetsASurvivingFactorButNoPhoneDoes() {
    assertThat(path(ShippedPolicies.standard(), PASSWORD, factor(EvidenceKind.TOTP))).isPresent();
    assertThat(path(ShippedPolicies.standard(), PASSWORD, factor(EvidenceKind.PASSKEY)))
        .isPresent();
    assertThat(
            path(ShippedPolicies.standard(), PASSWORD, factor(EvidenceKind.PHONE_CODE))
                .map(RecoveryPath::evidence))
        .contains(Set.of(EvidenceKind.PASSWORD, EvidenceKind.PHONE_CODE));
  }

  @Test
  void oneProofDoesNotMeetTwoKinds() {
    RecoveryPolicy policy = policy(Set.of(EvidenceKind.PASSKEY, EvidenceKind.SURVIVING_FACTOR));

    assertThat(path(policy, factor(EvidenceKind.PASSKEY))).isEmpty();
    assertThat(decided(policy, LOW, factor(EvidenceKind.PASSKEY)))
        .isEqualTo(
            new PolicyDecision.MoreEvidence(List.of(Set.of(EvidenceKind.SURVIVING_FACTOR)), false));
    assertThat(
            path(
                policy,
                factor(EvidenceKind.PASSKEY),
                new EvidenceGiven(EvidenceKind.TOTP, Access.anyOf(Channel.device("other")), NOW)))
        .isPresent();
  }

  @Test
  void aPathThatNeedsNothingOrGetsEasierWithRiskIsRefused() {
    Duration day = Duration.ofDays(1);
    assertThatThrownBy(() -> new RecoveryPath(Set.of(), Holds.none(), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Holds(day, Duration.ZERO, day))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RecoveryPath(Set.of(EvidenceKind.PASSWORD), Holds.none(), 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new RecoveryPolicy(
                    new PolicyVersion("empty", 1),
                    "Empty",
                    List.of(),
                    PolicyRules.usual(Duration.ZERO)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyShippedPathTakesTwoProofs() {
    assertThat(ShippedPolicies.all())
        .flatExtracting(RecoveryPolicy::paths)
        .allMatch(path -> path.evidence().size() >= 2);
  }

  private static RiskAssessment.Level level(RiskReason... reasons) {
    return new RiskAssessment(Set.of(reasons)).level();
  }

  private static Circumstances vetoed(int times) {
    return new Circumstances(RiskAssessment.nothingOdd(), times, 0, false, NOW);
  }

  private static EvidenceGiven factor(EvidenceKind kind) {
    return new EvidenceGiven(kind, Access.anyOf(Channel.device("Pixel 8")), NOW);
  }

  private static RecoveryPolicy policy(Set<EvidenceKind> evidence) {
    return new RecoveryPolicy(
        new PolicyVersion("own", 1),
        "Own",
        List.of(new RecoveryPath(evidence, Holds.none(), 0)),
        PolicyRules.usual(Duration.ZERO));
  }

  private static RecoveryPath path(EvidenceKind kind, Duration hold, int approvals) {
    return new RecoveryPath(Set.of(kind), Holds.same(hold), approvals);
  }

  private static PolicyDecision decided(
      RecoveryPolicy policy, Circumstances circumstances, EvidenceGiven... given) {
    return policy.decide(List.of(given), circumstances);
  }

  private static Optional<RecoveryPath> path(RecoveryPolicy policy, EvidenceGiven... given) {
    return decided(policy, LOW, given)
        .<Optional<RecoveryPath>>fold(
            more -> Optional.empty(),
            satisfied -> Optional.of(satisfied.path()),
            refused -> Optional.empty());
  }
}
