package org.sparekey.application.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.recovery.RecoveryHouse.HOME;
import static org.sparekey.application.recovery.RecoveryHouse.PASSWORD;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.ShippedPolicies;
import org.sparekey.domain.recovery.Lost;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Secret;

/** The way of an honest owner. */
class RecoverAnAccountTest {

  private final RecoveryHouse house = RecoveryHouse.with("standard");

  @Test
  void theOwnerProvesWaitsBindsANewFactorAndTheOldOneIsDead() {
    Secret token = house.begun("Ada@Example.org ");
    assertThat(view(token).status()).isEqualTo(RecoveryStatus.REQUESTED);
    Set<EvidenceKind> taken = new HashSet<>(ShippedPolicies.standard().evidence());
    taken.remove(EvidenceKind.KNOWN_BROWSER); // gives itself, or never
    assertThat(view(token).offered()).isEqualTo(taken);

    assertThat(house.mailedCode(token, "ada@example.org"))
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.PROVING));
    assertThat(view(token).losable()).extracting(LostOption::device).containsExactly("Pixel 8");
    house.sayWhatIsLost.say(token, false, Set.of(house.phone.id()), HOME);
    assertThat(view(token).lost()).isEqualTo(Lost.Extent.SOME_FACTORS);

    assertThat(house.password(token, PASSWORD))
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.HOLDING));
    Instant until = view(token).holdUntil().orElseThrow();
    assertThat(until).isEqualTo(house.now().plus(Duration.ofHours(24)));
    assertThat(view(token).riskReasons()).containsExactly("unknown-browser");

    house.memory.clock.advance(Duration.ofHours(24));
    house.moveOn.run();
    assertThat(view(token).status()).isEqualTo(RecoveryStatus.READY);
    house.beginEnrolment.begin(token, HOME);
    assertThat(house.completed(token)).isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.COMPLETED));

    assertThat(house.factor(house.phone.id()).status()).isEqualTo(FactorStatus.REVOKED);
    assertThat(house.memory.factors.totpState(house.phone.id())).isEmpty();
    assertThat(house.memory.factors.ofAccount(house.ada.id()))
        .filteredOn(factor -> factor.status() == FactorStatus.ACTIVE)
        .singleElement()
        .satisfies(factor -> assertThat(factor.details().device().value()).isEqualTo("New phone"));
    assertThat(house.memory.resets.ofAccount(house.ada.id()))
        .singleElement()
        .satisfies(reset -> assertThat(reset.revoked()).containsExactly(house.phone.id()));
    assertThat(owner().onProbation(house.now())).isTrue();
    assertThat(house.memory.audit.codes())
        .containsSubsequence(
            AuditCode.RECOVERY_REQUESTED,
            AuditCode.RECOVERY_CODE_SENT,
            AuditCode.RECOVERY_EVIDENCE,
            AuditCode.RECOVERY_LOSS_SAID,
            AuditCode.RECOVERY_EVIDENCE,
            AuditCode.RECOVERY_HOLD_BEGUN,
            AuditCode.FACTOR_SUSPENDED,
            AuditCode.RECOVERY_READY,
            AuditCode.RECOVERY_ENROLMENT_BEGUN,
            AuditCode.RECOVERY_FACTOR_CHECKED,
            AuditCode.FACTOR_REMOVED,
            AuditCode.FACTOR_BOUND,
            AuditCode.RECOVERY_COMPLETED);
  }

  @Test
  void aSignInThatWaitsForTheFactorCarriesItsPasswordOver() {
    Secret token =
        RecoveryHouse.token(
            house.start.start(
                "ada@example.org",
                HOME,
                Optional.of(house.session(house.ada, Session.Level.PASSWORD)),
                Optional.empty()));

    assertThat(view(token).given()).containsExactly(EvidenceKind.PASSWORD);
    assertThat(view(token).losable()).hasSize(1);
  }

  @Test
  void aSignInToAnotherAccountCarriesNothingOver() {
    Account other = house.account("eve@example.org", "eve's own password");
    Secret token =
        RecoveryHouse.token(
            house.start.start(
                "ada@example.org",
                HOME,
                Optional.of(house.session(other, Session.Level.PASSWORD)),
                Optional.empty()));

    assertThat(view(token).given()).isEmpty();
  }

  @Test
  void theBrowserOfEveryDayIsNoRisk() {
    Secret token =
        RecoveryHouse.token(
            house.start.start(
                "ada@example.org",
                HOME,
                Optional.empty(),
                Optional.of(house.knownBrowser(house.ada))));
    house.password(token, PASSWORD);
    house.mailedCode(token, "ada@example.org");

    assertThat(view(token).riskReasons()).isEmpty();
  }

  @Test
  void whatIsOddMakesTheHoldLonger() {
    Secret token = house.begun("ada@example.org");
    house.password(token, "wrong");
    house.password(token, "wrong again");
    house.password(token, "still wrong");
    house.memory.clock.advance(Duration.ofMinutes(5));
    house.password(token, PASSWORD);
    house.mailedCode(token, "ada@example.org");

    assertThat(view(token).riskReasons()).containsExactly("failed-attempts", "unknown-browser");
    assertThat(view(token).holdUntil()).contains(house.now().plus(Duration.ofDays(3)));
  }

  @Test
  void whatSurvivesStaysInUse() {
    Factor.Active tablet = house.boundTotp(house.ada, "Tablet");
    RecoveryHouse quick = house;
    Secret token = quick.begun("ada@example.org");
    quick.password(token, PASSWORD);
    quick.sayWhatIsLost.say(token, false, Set.of(quick.phone.id()), HOME);
    quick.mailedCode(token, "ada@example.org");

    assertThat(quick.factor(quick.phone.id()).status()).isEqualTo(FactorStatus.SUSPENDED);
    assertThat(quick.factor(tablet.id()).status()).isEqualTo(FactorStatus.ACTIVE);
  }

  @Test
  void givingUpPutsTheLostFactorBackInUse() {
    Secret token = house.proved();
    assertThat(house.factor(house.phone.id()).status()).isEqualTo(FactorStatus.SUSPENDED);

    assertThat(house.cancel.cancel(token, HOME))
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.CANCELLED));
    assertThat(house.factor(house.phone.id()).status()).isEqualTo(FactorStatus.ACTIVE);
    assertThat(house.memory.outbox.messages("recovery-cancelled")).hasSize(1);
    assertThat(house.cancel.cancel(token, HOME))
        .as("given up twice")
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.CANCELLED));
  }

  @Test
  void whatNobodyFinishesExpires() {
    Secret token = house.proved();
    house.memory.clock.advance(Duration.ofDays(9));
    house.moveOn.run();

    assertThat(view(token).status()).isEqualTo(RecoveryStatus.EXPIRED);
    assertThat(house.factor(house.phone.id()).status()).isEqualTo(FactorStatus.ACTIVE);
    assertThat(house.memory.outbox.messages("recovery-expired")).hasSize(1);
  }

  @Test
  void aWrongCodeOfTheNewFactorChangesNothing() {
    RecoveryHouse quick = RecoveryHouse.with("quick");
    Secret token = quick.readyToComplete();
    FactorId waiting = quick.waiting(token);
    String right = quick.totpCode(waiting);
    String wrong = right.equals("000000") ? "000001" : "000000";

    assertThat(quick.complete.complete(token, waiting, "New phone", wrong, HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.TOTP_WRONG));
    assertThat(quick.complete.complete(token, waiting, " ", right, HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.DEVICE_NAME));
    assertThat(quick.factor(quick.phone.id()).status()).isNotEqualTo(FactorStatus.REVOKED);
    assertThat(quick.completed(token)).isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.COMPLETED));
  }

  @Test
  void aSecondClickOnCompleteIsNoError() {
    RecoveryHouse quick = RecoveryHouse.with("quick");
    Secret token = quick.readyToComplete();
    FactorId waiting = quick.waiting(token);
    String code = quick.totpCode(waiting);
    quick.complete.complete(token, waiting, "New phone", code, HOME);

    assertThat(quick.complete.complete(token, waiting, "New phone", code, HOME))
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.COMPLETED));
    assertThat(quick.memory.resets.ofAccount(quick.ada.id())).hasSize(1);
  }

  @Test
  void theNewFactorMustBeConfirmedInTime() {
    RecoveryHouse quick = RecoveryHouse.with("quick");
    Secret token = quick.readyToComplete();
    FactorId waiting = quick.waiting(token);
    quick.memory.clock.advance(Duration.ofMinutes(10));

    assertThat(quick.complete.complete(token, waiting, "New phone", quick.totpCode(waiting), HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.ENROLMENT_OVER));
    quick.beginEnrolment.begin(token, HOME);
    assertThat(quick.completed(token)).isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.COMPLETED));
  }

  @Test
  void anotherRecoveryOfTheAccountEndsWithTheReset() {
    RecoveryHouse quick = RecoveryHouse.with("quick");
    Secret other = quick.begun("ada@example.org");
    Secret token = quick.readyToComplete();
    quick.completed(token);

    assertThat(quick.recovery(other).status()).isEqualTo(RecoveryStatus.CANCELLED);
  }

  @Test
  void codesComeInTheOwnersLanguage() {
    house.memory.accounts.save(house.ada.withLanguage(java.util.Locale.GERMAN));
    Secret token = house.begun("ada@example.org");
    house.sendCode.send(token, HOME);

    assertThat(house.memory.outbox.messages("recovery-code"))
        .singleElement()
        .extracting(OutboxMessage::subject)
        .asString()
        .startsWith("Ihr Code");
  }

  private RecoveryView view(Secret token) {
    return house.show.show(token).orElseThrow();
  }

  private Account owner() {
    return house.memory.accounts.find(house.ada.id()).orElseThrow();
  }
}
