package org.sparekey.application.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.recovery.RecoveryHouse.HOME;
import static org.sparekey.application.recovery.RecoveryHouse.PASSWORD;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.Holds;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.RecoveryPath;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.recoverycode.CodeBatch;
import org.sparekey.domain.recoverycode.RecoveryCode;
import org.sparekey.domain.recoverycode.SavedCode;
import org.sparekey.domain.shared.CodeBatchId;
import org.sparekey.domain.shared.RecoveryCodeId;
import org.sparekey.domain.shared.Secret;

class RecoverWithARecoveryCodeTest {

  private final RecoveryHouse house = RecoveryHouse.with("standard");

  @Test
  void passwordAndRecoveryCodeLeadBackInAtOnce() {
    RecoveryCode code = codeOf(house.ada, 1);
    Secret token = house.begun("ada@example.org");
    house.password(token, PASSWORD);

    assertThat(prove(token, typed(code))).isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.READY));

    house.beginEnrolment.begin(token, HOME);
    assertThat(house.completed(token)).isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.COMPLETED));
    assertThat(house.memory.resets.ofAccount(house.ada.id()))
        .singleElement()
        .satisfies(
            reset ->
                assertThat(reset.evidence())
                    .containsExactlyInAnyOrder(EvidenceKind.PASSWORD, EvidenceKind.RECOVERY_CODE));
    assertThat(house.memory.audit.codes())
        .containsSubsequence(
            AuditCode.RECOVERY_CODES_SPENT, AuditCode.RECOVERY_EVIDENCE, AuditCode.RECOVERY_READY);
    assertThat(house.memory.outbox.messages("recovery-code-used"))
        .singleElement()
        .satisfies(
            mail ->
                assertThat(mail.body().revealText()).contains("code 1 of sheet 1", "0 are left"));
  }

  @Test
  void recoveryCodeAndMailedCodeServeWhoForgotThePasswordAfterTheHold() {
    RecoveryCode code = codeOf(house.ada, 1);
    Secret token = house.begun("ada@example.org");
    prove(token, typed(code));

    assertThat(house.mailedCode(token, "ada@example.org"))
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.HOLDING));
    assertThat(house.show.show(token).orElseThrow().holdUntil())
        .contains(house.now().plus(Duration.ofHours(24)));
  }

  @Test
  void aRecoveryCodeAloneIsNotEnough() {
    Secret token = house.begun("ada@example.org");

    assertThat(prove(token, typed(codeOf(house.ada, 1))))
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.PROVING));
  }

  @Test
  void whereTheMailboxResetsPasswordsPaperIsTheOtherProof() {
    RecoveryHouse weak = RecoveryHouse.whereMailResetsPasswords("standard");
    RecoveryCode code = codeOf(weak, weak.ada, 1);
    Secret token = weak.begun("ada@example.org");
    weak.password(token, PASSWORD);
    weak.mailedCode(token, "ada@example.org");
    RecoveryView view = weak.show.show(token).orElseThrow();
    assertThat(view.sameChannel()).isTrue();
    assertThat(view.offered())
        .contains(EvidenceKind.RECOVERY_CODE, EvidenceKind.MAILED_CODE)
        .doesNotContain(EvidenceKind.PASSWORD);

    assertThat(weak.proveByRecoveryCode.prove(token, typed(code), HOME))
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.READY));
  }

  @Test
  void aUsedCodeIsRefused() {
    RecoveryCode code = codeOf(house.ada, 1);
    prove(house.begun("ada@example.org"), typed(code));

    assertThat(prove(house.begun("ada@example.org"), typed(code)))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.SAVED_CODE_WRONG));
  }

  @Test
  void aSecondCodeIsNotUsedUpForTheSameProof() {
    Secret token = house.begun("ada@example.org");
    RecoveryCode first = codeOf(house.ada, 1);
    RecoveryCode second = added(house.ada, 2);
    prove(token, typed(first));

    assertThat(prove(token, typed(second)))
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.PROVING));
    assertThat(house.memory.recoveryCodes.inForce(house.ada.id()).orElseThrow().left())
        .isEqualTo(1);
  }

  @Test
  void aMistypedCodeCostsNoAttemptAndTellsNothing() {
    codeOf(house.ada, 1);
    for (String name : new String[] {"ada@example.org", "nobody@example.org"}) {
      Secret token = house.begun(name);
      for (int i = 0; i < 10; i++) {
        assertThat(prove(token, Secret.ofText("0000-0000-0000-0000-1")))
            .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.SAVED_CODE_MALFORMED));
      }
    }
    assertThat(
            house
                .memory
                .throttles
                .find(
                    new ThrottleKey(
                        ThrottledMethod.RECOVERY_CODE, house.ada.id().toString(), ThrottleKey.ANY))
                .failures())
        .isZero();
  }

  /** Attacks row 16: who has an account, and who has codes, is not told; one hash in each case. */
  @Test
  void nobodyAndSomebodyWithoutCodesAreAnsweredAlike() {
    codeOf(house.ada, 1);
    house.account("eve@example.org", "eve's own password");
    for (String name : new String[] {"ada@example.org", "eve@example.org", "nobody@example.org"}) {
      Secret token = house.begun(name);
      int before = hashes();

      assertThat(prove(token, typed(RecoveryCode.of(Secret.of(new byte[10])))))
          .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.SAVED_CODE_WRONG));
      assertThat(hashes()).as(name).isEqualTo(before + 1);
      assertThat(house.show.show(token).orElseThrow().offered())
          .contains(EvidenceKind.RECOVERY_CODE);
    }
  }

  @Test
  void guessesAreThrottledForTheAccountNotForTheRecovery() {
    codeOf(house.ada, 1);
    RecoveryAnswer last = RecoveryAnswer.refused(RecoveryRefusal.UNKNOWN);
    for (int i = 0; i < 4; i++) {
      last =
          prove(
              house.begun("ada@example.org"),
              typed(RecoveryCode.of(house.memory.random.bytes(RecoveryCode.BYTES))));
    }

    assertThat(last)
        .isInstanceOfSatisfying(
            RecoveryAnswer.Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(RecoveryRefusal.TOO_MANY_ATTEMPTS);
              assertThat(refused.retryAt()).isPresent();
            });
  }

  @Test
  void aPolicyWithoutRecoveryCodesTakesNone() {
    RecoveryHouse old = RecoveryHouse.with("standard");
    old.memory.policies.publish(
        new RecoveryPolicy(
            new PolicyVersion("standard", 99),
            "Mail",
            List.of(
                new RecoveryPath(
                    Set.of(EvidenceKind.PASSWORD, EvidenceKind.MAILED_CODE), Holds.none(), 0)),
            PolicyRules.usual(Duration.ofHours(24))),
        old.now());
    RecoveryCode code = codeOf(old, old.ada, 1);

    assertThat(old.proveByRecoveryCode.prove(old.begun("ada@example.org"), typed(code), HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.NOT_OFFERED));
  }

  /** The owner replaced a stolen sheet: what was proved with it proves nothing any more. */
  @Test
  void aSheetThatIsReplacedEndsTheRecoveryItServed() {
    RecoveryCode code = codeOf(house.ada, 1);
    Secret token = house.begun("ada@example.org");
    house.password(token, PASSWORD);
    prove(token, typed(code));
    house.memory.clock.advance(Duration.ofMinutes(1));
    CodeBatchId old = house.memory.recoveryCodes.inForce(house.ada.id()).orElseThrow().batch().id();
    house.memory.recoveryCodes.end(old, house.now());
    codeOf(house.ada, 2);

    assertThat(house.beginEnrolment.begin(token, HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.ENDED));
    assertThat(house.recovery(token).status()).isEqualTo(RecoveryStatus.CANCELLED);
  }

  @Test
  void aContestedResetEndsTheSheetThatServedIt() {
    RecoveryCode code = codeOf(house.ada, 1);
    added(house.ada, 2);
    Secret token = house.begun("ada@example.org");
    house.password(token, PASSWORD);
    prove(token, typed(code));
    house.beginEnrolment.begin(token, HOME);
    house.completed(token);

    house.veto.veto(house.linkMailedTo("ada@example.org", "recovery-completed"), HOME);

    assertThat(house.memory.recoveryCodes.inForce(house.ada.id())).isEmpty();
    assertThat(house.memory.audit.codes()).contains(AuditCode.RECOVERY_CODES_ENDED);
  }

  @Test
  void aContestedResetThatNoCodeServedLeavesTheSheet() {
    codeOf(house.ada, 1);
    Secret token = house.proved();
    house.memory.clock.advance(Duration.ofHours(24));
    house.moveOn.run();
    house.beginEnrolment.begin(token, HOME);
    house.completed(token);

    house.veto.veto(house.linkMailedTo("ada@example.org", "recovery-completed"), HOME);

    assertThat(house.memory.recoveryCodes.inForce(house.ada.id())).isPresent();
  }

  private RecoveryAnswer prove(Secret token, Secret typed) {
    return house.proveByRecoveryCode.prove(token, typed, HOME);
  }

  private int hashes() {
    return house.memory.hasher.checked() + house.memory.hasher.wasted();
  }

  private static Secret typed(RecoveryCode code) {
    return code.printed();
  }

  private RecoveryCode codeOf(Account owner, int batch) {
    return codeOf(house, owner, batch);
  }

  /** A sheet with one code on it. */
  private static RecoveryCode codeOf(RecoveryHouse house, Account owner, int batch) {
    house.memory.recoveryCodes.add(
        new CodeBatch(
            new CodeBatchId(house.memory.ids.next()),
            owner.id(),
            batch,
            house.now(),
            Optional.empty()));
    return added(house, owner, 1);
  }

  private RecoveryCode added(Account owner, int number) {
    return added(house, owner, number);
  }

  private static RecoveryCode added(RecoveryHouse house, Account owner, int number) {
    var sheet = house.memory.recoveryCodes.inForce(owner.id()).orElseThrow();
    RecoveryCode code;
    do {
      code = RecoveryCode.of(house.memory.random.bytes(RecoveryCode.BYTES));
    } while (sheet.symbols().contains(code.symbol()));
    house.memory.recoveryCodes.add(
        sheet.batch().id(),
        new SavedCode(
            new RecoveryCodeId(house.memory.ids.next()),
            number,
            code.symbol(),
            Optional.of(house.memory.hasher.hash(code.secret())),
            house.now(),
            Optional.empty()));
    return code;
  }
}
