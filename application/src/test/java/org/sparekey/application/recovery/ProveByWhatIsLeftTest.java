package org.sparekey.application.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.recovery.RecoveryHouse.HOME;
import static org.sparekey.application.recovery.RecoveryHouse.PASSWORD;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.StoredPassword;
import org.sparekey.application.signin.AskResult;
import org.sparekey.application.signin.ChallengeRefusal;
import org.sparekey.application.signin.FactorAnswer.TypedCode;
import org.sparekey.application.signin.FactorQuestion;
import org.sparekey.application.signin.FactorView;
import org.sparekey.domain.account.PhoneNumber;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.challenge.ChallengePurpose;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorDetails;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.Holds;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.RecoveryPath;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.RiskAssessment;
import org.sparekey.domain.policy.RiskReason;
import org.sparekey.domain.policy.ShippedPolicies;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.recovery.VetoRoute;
import org.sparekey.domain.recoverycode.RecoveryCode;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** Factors that are left, as proofs; and what the policy says to them. */
class ProveByWhatIsLeftTest {

  private static final RecoveryAnswer PROVING = new RecoveryAnswer.Done(RecoveryStatus.PROVING);
  private static final RecoveryAnswer HOLDING = new RecoveryAnswer.Done(RecoveryStatus.HOLDING);
  private static final RecoveryAnswer READY = new RecoveryAnswer.Done(RecoveryStatus.READY);

  /** Looks like a recovery code, and is none of this account. */
  private static final Secret SAVED =
      RecoveryCode.of(Secret.of(new byte[RecoveryCode.BYTES])).printed();

  private static final Duration YEAR = Duration.ofDays(365);

  private final RecoveryHouse house = RecoveryHouse.with("standard");
  private final Factor.Active tablet = house.boundTotp(house.ada, "Tablet");

  @Test
  void passwordAndAnotherDeviceAreEnough() {
    Secret token = withPassword();
    house.sayWhatIsLost.say(token, false, Set.of(house.phone.id()), HOME);

    assertThat(prove(token, tablet)).isEqualTo(READY);
    assertThat(house.factor(house.phone.id()).status()).isEqualTo(FactorStatus.SUSPENDED);
    assertThat(house.factor(tablet.id()).status()).isEqualTo(FactorStatus.ACTIVE);
    assertThat(house.memory.outbox.messages("recovery-ready")).isNotEmpty();
  }

  @Test
  void row16BeforeTheFirstProofThereIsNoTalkOfFactors() {
    Secret ada = house.begun("ada@example.org");
    Secret nobody = house.begun("nobody@example.org");

    for (Secret token : List.of(ada, nobody)) {
      assertThat(show(token).survivors()).isEmpty();
      assertThat(house.ask.ask(token, tablet.id(), HOME))
          .isEqualTo(new AskResult.Refused(ChallengeRefusal.WRONG_STEP, Optional.empty()));
      assertThat(prove(token, tablet))
          .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.PROOF_FIRST));
    }
    assertThat(show(ada).offered()).isEqualTo(show(nobody).offered());
    assertThat(show(ada).decision()).isEqualTo(show(nobody).decision());
  }

  @Test
  void row24ACodeOfALostDeviceProvesNothing() {
    Secret token = withPassword();
    house.sayWhatIsLost.say(token, false, Set.of(tablet.id()), HOME);

    assertThat(prove(token, tablet))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.SURVIVOR_UNKNOWN));
    assertThat(show(token).survivors())
        .extracting(FactorView::id)
        .containsExactly(house.phone.id());
  }

  @Test
  void whatHasProvedIsNotLost() {
    RecoveryHouse strict = RecoveryHouse.with("strict");
    Factor.Active left = strict.boundTotp(strict.ada, "Tablet");
    Secret other = strict.begun("ada@example.org");
    strict.mailedCode(other, "ada@example.org");
    assertThat(show(strict, other).survivors()).hasSize(2);
    strict.proveByFactor.prove(other, left.id(), new TypedCode(strict.totpCode(left.id())), HOME);

    assertThat(strict.sayWhatIsLost.say(other, true, Set.of(), HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.FACTOR_PROVED));
    assertThat(strict.sayWhatIsLost.say(other, false, Set.of(strict.phone.id()), HOME))
        .isEqualTo(PROVING);
  }

  @Test
  void row10ACodeProvesOnceAndTheReplayIsLogged() {
    Secret token = withPassword();
    String code = house.totpCode(tablet.id());
    Secret other = withPassword();
    house.proveByFactor.prove(token, tablet.id(), new TypedCode(code), HOME);

    assertThat(house.proveByFactor.prove(other, tablet.id(), new TypedCode(code), HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.SURVIVOR_REPLAYED));
    assertThat(house.memory.audit.entries())
        .extracting(entry -> entry.what().code())
        .contains(AuditCode.FACTOR_REPLAYED);
  }

  @Test
  void row4APhoneThatWasBoundLatelyIsNoProofAndARisk() {
    Factor.Active young = boundPhone("Old phone", "+4915112345678", house.now());
    Secret token = withPassword();

    assertThat(house.ask.ask(token, young.id(), HOME))
        .isEqualTo(new AskResult.Refused(ChallengeRefusal.UNKNOWN_FACTOR, Optional.empty()));
    assertThat(show(token).survivors()).extracting(FactorView::id).doesNotContain(young.id());
    house.mailedCode(token, "ada@example.org");
    assertThat(((Recovery.Holding) house.recovery(token)).risk().reasons())
        .contains(RiskReason.NUMBER_CHANGED);
  }

  @Test
  void row2TwoNumbersOnOneHandsetAreOneProof() {
    Instant longAgo = house.now().minus(Duration.ofDays(300));
    Factor.Active one = boundPhone("Handset", "+4915112345678", longAgo);
    Factor.Active other = boundPhone("handset", "+4915187654321", longAgo);
    Factor.Active same = boundPhone("Landline", "+4915112345678", longAgo);
    Instant now = house.now();

    assertThat(
            house
                .proofs
                .factor(one, now)
                .obtainableBy()
                .openTo(house.proofs.factor(other, now).obtainableBy().channels()))
        .isTrue();
    assertThat(
            house
                .proofs
                .factor(one, now)
                .obtainableBy()
                .openTo(house.proofs.factor(same, now).obtainableBy().channels()))
        .isTrue();
    assertThat(house.proofs.factor(one, now).obtainableBy().toString()).doesNotContain("12345678");
  }

  @Test
  void row24ACodeForASignInOrAnotherRecoveryProvesNothing() {
    Factor.Active phone =
        boundPhone("Old phone", "+4915112345678", house.now().minus(Duration.ofDays(300)));
    Secret token = withPassword();
    house.methods.ask(
        new FactorQuestion(
            house.ada, phone, ChallengePurpose.SIGN_IN, "session:x", ThrottleKey.ANY, HOME));
    Secret other = withPassword();
    house.ask.ask(other, phone.id(), HOME);

    assertThat(house.proveByFactor.prove(token, phone.id(), new TypedCode("000000"), HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.SURVIVOR_NOT_ASKED));
  }

  @Test
  void aFactorThatWasRemovedSinceProvesNothing() {
    Secret token = withPassword();
    prove(token, tablet);
    house.beginEnrolment.begin(token, HOME);
    house.memory.factors.save(
        ((Factor.Active) house.factor(tablet.id()))
            .revoke(RevocationReason.REMOVED_BY_OWNER, house.now()));

    assertThat(house.completed(token)).isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.ENDED));
    assertThat(house.refusals()).isEmpty();
    assertThat(house.recovery(token).status()).isEqualTo(RecoveryStatus.CANCELLED);
  }

  @Test
  void aMailboxAndTheAppThatResetThePasswordAreNotThreeProofs() {
    Secret token = withPassword();

    assertThat(house.recovery(token).evidence().get(0).obtainableBy().alternatives())
        .as("memory, or the mailbox with the device of an app")
        .hasSize(3);
  }

  @Test
  void anotherProofShortensAHoldAndItsOwnerIsToldAgain() {
    Secret token = withPassword();
    assertThat(house.mailedCode(token, "ada@example.org")).isEqualTo(HOLDING);
    assertThat(show(token).decision().code()).isEqualTo("hold-until");
    assertThat(show(token).survivors()).isNotEmpty();

    assertThat(prove(token, tablet)).isEqualTo(READY);
    assertThat(house.memory.outbox.messages("recovery-ready")).isNotEmpty();
  }

  @Test
  void aFactorShortensNothingWhereThePolicyDoesNotSaySo() {
    RecoveryHouse strict = RecoveryHouse.with("strict");
    strict.boundTotp(strict.ada, "Tablet");
    Secret token = strict.begun("ada@example.org");
    strict.password(token, PASSWORD);
    strict.mailedCode(token, "ada@example.org");

    assertThat(strict.recovery(token).status()).isEqualTo(RecoveryStatus.APPROVING);
    assertThat(show(strict, token).survivors()).isEmpty();
  }

  @Test
  void aProofWhileWaitingThatIsWorthNothingMoreChangesNothing() {
    house.memory.passwords.save(
        house.ada.id(),
        new StoredPassword(
            house.memory.hasher.hash(Secret.ofText(PASSWORD)), house.now(), Optional.empty()));
    Secret token = withPassword();
    house.mailedCode(token, "ada@example.org");
    Recovery.Holding before = (Recovery.Holding) house.recovery(token);

    assertThat(house.password(token, PASSWORD))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.NOT_NOW));
    assertThat(house.recovery(token)).isEqualTo(before);
  }

  @Test
  void aKnownBrowserIsAProofThatGivesItself() {
    Secret browser = house.knownBrowser(house.ada);
    Secret token =
        RecoveryHouse.token(
            house.start.start("ada@example.org", HOME, Optional.empty(), Optional.of(browser)));
    house.password(token, PASSWORD);

    assertThat(show(token).given()).contains(EvidenceKind.PASSWORD, EvidenceKind.KNOWN_BROWSER);
    assertThat(house.mailedCode(token, "ada@example.org")).isEqualTo(HOLDING);
    assertThat(((Recovery.Holding) house.recovery(token)).until())
        .as("sooner than from any browser")
        .isEqualTo(house.now().plus(Duration.ofHours(4)));
  }

  @Test
  void aBrowserThatGaveItselfBringsNoPeopleInUnlessItsOwnerWantsThem() {
    RecoveryPolicy standard = ShippedPolicies.standard();
    List<RecoveryPath> paths = new ArrayList<>(standard.paths());
    paths.add(
        new RecoveryPath(
            Set.of(EvidenceKind.PASSWORD, EvidenceKind.KNOWN_BROWSER),
            Holds.hours(48, 72, 168),
            1));
    house.memory.policies.publish(
        new RecoveryPolicy(
            new PolicyVersion("standard", 99), "With people", paths, standard.rules()),
        house.now());
    Secret browser = house.knownBrowser(house.ada);
    Secret token =
        RecoveryHouse.token(
            house.start.start("ada@example.org", HOME, Optional.empty(), Optional.of(browser)));
    house.password(token, PASSWORD);

    assertThat(show(token).status()).isEqualTo(RecoveryStatus.PROVING);
    assertThat(show(token).decision().approvals()).isEqualTo(1);
    assertThat(house.askForApproval.ask(token, HOME))
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.APPROVING));
    assertThat(prove(token, tablet)).as("another proof does without people").isEqualTo(READY);
  }

  @Test
  void whereNobodyMayDecideNobodyIsAsked() {
    Secret token = withPassword();

    assertThat(house.askForApproval.ask(token, HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.NOT_NOW));
  }

  @Test
  void aBrowserThatThePolicyHasForgottenProvesNothing() {
    Secret browser = house.knownBrowser(house.ada);
    house.memory.clock.advance(Duration.ofDays(31));
    Secret token =
        RecoveryHouse.token(
            house.start.start("ada@example.org", HOME, Optional.empty(), Optional.of(browser)));
    house.password(token, PASSWORD);

    assertThat(show(token).given()).containsExactly(EvidenceKind.PASSWORD);
  }

  @Test
  void theCheapestWaysAreShownAndOnlyThoseThatAreLeft() {
    Secret token = withPassword();

    assertThat(show(token).decision().code()).isEqualTo("more-evidence");
    assertThat(show(token).decision().wouldDo())
        .startsWith(List.of(EvidenceKind.SURVIVING_FACTOR))
        .hasSizeLessThanOrEqualTo(DecisionView.MOST_SHOWN);
    assertThat(show(token).offered()).doesNotContain(EvidenceKind.PHONE_CODE);
    assertThat(house.memory.audit.entries())
        .anySatisfy(
            entry -> {
              assertThat(entry.what().code()).isEqualTo(AuditCode.RECOVERY_DECIDED);
              assertThat(entry.what().reason()).contains("more-evidence");
            });
  }

  @Test
  void tooManyWrongProofsEndARecoveryAndADecoyAlike() {
    Secret ada = withPassword();
    List<RecoveryAnswer> answers = wrongUntilTheEnd(ada);

    assertThat(wrongUntilTheEnd(house.begun("nobody@example.org"))).isEqualTo(answers);
    assertThat(show(ada).decision().code()).isEqualTo("too-many-wrong");
    assertThat(house.memory.outbox.messages("recovery-too-many-wrong")).isNotEmpty();
    assertThat(house.begun("ada@example.org")).as("another one is not kept out").isNotNull();
  }

  @Test
  void row15StrangersWhoFailEndNoRecoveryOfTheOwner() {
    for (int i = 0; i < 20; i++) {
      house.password(house.begun("ada@example.org"), "wrong");
      house.memory.clock.advance(Duration.ofHours(1));
    }
    Secret token = withPassword();

    assertThat(show(token).given()).containsExactly(EvidenceKind.PASSWORD);
    assertThat(house.password(house.begun("ada@example.org"), "wrong"))
        .isNotEqualTo(RecoveryAnswer.refused(RecoveryRefusal.TOO_MANY_WRONG));
  }

  @Test
  void noSecondResetDuringProbation() {
    Secret first = withPassword();
    prove(first, tablet);
    house.beginEnrolment.begin(first, HOME);
    house.completed(first);
    house.memory.clock.advance(Duration.ofHours(1));

    Secret second = withPassword();
    assertThat(house.mailedCode(second, "ada@example.org")).isEqualTo(PROVING);
    assertThat(show(second).decision().code()).isEqualTo("probation");
    assertThat(show(second).decision().until()).isPresent();
    house.memory.clock.advance(Duration.ofDays(3));
    Secret third = withPassword();
    assertThat(house.mailedCode(third, "ada@example.org")).isEqualTo(HOLDING);
  }

  @Test
  void afterAContestedResetAnotherRecoveryLeadsBackIn() {
    Secret thief = withPassword();
    prove(thief, tablet);
    house.beginEnrolment.begin(thief, HOME);
    house.completed(thief);
    house.veto.veto(house.linkMailedTo("ada@example.org", "recovery-completed"), HOME);

    Secret owner = withPassword();
    assertThat(house.mailedCode(owner, "ada@example.org")).isEqualTo(HOLDING);
  }

  @Test
  void row29RepeatedVetoesBringPeople() {
    for (int i = 0; i < 2; i++) {
      Secret token = withPassword();
      house.mailedCode(token, "ada@example.org");
      assertThat(house.recovery(token).status()).isEqualTo(RecoveryStatus.HOLDING);
      house.veto.veto(house.linkMailedTo("ada@example.org", "recovery-holding"), HOME);
      assertThat(house.recovery(token))
          .isInstanceOfSatisfying(
              Recovery.Vetoed.class,
              vetoed -> assertThat(vetoed.route()).isEqualTo(VetoRoute.NOTICE_LINK));
      house.memory.clock.advance(Duration.ofHours(1));
    }
    Secret token = withPassword();
    house.mailedCode(token, "ada@example.org");

    assertThat(house.recovery(token).status()).isEqualTo(RecoveryStatus.APPROVING);
    assertThat(show(token).decision().approvals()).isEqualTo(1);
  }

  @Test
  void aFactorThatIsLeftVetoesWithoutASession() {
    Secret thief = withPassword();
    house.sayWhatIsLost.say(thief, false, Set.of(house.phone.id()), HOME);
    house.mailedCode(thief, "ada@example.org");

    assertThat(house.vetoByFactor.veto("ada@example.org", code(house.phone), HOME))
        .as("row 29: one that is reported lost has no veto")
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.VETO_CODE_WRONG));
    assertThat(house.vetoByFactor.veto("ada@example.org", code(tablet), HOME))
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.VETOED));
    assertThat(house.factor(house.phone.id()).status()).isEqualTo(FactorStatus.ACTIVE);
  }

  @Test
  void theCodeOfTheSecondAppIsNoFailureOfTheFirst() {
    Factor.Active tablet = house.boundTotp(house.ada, "Tablet");
    for (int i = 0; i < 12; i++) {
      house.memory.clock.advance(Duration.ofSeconds(31));
      assertThat(house.vetoByFactor.veto("ada@example.org", code(tablet), HOME))
          .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.NOTHING_TO_STOP));
    }

    house.memory.clock.advance(Duration.ofSeconds(31));
    assertThat(house.vetoByFactor.veto("ada@example.org", code(house.phone), HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.NOTHING_TO_STOP));
  }

  @Test
  void row10AUsedCodeVetoesNothingAndTheLogSaysSo() {
    String code = code(house.phone);
    house.vetoByFactor.veto("ada@example.org", code, HOME);

    assertThat(house.vetoByFactor.veto("ada@example.org", code, HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.VETO_CODE_WRONG));
    assertThat(house.memory.audit.entries())
        .extracting(entry -> entry.what().code())
        .contains(AuditCode.FACTOR_REPLAYED);
  }

  @Test
  void row16AVetoByAFactorTellsNothingToWhoHasNone() {
    assertThat(house.vetoByFactor.veto("nobody@example.org", "123456", HOME))
        .isEqualTo(house.vetoByFactor.veto("ada@example.org", "000000", HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.VETO_CODE_WRONG));
  }

  @Test
  void row15WhoFailsToVetoSlowsDownNoProof() {
    for (int i = 0; i < 20; i++) {
      house.vetoByFactor.veto("ada@example.org", "000000", HOME);
    }
    Secret token = withPassword();

    assertThat(prove(token, tablet)).isEqualTo(READY);
  }

  @Test
  void row15StrangersElsewhereDoNotTakeTheVetoAway() {
    Origin elsewhere = new Origin("198.51.100.9", "Elsewhere", Optional.empty());
    Secret thief = withPassword();
    house.sayWhatIsLost.say(thief, false, Set.of(house.phone.id()), HOME);
    house.mailedCode(thief, "ada@example.org");
    for (int i = 0; i < 60; i++) {
      house.vetoByFactor.veto("ada@example.org", "000000", elsewhere);
      house.memory.clock.advance(Duration.ofMinutes(1));
    }

    assertThat(house.vetoByFactor.veto("ada@example.org", code(tablet), elsewhere))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.VETO_CODE_WRONG));
    house.memory.clock.advance(Duration.ofMinutes(1));
    assertThat(house.vetoByFactor.veto("ada@example.org", code(tablet), HOME))
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.VETOED));
  }

  @Test
  void aBrowserThatWasForgottenSinceProvesNothing() {
    Secret browser = house.knownBrowser(house.ada);
    Secret token =
        RecoveryHouse.token(
            house.start.start("ada@example.org", HOME, Optional.empty(), Optional.of(browser)));
    house.password(token, PASSWORD);
    house.mailedCode(token, "ada@example.org");
    house.memory.browsers.forgetAllOf(house.ada.id(), house.now());
    house.memory.clock.advance(Duration.ofHours(4));
    house.moveOn.run();

    assertThat(house.recovery(token).status()).isEqualTo(RecoveryStatus.READY);
    assertThat(house.beginEnrolment.begin(token, HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.ENDED));
  }

  @Test
  void aBrowserThatThePolicyHasForgottenIsARisk() {
    Secret browser = house.knownBrowser(house.ada);
    house.memory.clock.advance(Duration.ofDays(31));
    Secret token =
        RecoveryHouse.token(
            house.start.start("ada@example.org", HOME, Optional.empty(), Optional.of(browser)));

    assertThat(house.recovery(token).details().browser()).isEmpty();
  }

  @Test
  void row33AHoldThatGrewByAJumpIsNotShortenedByAProofThatAsksForAsMuch() {
    Secret token = withPassword();
    house.mailedCode(token, "ada@example.org");
    Instant until = ((Recovery.Holding) house.recovery(token)).until();
    house.moveOn.run();
    house.memory.clock.advance(Duration.ofDays(2));
    house.memory.clockGuard.jumped(Duration.ofDays(2));
    house.moveOn.run();

    assertThat(((Recovery.Holding) house.recovery(token)).until())
        .isEqualTo(until.plus(Duration.ofDays(2)));
  }

  @Test
  void aNewNetworkIsARiskAndLoopbackIsNone() {
    Origin elsewhere = new Origin("198.51.100.9", "curl", Optional.empty());
    house.networks.signedIn(house.ada.id(), HOME, house.now());
    Secret near = house.begun("ada@example.org");
    house.proveByPassword.prove(
        near, Secret.ofText(PASSWORD), new Origin("203.0.113.99", "curl", Optional.empty()));
    house.mailedCode(near, "ada@example.org");
    assertThat(risks(near)).doesNotContain(RiskReason.NEW_NETWORK);

    assertThat(house.networks.isNew(house.ada.id(), elsewhere, house.now())).isTrue();
    assertThat(
            house.networks.isNew(
                house.ada.id(), new Origin("127.0.0.1", "curl", Optional.empty()), house.now()))
        .isFalse();
    assertThat(
            house.networks.isNew(
                house.ada.id(),
                new Origin("2001:db8:1:2::3", "curl", Optional.empty()),
                house.now()))
        .isTrue();
  }

  @Test
  void aSourceThatAsksForManyIsAHighRisk() {
    for (int i = 0; i <= FromBusySource.MANY; i++) {
      house.networks.askedRecovery("somebody " + i, HOME, house.now());
    }
    Secret token = withPassword();
    house.mailedCode(token, "ada@example.org");

    assertThat(risks(token)).contains(RiskReason.MANY_FROM_SOURCE);
  }

  @Test
  void notToKnowIsARisk() {
    RiskSource broken =
        new RiskSource() {
          @Override
          public RiskReason reason() {
            return RiskReason.NEW_NETWORK;
          }

          @Override
          public boolean speaksAgainst(Asked asked) {
            throw new IllegalStateException("down");
          }
        };
    Secret token = withPassword();
    RiskSource.Asked asked =
        new RiskSource.Asked(house.recovery(token).details(), house.ada, HOME, house.now());

    assertThat(RiskFacts.assess(List.of(broken, new FromUnknownBrowser()), asked).reasons())
        .containsExactlyInAnyOrder(RiskReason.RISK_UNKNOWN, RiskReason.UNKNOWN_BROWSER);
  }

  @Test
  void aStrictPolicyEndsEveryFactor() {
    RecoveryHouse strict = RecoveryHouse.with("strict");
    Factor.Active left = strict.boundTotp(strict.ada, "Tablet");
    Secret token = strict.begun("ada@example.org");
    strict.password(token, PASSWORD);
    strict.sayWhatIsLost.say(token, false, Set.of(strict.phone.id()), HOME);
    Recovery.Proving proving = (Recovery.Proving) strict.recovery(token);
    strict.swap.swap(
        new Recovery.Ready(
            proving.details(),
            proving.evidence(),
            RiskAssessment.nothingOdd(),
            strict.now(),
            strict.now()),
        strict.ada,
        strict.boundTotp(strict.ada, "New phone"),
        HOME,
        strict.now());

    assertThat(strict.factor(left.id()).status()).isEqualTo(FactorStatus.REVOKED);
    assertThat(strict.factor(strict.phone.id()).status()).isEqualTo(FactorStatus.REVOKED);
  }

  @Test
  void row34AFactorThatNobodyCanAskHereIsNotOffered() {
    Factor.Active text = boundPhone("Old phone", "+4915123456789", house.now().minus(YEAR));
    Secret token = withPassword();
    assertThat(show(token).survivors()).extracting(FactorView::id).contains(text.id());

    house.memory.telephony.offered.remove(OutboxMessage.Channel.TEXT);

    assertThat(show(token).survivors())
        .extracting(FactorView::id)
        .contains(tablet.id())
        .doesNotContain(text.id());
  }

  private Factor.Active boundPhone(String device, String number, Instant boundAt) {
    FactorId id = new FactorId(house.memory.ids.next());
    DeviceName name = new DeviceName(device);
    Factor.Pending pending =
        new Factor.Pending(
            new FactorDetails(id, house.ada.id(), FactorKind.SMS, name, boundAt),
            "session:before",
            boundAt.plus(Duration.ofMinutes(10)));
    house.memory.factors.add(pending);
    house.memory.phones.keep(id, new PhoneNumber(number));
    Factor.Active active = pending.confirm(name, boundAt);
    house.memory.factors.save(active);
    return active;
  }

  private List<RecoveryAnswer> wrongUntilTheEnd(Secret token) {
    List<RecoveryAnswer> answers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      answers.add(house.proveByRecoveryCode.prove(token, SAVED, HOME));
      house.memory.clock.advance(Duration.ofHours(2));
    }
    assertThat(answers.get(answers.size() - 1))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.TOO_MANY_WRONG));
    return answers;
  }

  private String code(Factor factor) {
    return house.totpCode(factor.id());
  }

  private Set<RiskReason> risks(Secret token) {
    return ((Recovery.Holding) house.recovery(token)).risk().reasons();
  }

  private Secret withPassword() {
    Secret token = house.begun("ada@example.org");
    assertThat(house.password(token, PASSWORD)).isEqualTo(PROVING);
    return token;
  }

  private RecoveryAnswer prove(Secret token, Factor factor) {
    return house.proveByFactor.prove(
        token, factor.id(), new TypedCode(house.totpCode(factor.id())), HOME);
  }

  private RecoveryView show(Secret token) {
    return show(house, token);
  }

  private static RecoveryView show(RecoveryHouse in, Secret token) {
    return in.show.show(token).orElseThrow();
  }
}
