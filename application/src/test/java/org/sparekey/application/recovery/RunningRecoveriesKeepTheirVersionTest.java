package org.sparekey.application.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sparekey.application.PolicyOfAccount;
import org.sparekey.application.memory.Memory;
import org.sparekey.application.signin.FactorAnswer.TypedCode;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.policy.Access;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.EvidenceGiven;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.Holds;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.policy.PolicyRules.Running;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.RecoveryPath;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.recovery.Lost;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryDetails;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryId;
import org.sparekey.domain.shared.Secret;

/** A newer version takes a running recovery along only when it says so and is no weaker. */
class RunningRecoveriesKeepTheirVersionTest {

  private static final Set<EvidenceKind> PROOFS =
      Set.of(EvidenceKind.PASSWORD, EvidenceKind.MAILED_CODE);
  private static final Set<EvidenceKind> MORE_PROOFS =
      Set.of(EvidenceKind.PASSWORD, EvidenceKind.MAILED_CODE, EvidenceKind.RECOVERY_CODE);

  private final Memory memory = new Memory();
  private final PolicyOfRecovery policies =
      new PolicyOfRecovery(
          memory.policies,
          memory.organisations,
          memory.accounts,
          new PolicyOfAccount(memory.policies, memory.organisations));

  @Test
  void aVersionThatSaysNothingTakesNobodyAlong() {
    RecoveryPolicy first = publish(1, 24, Running.KEEP);
    publish(2, 48, Running.KEEP);

    assertThat(policies.of(begunUnder(first))).isEqualTo(first);
  }

  @Test
  void aStricterVersionThatSaysSoTakesThemAlong() {
    RecoveryPolicy first = publish(1, 24, Running.KEEP);
    publish(2, 12, Running.KEEP);
    RecoveryPolicy third = publish(3, 48, Running.FOLLOW);

    assertThat(policies.of(begunUnder(first))).isEqualTo(third);
  }

  @Test
  void aWeakerVersionTakesNobodyAlongWhateverItSays() {
    RecoveryPolicy first = publish(1, 24, Running.KEEP);
    RecoveryPolicy second = publish(2, 48, Running.FOLLOW);
    publish(3, 36, Running.FOLLOW);

    assertThat(policies.of(begunUnder(first))).isEqualTo(second);
  }

  @Test
  void aVersionThatIsRetiredStillHoldsThoseItTookAlong() {
    RecoveryPolicy first = publish(1, 24, Running.KEEP);
    RecoveryPolicy second = publish(2, 48, Running.FOLLOW);
    memory.policies.retire("ours", memory.clock.instant());

    assertThat(policies.of(begunUnder(first))).isEqualTo(second);
  }

  @Test
  void theLogNamesTheVersionThatIsInForceForIt() {
    RecoveryDetails running = begunUnder(publish(1, 24, Running.KEEP));
    RecoveryRecord record = new RecoveryRecord(memory.audit, memory.accounts, policies);
    publish(2, 48, Running.FOLLOW);

    record.write(
        record.about(running, AuditCode.RECOVERY_EVIDENCE, Actor.anonymous(), Origin.internal()));

    assertThat(memory.audit.entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.what().policy()).contains("ours/2"));
  }

  @Test
  void aHoldThatIsOverGrowsToTheLongerOneFromItsBeginning() {
    RecoveryHouse house = houseWith(24, 0);
    Secret token = house.proved();
    Instant begun = house.now();
    publish(house, PROOFS, 72, 0);

    pass(house, Duration.ofHours(25));

    assertThat(house.recovery(token))
        .isInstanceOfSatisfying(
            Recovery.Holding.class,
            held -> assertThat(held.until()).isEqualTo(begun.plus(Duration.ofDays(3))));
    assertAudited(house, AuditCode.RECOVERY_HOLD_EXTENDED);
    assertThat(house.show.show(token).orElseThrow().stricterRules()).isTrue();
    pass(house, Duration.ofDays(2));
    assertThat(house.recovery(token).status()).isEqualTo(RecoveryStatus.READY);
  }

  @Test
  void aHoldThatIsOverGivesWayToPeople() {
    RecoveryHouse house = houseWith(24, 0);
    Secret token = house.proved();
    publish(house, PROOFS, 24, 1);

    pass(house, Duration.ofHours(25));

    assertThat(house.recovery(token).status()).isEqualTo(RecoveryStatus.APPROVING);
    assertAudited(house, AuditCode.RECOVERY_APPROVAL_NEEDED);
    house.agrees(house.staff("ben", StaffRole.SUPPORT), token);
    pass(house, Duration.ofHours(25));
    assertThat(house.recovery(token).status()).isEqualTo(RecoveryStatus.READY);
  }

  @Test
  void aHoldThatIsOverEndsWhenItsProofsAreNoLongerEnoughAndTheOwnerIsTold() {
    RecoveryHouse house = houseWith(24, 0);
    Secret token = house.proved();
    assertThat(house.factor(house.phone.id()).status()).isEqualTo(FactorStatus.SUSPENDED);
    publish(house, MORE_PROOFS, 24, 0);
    assertThat(house.show.show(token).orElseThrow().offered())
        .as("what is missing may be given while there is time")
        .containsExactly(EvidenceKind.RECOVERY_CODE);

    pass(house, Duration.ofHours(25));

    assertThat(house.recovery(token).status()).isEqualTo(RecoveryStatus.CANCELLED);
    assertThat(house.show.show(token).orElseThrow().outruled()).isTrue();
    assertThat(house.factor(house.phone.id()).status()).isEqualTo(FactorStatus.ACTIVE);
    assertAudited(house, AuditCode.RECOVERY_CANCELLED);
    assertThat(house.memory.outbox.messages("recovery-rules-stricter")).hasSize(1);
    assertThat(house.memory.outbox.messages("recovery-cancelled")).isEmpty();
  }

  @Test
  void whoGivesUpUnderTheSameRulesReadsNothingOfOthers() {
    RecoveryHouse house = houseWith(24, 0);
    Secret token = house.proved();
    publish(house, PROOFS, 72, 0);

    house.cancel.cancel(token, RecoveryHouse.HOME);

    assertThat(house.show.show(token).orElseThrow().outruled()).isFalse();
    assertThat(house.memory.outbox.messages("recovery-cancelled")).hasSize(1);
  }

  @Test
  void moreProofGivenInTheHoldIsCounted() {
    RecoveryHouse house = houseWith(24, 0);
    Secret token = house.begun("ada@example.org");
    house.password(token, RecoveryHouse.PASSWORD);
    house.mailedCode(token, "ada@example.org");
    Factor.Active tablet = house.boundTotp(house.ada, "Tablet"); // else it would reset the password
    publish(
        house, Set.of(EvidenceKind.PASSWORD, EvidenceKind.MAILED_CODE, EvidenceKind.TOTP), 24, 0);
    assertThat(
            house.proveByFactor.prove(
                token, tablet.id(), new TypedCode(house.totpCode(tablet.id())), RecoveryHouse.HOME))
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.HOLDING));
    assertThat(house.recovery(token).evidence()).hasSize(3);

    pass(house, Duration.ofHours(25));

    assertThat(house.recovery(token).status()).isEqualTo(RecoveryStatus.READY);
  }

  @Test
  void aVersionThatChangesNothingButItsNameIsNoStricterOne() {
    RecoveryHouse house = houseWith(24, 0);
    Secret token = house.proved();
    publish(house, PROOFS, 24, 0);

    assertThat(house.show.show(token).orElseThrow().stricterRules()).isFalse();
    pass(house, Duration.ofHours(25));
    assertThat(house.memory.outbox.messages("recovery-holding")).hasSize(1);
    assertThat(house.memory.outbox.messages("recovery-ready")).hasSize(1);
  }

  @Test
  void whoVouchedIsTooFewWhereMoreMustAndABrowserIsKnownForAShorterTime() {
    RecoveryHouse house = houseWith(24, 0);
    Secret token = house.begun("ada@example.org");
    RecoveryPolicy begun = house.policies.of(house.recovery(token).details());
    house.knownBrowser(house.ada);
    String browser = house.memory.browsers.ofAccount(house.ada.id()).get(0).id().toString();
    EvidenceGiven two =
        new EvidenceGiven(
            EvidenceKind.RECOVERY_CONTACTS,
            Access.allOf(List.of(Channel.person("ben"), Channel.person("emmy"))),
            house.now());
    EvidenceGiven known =
        new EvidenceGiven(
            EvidenceKind.KNOWN_BROWSER,
            Access.anyOf(Channel.browser(browser)),
            house.now().plus(Duration.ofDays(10)));
    Recovery proved = new Recovery.Proving(house.recovery(token).details(), List.of(two, known));

    assertThat(house.proofsInForce.of(proved, house.ada, begun)).containsExactly(two, known);
    assertThat(house.proofsInForce.of(proved, house.ada, withRules(house, 2, 30)))
        .containsExactly(two, known);
    assertThat(house.proofsInForce.of(proved, house.ada, withRules(house, 3, 30)))
        .containsExactly(known);
    assertThat(house.proofsInForce.of(proved, house.ada, withRules(house, 2, 7)))
        .containsExactly(two);
  }

  /** A next version that asks so many to vouch, and knows browsers for so many days. */
  private static RecoveryPolicy withRules(RecoveryHouse house, int vouch, int days) {
    PolicyRules usual = PolicyRules.usual(Duration.ofDays(3));
    return policy(
        house,
        PROOFS,
        24,
        0,
        new PolicyRules(
            usual.probation(),
            usual.contactCoolOff(),
            usual.wrongProofs(),
            usual.revokes(),
            usual.survivors(),
            Optional.of(Duration.ofDays(days)),
            Optional.of(new PolicyRules.Contacts(vouch, 5)),
            usual.vetoes(),
            usual.leastFactors(),
            Running.FOLLOW));
  }

  @Test
  void theNextPersonAgreesUnderTheStricterVersion() {
    RecoveryHouse house = houseWith(24, 1);
    Secret token = house.proved();
    publish(house, PROOFS, 72, 2);

    house.agrees(house.staff("ben", StaffRole.SUPPORT), token);

    assertThat(house.recovery(token))
        .isInstanceOfSatisfying(
            Recovery.Approving.class,
            waiting -> {
              assertThat(waiting.needed()).isEqualTo(2);
              assertThat(waiting.hold()).isEqualTo(Duration.ofDays(3));
              assertThat(waiting.approvers()).hasSize(1);
            });
  }

  @Test
  void aPersonIsNotAskedAboutProofsThatAreNoLongerEnough() {
    RecoveryHouse house = houseWith(24, 2);
    Secret token = house.proved();
    house.agrees(house.staff("ben", StaffRole.SUPPORT), token);
    publish(house, MORE_PROOFS, 24, 2);

    assertThat(house.agrees(house.staff("emmy", StaffRole.SUPPORT), token))
        .isEqualTo(new OpinionAnswer.Refused(OpinionRefusal.NOT_WAITING));

    assertThat(house.recovery(token).status()).isEqualTo(RecoveryStatus.CANCELLED);
    assertThat(house.memory.outbox.messages("recovery-rules-stricter")).hasSize(1);
  }

  @Test
  void noFactorIsMadeBeforeTheLongerHoldIsOver() {
    RecoveryHouse house = houseWith(0, 0);
    Secret token = house.proved();
    publish(house, PROOFS, 24, 0);

    assertThat(house.beginEnrolment.begin(token, RecoveryHouse.HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.NOT_NOW));

    assertThat(house.recovery(token).status()).isEqualTo(RecoveryStatus.HOLDING);
    assertAudited(house, AuditCode.RECOVERY_HOLD_EXTENDED);
  }

  @Test
  void noFactorIsBoundBeforeThePeopleOfTheStricterVersionAgree() {
    RecoveryHouse house = houseWith(0, 0);
    Secret token = house.readyToComplete();
    FactorId made = house.waiting(token);
    String code = house.totpCode(made);
    publish(house, PROOFS, 0, 1);

    assertThat(house.complete.complete(token, made, "New phone", code, RecoveryHouse.HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.NOT_NOW));

    assertThat(house.recovery(token).status()).isEqualTo(RecoveryStatus.APPROVING);
    assertThat(house.factor(made).status()).isEqualTo(FactorStatus.REVOKED);
    house.agrees(house.staff("ben", StaffRole.SUPPORT), token);
    house.beginEnrolment.begin(token, RecoveryHouse.HOME);
    assertThat(house.completed(token)).isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.COMPLETED));
  }

  @Test
  void fewerWrongProofsEndWhatHadMore() {
    RecoveryHouse house = houseWith(0, 0);
    Secret token = house.begun("ada@example.org");
    for (int i = 0; i < 3; i++) {
      house.password(token, "guessed");
    }
    house.memory.clock.advance(Duration.ofHours(1));
    house.password(token, RecoveryHouse.PASSWORD);
    house.mailedCode(token, "ada@example.org");
    assertThat(house.recovery(token)).isInstanceOf(Recovery.Waiting.class);
    PolicyRules usual = PolicyRules.usual(Duration.ofDays(3));
    PolicyRules fewer =
        new PolicyRules(
            usual.probation(),
            usual.contactCoolOff(),
            3,
            usual.revokes(),
            usual.survivors(),
            usual.rememberedBrowsers(),
            usual.contacts(),
            usual.vetoes(),
            usual.leastFactors(),
            Running.FOLLOW);
    house.memory.policies.publish(policy(house, PROOFS, 0, 0, fewer), house.now());

    house.beginEnrolment.begin(token, RecoveryHouse.HOME);

    assertThat(house.recovery(token).status()).isEqualTo(RecoveryStatus.CANCELLED);
  }

  @Test
  void aVersionThatAsksForNoMoreChangesNothing() {
    RecoveryHouse house = houseWith(24, 0);
    Secret token = house.proved();
    publish(house, PROOFS, 24, 0);

    pass(house, Duration.ofHours(25));

    assertThat(house.recovery(token).status()).isEqualTo(RecoveryStatus.READY);
    house.beginEnrolment.begin(token, RecoveryHouse.HOME);
    assertThat(house.completed(token)).isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.COMPLETED));
  }

  private static void pass(RecoveryHouse house, Duration time) {
    house.memory.clock.advance(time);
    house.moveOn.run();
  }

  private static void assertAudited(RecoveryHouse house, AuditCode code) {
    assertThat(house.memory.audit.entries())
        .filteredOn(entry -> entry.what().code() == code)
        .last()
        .satisfies(
            entry -> {
              assertThat(entry.what().reason()).contains("stricter-version");
              assertThat(entry.what().policy()).contains("standard/98");
            });
  }

  /** Where Ada's recoveries begin under a version with this hold and these people. */
  private static RecoveryHouse houseWith(int hours, int people) {
    RecoveryHouse house = RecoveryHouse.with("standard");
    house.moveOn.run();
    house.memory.policies.publish(
        policy(house, PROOFS, hours, people, PolicyRules.usual(Duration.ofDays(3))), house.now());
    return house;
  }

  /** Publishes a newer version that takes running recoveries along. */
  private static void publish(
      RecoveryHouse house, Set<EvidenceKind> proofs, int hours, int people) {
    PolicyRules rules = PolicyRules.usual(Duration.ofDays(3)).running(Running.FOLLOW);
    house.memory.policies.publish(policy(house, proofs, hours, people, rules), house.now());
  }

  private static RecoveryPolicy policy(
      RecoveryHouse house, Set<EvidenceKind> proofs, int hours, int people, PolicyRules rules) {
    int number = house.memory.policies.latest("standard").orElseThrow().version().version();
    return new RecoveryPolicy(
        new PolicyVersion("standard", number < 97 ? 97 : number + 1),
        "Ours",
        List.of(new RecoveryPath(proofs, Holds.same(Duration.ofHours(hours)), people)),
        rules);
  }

  private RecoveryPolicy publish(int number, int hours, Running running) {
    RecoveryPolicy policy =
        new RecoveryPolicy(
            new PolicyVersion("ours", number),
            "Ours",
            List.of(
                new RecoveryPath(
                    Set.of(EvidenceKind.PASSWORD, EvidenceKind.MAILED_CODE),
                    Holds.same(Duration.ofHours(hours)),
                    0)),
            PolicyRules.usual(Duration.ofDays(3)).running(running));
    memory.policies.publish(policy, memory.clock.instant());
    return policy;
  }

  private RecoveryDetails begunUnder(RecoveryPolicy policy) {
    return new RecoveryDetails(
        new RecoveryId(memory.ids.next()),
        Optional.empty(),
        "nobody",
        policy.version(),
        "hash",
        memory.clock.instant(),
        memory.clock.instant().plus(Duration.ofHours(24)),
        Lost.unsaid(),
        Optional.empty(),
        0,
        Optional.empty());
  }
}
