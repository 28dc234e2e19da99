package org.sparekey.application.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.recovery.RecoveryHouse.HOME;
import static org.sparekey.application.recovery.RecoveryHouse.PASSWORD;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.RateLimit;
import org.sparekey.application.port.StoredPassword;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.challenge.CodePurpose;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** The rows of the threat table that a recovery answers by itself. */
class WithstandAbuseTest {

  private static final RecoveryAnswer CODE_WRONG =
      RecoveryAnswer.refused(RecoveryRefusal.CODE_WRONG);

  private final RecoveryHouse house = RecoveryHouse.with("quick");

  @Test
  void row1TheMailboxAloneProvesOnce() {
    RecoveryHouse weak = RecoveryHouse.whereMailResetsPasswords("quick");
    weak.mailbox(weak.ada, "second@example.org", Duration.ofDays(100));
    Secret token = weak.begun("ada@example.org");
    weak.password(token, PASSWORD);

    assertThat(weak.mailedCode(token, "ada@example.org"))
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.PROVING));
    assertThat(weak.show.show(token).orElseThrow().sameChannel()).isTrue();
    assertThat(weak.mailedCode(token, "second@example.org"))
        .as("any mailbox resets the password there")
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.PROVING));
  }

  @Test
  void row1AFreshResetThroughAMailboxMakesItAndThePasswordOneProof() {
    house.mailbox(house.ada, "second@example.org", Duration.ofDays(100));
    resetThroughMailbox(house.now().minus(Duration.ofDays(6)));
    Secret token = house.begun("ada@example.org");
    house.password(token, PASSWORD);

    assertThat(house.mailedCode(token, "ada@example.org"))
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.PROVING));
    assertThat(house.show.show(token).orElseThrow().offered())
        .containsExactlyInAnyOrder(EvidenceKind.MAILED_CODE, EvidenceKind.RECOVERY_CODE);
    assertThat(house.mailedCode(token, "second@example.org"))
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.READY));
  }

  @Test
  void row1AnOldResetIsForgotten() {
    resetThroughMailbox(house.now().minus(Duration.ofDays(8)));
    Secret token = house.begun("ada@example.org");
    house.password(token, PASSWORD);

    assertThat(house.mailedCode(token, "ada@example.org"))
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.READY));
  }

  @Test
  void rows3And19ARecoverySignsNobodyIn() {
    Secret token = house.readyToComplete();
    house.completed(token);

    assertThat(house.memory.sessions.openOf(house.ada.id())).isEmpty();
    assertThat(house.memory.sessions.findByTokenHash(house.memory.macs.fingerprint(token)))
        .isEmpty();
  }

  @Test
  void row5AnAddressThatIsNewGetsNoCodeAndTheOldOneIsTold() {
    ContactPoint thief = house.mailbox(house.ada, "thief@example.org", Duration.ofHours(1));
    house.memory.contactPoints.save(house.mailbox.removed(house.now()));
    ContactPoint second = house.mailbox(house.ada, "second@example.org", Duration.ofDays(90));
    Secret token = house.begun("ada@example.org");
    house.password(token, PASSWORD);
    house.mailedCode(token, second.value());

    assertThat(house.memory.outbox.messages("recovery-code"))
        .extracting(OutboxMessage::recipient)
        .doesNotContain(thief.value(), house.mailbox.value());
    assertThat(house.memory.outbox.messages("recovery-ready"))
        .extracting(OutboxMessage::recipient)
        .contains(house.mailbox.value(), second.value());
    assertThat(house.show.show(token).orElseThrow().riskReasons()).contains("contact-changed");
    assertThat(house.veto.veto(house.linkMailedTo(house.mailbox.value(), "recovery-ready"), HOME))
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.VETOED));
  }

  @Test
  void row5ACodeMailedToARemovedMailboxProvesNothing() {
    Secret token = house.begun("ada@example.org");
    house.sendCode.send(token, HOME);
    String code = house.codeMailedTo("ada@example.org");
    house.memory.contactPoints.save(house.mailbox.removed(house.now()));

    assertThat(house.proveByCode.prove(token, code, HOME)).isEqualTo(CODE_WRONG);
    assertThat(house.recovery(token).evidence()).isEmpty();
  }

  @Test
  void row5AProofByAMailboxThatWasRemovedSinceEndsTheRecovery() {
    Secret token = house.readyToComplete();
    house.mailbox(house.ada, "second@example.org", Duration.ofDays(90));
    house.memory.contactPoints.save(house.mailbox.removed(house.now()));

    assertThat(house.completed(token)).isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.ENDED));
    assertThat(house.factor(house.phone.id()).status()).isEqualTo(FactorStatus.ACTIVE);
  }

  @Test
  void aPasswordThatIsFarTooLongIsNotHashed() {
    Secret token = house.begun("ada@example.org");
    house.memory.passwords.save(
        house.ada.id(),
        new StoredPassword(
            house.memory.hasher.hash(Secret.ofText("")), house.ada.createdAt(), Optional.empty()));

    assertThat(house.password(token, "x".repeat(1_025)))
        .as("what is hashed is the empty text")
        .isInstanceOf(RecoveryAnswer.Done.class);
  }

  @Test
  void row13AFreshCodeDoesNotResetTheCounter() {
    Secret token = house.begun("ada@example.org");
    for (int i = 0; i < 3; i++) {
      house.sendCode.send(token, HOME);
      assertThat(house.proveByCode.prove(token, wrong(house.codeMailedTo("ada@example.org")), HOME))
          .isEqualTo(CODE_WRONG);
    }
    house.sendCode.send(token, HOME);

    assertThat(house.proveByCode.prove(token, house.codeMailedTo("ada@example.org"), HOME))
        .isInstanceOfSatisfying(
            RecoveryAnswer.Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(RecoveryRefusal.TOO_MANY_ATTEMPTS);
              assertThat(refused.retryAt()).isPresent();
            });
    Secret another = house.begun("ada@example.org");
    house.sendCode.send(another, HOME);
    assertThat(house.proveByCode.prove(another, house.codeMailedTo("ada@example.org"), HOME))
        .as("nor does another recovery")
        .isInstanceOf(RecoveryAnswer.Refused.class);
  }

  @Test
  void row13MailsHaveABudget() {
    Secret token = house.begun("ada@example.org");
    for (int i = 0; i < RateLimit.MAILS_BY_ACCOUNT.capacity(); i++) {
      assertThat(house.sendCode.send(token, HOME)).isInstanceOf(RecoveryAnswer.Done.class);
    }
    assertThat(house.sendCode.send(token, HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.TOO_MANY_MAILS));
  }

  @Test
  void row15FailingHereDoesNotTouchSignInNorTheOwnersBrowser() {
    Secret token = house.begun("ada@example.org");
    for (int i = 0; i < 5; i++) {
      house.password(token, "guess " + i);
    }
    assertThat(
            house.memory.throttles.find(
                new ThrottleKey(
                    ThrottledMethod.PASSWORD, house.ada.id().toString(), ThrottleKey.ANY)))
        .extracting(throttle -> throttle.failures())
        .isEqualTo(0);
    Secret own =
        RecoveryHouse.token(
            house.start.start(
                "ada@example.org",
                HOME,
                Optional.empty(),
                Optional.of(house.knownBrowser(house.ada))));
    assertThat(house.password(own, PASSWORD)).isInstanceOf(RecoveryAnswer.Done.class);
  }

  @Test
  void row15StrangersDoNotUseUpTheAttemptsOfAnOwnerWhoProvedSomething() {
    Secret stranger = house.begun("ada@example.org");
    for (int i = 0; i < 60; i++) {
      house.password(stranger, "guess " + i);
      house.memory.clock.advance(Duration.ofHours(2));
      if (i % 10 == 9) {
        stranger = house.begun("ada@example.org");
      }
    }
    Secret owner = house.begun("ada@example.org");
    house.mailedCode(owner, "ada@example.org");

    assertThat(house.password(owner, PASSWORD)).isInstanceOf(RecoveryAnswer.Done.class);
  }

  @Test
  void row16AnUnknownNameLooksLikeAKnownOneAtEveryStep() {
    List<Object> known = walkOfAStranger("ada@example.org");
    int checked = house.memory.hasher.checked();
    List<Object> unknown = walkOfAStranger("nobody@example.org");

    assertThat(unknown).isEqualTo(known);
    assertThat(house.memory.hasher.wasted()).isEqualTo(checked);
    assertThat(house.memory.outbox.decoys()).isEqualTo(1);
    assertThat(walkOfAStranger("x".repeat(5000))).isEqualTo(known);
    assertThat(house.refusals()).contains(RecoveryRecord.UNKNOWN_NAME);
  }

  @Test
  void row16AnUnknownNameIsAskedForWhatThePeopleOfItsDomainAre() {
    house.memory.organisations.add(
        new Organisation(
            new OrganisationId(house.memory.ids.next()),
            "Elsewhere",
            "strict",
            "staff",
            PasswordResetRule.MAILBOX_ALONE));

    assertThat(policies("nobody-%d@example.org")).containsExactly("quick");
    assertThat(policies("nobody-%d@nowhere.example")).containsExactlyInAnyOrder("quick", "strict");
    assertThat(policies("nobody-%d")).containsExactlyInAnyOrder("quick", "strict");
  }

  private Recovery begunAnHourLater(String name) {
    house.memory.clock.advance(Duration.ofHours(1)); // or the source asks for too many
    return house.recovery(house.begun(name));
  }

  private Set<String> policies(String names) {
    return IntStream.range(0, 20)
        .mapToObj(number -> begunAnHourLater(names.formatted(number)))
        .map(recovery -> recovery.details().policy().key())
        .collect(Collectors.toSet());
  }

  @Test
  void row16AnAccountWithoutAUsableMailboxLooksTheSame() {
    house.memory.contactPoints.save(house.mailbox.removed(house.now()));
    Secret token = house.begun("ada@example.org");

    assertThat(house.sendCode.send(token, HOME))
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.REQUESTED));
    assertThat(house.show.show(token).orElseThrow().codeSent()).isTrue();
    assertThat(house.memory.outbox.decoys()).isEqualTo(1);
  }

  @Test
  void row16UnknownNamesAreThrottledOverRecoveries() {
    for (int i = 0; i < 3; i++) {
      house.password(house.begun("nobody@example.org"), "guess");
    }
    assertThat(house.password(house.begun("nobody@example.org"), "guess"))
        .isInstanceOfSatisfying(
            RecoveryAnswer.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(RecoveryRefusal.TOO_MANY_ATTEMPTS));
  }

  @Test
  void row16NothingIsShownBeforeTheFirstProof() {
    Secret token = house.begun("ada@example.org");

    assertThat(house.show.show(token).orElseThrow().losable()).isEmpty();
    assertThat(house.sayWhatIsLost.say(token, true, Set.of(), HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.PROOF_FIRST));
  }

  @Test
  void row17LookingChangesNothing() {
    RecoveryHouse slow = RecoveryHouse.with("standard");
    Secret token = slow.proved();
    Secret link = slow.linkMailedTo("ada@example.org", "recovery-holding");
    int entries = slow.memory.audit.entries().size();

    assertThat(slow.showVeto.show(link).orElseThrow().stoppable()).isTrue();
    slow.show.show(token);

    assertThat(slow.recovery(token).status()).isEqualTo(RecoveryStatus.HOLDING);
    assertThat(slow.memory.audit.entries()).hasSize(entries);
  }

  @Test
  void row17ACodeIsGoodOnlyInTheBrowserThatStarted() {
    Secret owner = house.begun("ada@example.org");
    Secret thief = house.begun("ada@example.org");
    house.sendCode.send(thief, HOME);
    house.sendCode.send(owner, HOME);

    assertThat(house.proveByCode.prove(thief, house.codeMailedTo("ada@example.org"), HOME))
        .isEqualTo(CODE_WRONG);
  }

  @Test
  void row20SessionsBrowsersAndCodesEndWithTheReset() {
    house.session(house.ada, Session.Level.FULL);
    house.knownBrowser(house.ada);
    house.mailedCodes.send(
        house.ada, house.mailbox, CodePurpose.PASSWORD_RESET, "reset", Duration.ofHours(1), HOME);
    Secret token = house.readyToComplete();
    house.completed(token);

    assertThat(house.memory.sessions.openOf(house.ada.id())).isEmpty();
    assertThat(house.memory.browsers.ofAccount(house.ada.id())).isEmpty();
    assertThat(
            house.memory.codes.open(
                CodePurpose.PASSWORD_RESET, "reset", house.ada.id(), house.now()))
        .isEmpty();
  }

  @Test
  void row21TheLostFactorIsOutOfUseFromTheProofOnAndEndsWithTheNewOneInUse() {
    Secret token = house.proved();
    assertThat(house.factor(house.phone.id()).status()).isEqualTo(FactorStatus.SUSPENDED);
    house.beginEnrolment.begin(token, HOME);
    assertThat(house.factor(house.phone.id()).status())
        .as("the new one is not proved yet")
        .isEqualTo(FactorStatus.SUSPENDED);
    house.completed(token);

    assertThat(house.factor(house.phone.id()).status()).isEqualTo(FactorStatus.REVOKED);
  }

  @Test
  void row23StepsAreTakenInOrderOnly() {
    RecoveryHouse slow = RecoveryHouse.with("standard");
    FactorId foreign = slow.phone.id();
    Secret requested = slow.begun("ada@example.org");
    Secret holding = slow.proved();
    for (Secret token : List.of(requested, holding)) {
      assertThat(slow.beginEnrolment.begin(token, HOME))
          .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.NOT_NOW));
      assertThat(slow.complete.complete(token, foreign, "Phone", "123456", HOME))
          .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.NOT_NOW));
    }
    assertThat(slow.password(holding, PASSWORD))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.NOT_NOW));
    assertThat(slow.sendCode.send(holding, HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.NOT_NOW));
    slow.memory.clock.advance(Duration.ofHours(25));
    assertThat(slow.beginEnrolment.begin(holding, HOME))
        .as("nothing but the watch over the clock ends a hold")
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.NOT_NOW));
  }

  @Test
  void row23AfterTheEndNothingGoesOn() {
    Secret token = house.readyToComplete();
    FactorId waiting = house.waiting(token);
    String code = house.totpCode(waiting);
    house.cancel.cancel(token, HOME);
    RecoveryAnswer ended = RecoveryAnswer.refused(RecoveryRefusal.ENDED);

    assertThat(house.complete.complete(token, waiting, "Phone", code, HOME)).isEqualTo(ended);
    assertThat(house.password(token, PASSWORD)).isEqualTo(ended);
    assertThat(house.beginEnrolment.begin(token, HOME)).isEqualTo(ended);
    assertThat(house.memory.factors.totpState(waiting)).as("the seed is wiped").isEmpty();
  }

  @Test
  void row23ATimeThatIsOverCountsBeforeAnybodyWritesItDown() {
    Secret token = house.begun("ada@example.org");
    house.memory.clock.advance(Duration.ofHours(24));

    assertThat(house.password(token, PASSWORD))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.ENDED));
  }

  @Test
  void row24ACodeForAnotherPurposeOrAccountIsWorthless() {
    Secret token = house.begun("ada@example.org");
    String flow = house.id(token).toString();
    house.sendCode.send(token, HOME);
    house.mailedCodes.send(
        house.ada, house.mailbox, CodePurpose.PASSWORD_RESET, flow, Duration.ofHours(1), HOME);
    String reset = lastCode("password-reset-code");
    assertThat(house.proveByCode.prove(token, reset, HOME)).isEqualTo(CODE_WRONG);

    Account eve = house.account("eve@example.org", "another password");
    ContactPoint mailbox = house.mailbox(eve, "eve@example.org", Duration.ofDays(50));
    house.mailedCodes.send(eve, mailbox, CodePurpose.RECOVERY, flow, Duration.ofHours(1), HOME);
    assertThat(house.proveByCode.prove(token, lastCode("recovery-code"), HOME))
        .isEqualTo(CODE_WRONG);
  }

  @Test
  void badCodesAreRefusedByName() {
    Secret token = house.begun("ada@example.org");
    assertThat(house.proveByCode.prove(token, "12345678", HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.CODE_NOT_SENT));
    house.sendCode.send(token, HOME);
    String old = house.codeMailedTo("ada@example.org");
    for (String malformed : List.of("", "1234", "abcdefgh", "9".repeat(100_000))) {
      assertThat(house.proveByCode.prove(token, malformed, HOME))
          .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.CODE_MALFORMED));
    }
    house.sendCode.send(token, HOME);
    assertThat(house.proveByCode.prove(token, old, HOME)).as("replaced").isEqualTo(CODE_WRONG);
    house.memory.clock.advance(house.memory.settings.mailedCodeValidity());
    assertThat(house.proveByCode.prove(token, house.codeMailedTo("ada@example.org"), HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.CODE_EXPIRED));
    assertThat(house.refusals())
        .contains(
            "recovery-code-not-sent",
            "recovery-code-malformed",
            "recovery-code-wrong",
            "recovery-code-expired");
  }

  @Test
  void row28EveryAddressHearsOfEveryStep() {
    house.mailbox(house.ada, "second@example.org", Duration.ofDays(100));
    house.completed(house.readyToComplete());

    for (String kind : List.of("recovery-ready", "recovery-completed")) {
      assertThat(house.memory.outbox.messages(kind))
          .extracting(OutboxMessage::recipient)
          .containsExactlyInAnyOrder("ada@example.org", "second@example.org");
    }
  }

  @Test
  void row29AFactorThatIsReportedLostHasNoVeto() {
    RecoveryHouse slow = RecoveryHouse.with("standard");
    slow.boundTotp(slow.ada, "Tablet");
    SessionView thief = slow.session(slow.ada, Session.Level.FULL);
    Secret token = slow.begun("ada@example.org");
    slow.password(token, PASSWORD);
    slow.sayWhatIsLost.say(token, false, Set.of(slow.phone.id()), HOME);
    slow.mailedCode(token, "ada@example.org");

    assertThat(slow.vetoOwn.veto(thief, slow.id(token), HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.LOST_FACTOR));
    slow.memory.clock.advance(Duration.ofMinutes(1));
    SessionView withTablet = slow.session(slow.ada, Session.Level.FULL);
    assertThat(slow.vetoOwn.veto(withTablet, slow.id(token), HOME))
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.VETOED));
    assertThat(slow.factor(slow.phone.id()).status()).isEqualTo(FactorStatus.ACTIVE);
  }

  @Test
  void row33AHoldDoesNotGetShorterWhenTheClockJumps() {
    RecoveryHouse slow = RecoveryHouse.with("standard");
    Secret token = slow.proved();
    Instant until = slow.show.show(token).orElseThrow().holdUntil().orElseThrow();
    slow.memory.clock.advance(Duration.ofHours(30));
    slow.memory.clockGuard.jumped(Duration.ofHours(29));
    slow.moveOn.run();

    assertThat(slow.show.show(token).orElseThrow().holdUntil())
        .contains(until.plus(Duration.ofHours(29)));
    assertThat(slow.memory.audit.codes()).contains(AuditCode.RECOVERY_HOLD_EXTENDED);
    slow.memory.clock.advance(Duration.ofHours(23));
    slow.moveOn.run();
    assertThat(slow.recovery(token).status()).isEqualTo(RecoveryStatus.READY);
  }

  @Test
  void row33AHoldDoesNotGetShorterWhenTheClockIsMovedWhileNoNodeRuns() {
    RecoveryHouse slow = RecoveryHouse.with("standard");
    Secret token = slow.proved();
    Instant until = slow.show.show(token).orElseThrow().holdUntil().orElseThrow();
    slow.moveOn.run();
    slow.memory.clock.advance(Duration.ofDays(30));

    slow.nodeThatStarts().run();

    assertThat(slow.show.show(token).orElseThrow().holdUntil())
        .contains(until.plus(Duration.ofDays(30)));
    assertThat(slow.recovery(token).status()).isEqualTo(RecoveryStatus.HOLDING);
  }

  @Test
  void row33AShortRestartCostsNothing() {
    RecoveryHouse slow = RecoveryHouse.with("standard");
    Secret token = slow.proved();
    Instant until = slow.show.show(token).orElseThrow().holdUntil().orElseThrow();
    slow.moveOn.run();
    slow.memory.clock.advance(Duration.ofMinutes(2));

    slow.nodeThatStarts().run();

    assertThat(slow.show.show(token).orElseThrow().holdUntil()).contains(until);
  }

  @Test
  void row35ForeignRecoveriesAndFactorsAreUnknown() {
    Account eve = house.account("eve@example.org", "another password");
    Factor.Active eves = house.boundTotp(eve, "Eve's phone");
    Secret token = house.begun("ada@example.org");
    house.password(token, PASSWORD);

    assertThat(house.sayWhatIsLost.say(token, false, Set.of(eves.id()), HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.FACTOR_UNKNOWN));
    assertThat(house.sayWhatIsLost.say(token, false, Set.of(), HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.FACTOR_UNKNOWN));
    SessionView session = house.session(eve, Session.Level.FULL);
    assertThat(house.vetoOwn.veto(session, house.id(token), HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.UNKNOWN));
    assertThat(house.listOwn.list(session)).isEmpty();
    assertThat(
            house.vetoOwn.veto(
                house.session(house.ada, Session.Level.PASSWORD), house.id(token), HOME))
        .as("a sign-in that waits for its factor")
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.UNKNOWN));
  }

  @Test
  void forgedAndEndlessTokensLeadNowhere() {
    for (String forged : List.of("", "x", "x".repeat(1_000_000))) {
      Secret token = Secret.ofText(forged);
      assertThat(house.show.show(token)).isEmpty();
      assertThat(house.password(token, PASSWORD))
          .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.UNKNOWN));
      assertThat(house.veto.veto(token, HOME))
          .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.UNKNOWN));
    }
  }

  @Test
  void aSourceThatAsksTooOftenIsTurnedAway() {
    for (int i = 0; i < RateLimit.REQUESTS_BY_SOURCE.capacity(); i++) {
      house.begun("name" + i + "@example.org");
    }
    assertThat(house.start.start("ada@example.org", HOME, Optional.empty(), Optional.empty()))
        .isEqualTo(new StartOutcome.Refused(RecoveryRefusal.TOO_MANY_REQUESTS, Optional.empty()));
    assertThat(
            house.start.start(
                "ada@example.org",
                new Origin("198.51.100.1", "", Optional.empty()),
                Optional.empty(),
                Optional.empty()))
        .isInstanceOf(StartOutcome.Started.class);
  }

  @Test
  void aPasswordThatWasChangedMeanwhileEndsTheRecovery() {
    Secret token = house.readyToComplete();
    house.memory.clock.advance(Duration.ofMinutes(1));
    house.memory.passwords.save(
        house.ada.id(), new StoredPassword("$quick$2$new", house.now(), Optional.empty()));

    assertThat(house.completed(token)).isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.ENDED));
    assertThat(house.recovery(token).status()).isEqualTo(RecoveryStatus.CANCELLED);
    assertThat(house.factor(house.phone.id()).status()).isEqualTo(FactorStatus.ACTIVE);
  }

  @Test
  void aVetoAfterTheResetTakesTheNewFactorOutOfUse() {
    Secret token = house.readyToComplete();
    FactorId bound = house.waiting(token);
    house.completed(token);
    house.session(house.ada, Session.Level.FULL);
    Secret link = house.linkMailedTo("ada@example.org", "recovery-ready");
    assertThat(house.showVeto.show(link).orElseThrow().contest()).isTrue();

    assertThat(house.veto.veto(link, HOME))
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.COMPLETED));
    assertThat(house.factor(bound).status()).isEqualTo(FactorStatus.SUSPENDED);
    assertThat(house.memory.sessions.openOf(house.ada.id())).isEmpty();
    assertThat(house.memory.audit.codes()).contains(AuditCode.RECOVERY_CONTESTED);
    assertThat(house.memory.outbox.messages("recovery-contested")).hasSize(1);
    assertThat(house.veto.veto(link, HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.CONTESTED_BEFORE));
  }

  @Test
  void afterTheProbationAResetStands() {
    Secret token = house.readyToComplete();
    FactorId bound = house.waiting(token);
    house.completed(token);
    house.memory.clock.advance(Duration.ofHours(24));

    assertThat(house.veto.veto(house.linkMailedTo("ada@example.org", "recovery-ready"), HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.VETO_TOO_LATE));
    assertThat(house.factor(bound).status()).isEqualTo(FactorStatus.ACTIVE);
  }

  @Test
  void noMailCarriesAStrangersWords() {
    Origin stranger =
        new Origin(
            "203.0.113.9", "Call +1 555 0100 to cancel http://evil.example", Optional.empty());
    Secret token = house.begun("ada@example.org");
    house.sendCode.send(token, stranger);

    assertThat(house.memory.outbox.messages("recovery-code"))
        .singleElement()
        .satisfies(mail -> assertThat(mail.body().revealText()).doesNotContain("555", "evil"));
  }

  /** What a stranger sees who knows nothing but a name. */
  private List<Object> walkOfAStranger(String name) {
    List<Object> seen = new ArrayList<>();
    Secret token = house.begun(name);
    seen.add(seen(token));
    seen.add(house.password(token, "guess"));
    seen.add(house.proveByCode.prove(token, "00000000", HOME));
    seen.add(house.sendCode.send(token, HOME));
    seen.add(seen(token));
    seen.add(house.proveByCode.prove(token, "nonsense", HOME));
    seen.add(house.proveByCode.prove(token, "00000000", HOME));
    seen.add(house.sayWhatIsLost.say(token, true, Set.of(), HOME));
    seen.add(house.beginEnrolment.begin(token, HOME));
    seen.add(house.cancel.cancel(token, HOME));
    seen.add(seen(token));
    return seen;
  }

  private Object seen(Secret token) {
    RecoveryView view = house.show.show(token).orElseThrow();
    return List.of(
        view.status(),
        view.given(),
        view.offered(),
        view.codeSent(),
        view.losable(),
        view.lost(),
        view.sameChannel(),
        view.openedAt(),
        view.expiresAt(),
        view.riskReasons());
  }

  private void resetThroughMailbox(Instant at) {
    StoredPassword password = house.memory.passwords.find(house.ada.id()).orElseThrow();
    house.memory.passwords.save(
        house.ada.id(), new StoredPassword(password.hash(), at, Optional.of(house.mailbox.id())));
  }

  private String lastCode(String kind) {
    List<OutboxMessage> mails = house.memory.outbox.messages(kind);
    String body = mails.get(mails.size() - 1).body().revealText();
    return body.lines()
        .map(String::strip)
        .filter(line -> line.matches("\\d{4} \\d{4}"))
        .findFirst()
        .orElseThrow();
  }

  private static String wrong(String code) {
    return String.format(Locale.ROOT, "%08d", (Long.parseLong(code) + 1) % 100_000_000);
  }
}
