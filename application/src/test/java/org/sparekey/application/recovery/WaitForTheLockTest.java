package org.sparekey.application.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.recovery.RecoveryHouse.HOME;
import static org.sparekey.application.recovery.RecoveryHouse.PASSWORD;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Secret;

/**
 * Row 12, without luck: each act waits for the lock of the recovery, and looks again at what it
 * finds behind it.
 */
class WaitForTheLockTest {

  private static final RecoveryAnswer ENDED = RecoveryAnswer.refused(RecoveryRefusal.ENDED);

  private final RecoveryHouse house = RecoveryHouse.with("quick");

  @Test
  void completingLooksAgain() throws Exception {
    Secret token = house.readyToComplete();
    FactorId bound = house.waiting(token);
    String code = house.totpCode(bound);

    RecoveryAnswer answer =
        whileLocked(
            () -> house.byToken.lockWithAccount(token),
            () -> house.complete.complete(token, bound, "New phone", code, HOME),
            () -> house.cancel.cancel(token, HOME));

    assertThat(answer).isEqualTo(ENDED);
    assertThat(house.factor(house.phone.id()).status()).isEqualTo(FactorStatus.ACTIVE);
    assertThat(house.factor(bound).status()).isEqualTo(FactorStatus.REVOKED);
  }

  @Test
  void completingWaitsForTheOtherRecoveriesThatItEnds() throws Exception {
    Secret other = house.begun("ada@example.org");
    Secret token = house.readyToComplete();
    FactorId bound = house.waiting(token);
    String code = house.totpCode(bound);

    RecoveryAnswer answer =
        whileLocked(
            () -> house.byToken.lockWithAccount(other),
            () -> house.complete.complete(token, bound, "New phone", code, HOME),
            () -> house.password(other, PASSWORD));

    assertThat(answer).isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.COMPLETED));
    assertThat(house.recovery(other).status()).isEqualTo(RecoveryStatus.CANCELLED);
  }

  @Test
  void cancellingLooksAgain() throws Exception {
    Secret token = house.readyToComplete();

    RecoveryAnswer answer =
        whileLocked(
            () -> house.byToken.lockWithAccount(token),
            () -> house.cancel.cancel(token, HOME),
            () -> house.completed(token));

    assertThat(answer).isEqualTo(ENDED);
    assertThat(house.recovery(token).status()).isEqualTo(RecoveryStatus.COMPLETED);
  }

  @Test
  void aVetoThatComesTooLateByAMomentContests() throws Exception {
    Secret token = house.readyToComplete();
    FactorId bound = house.waiting(token);
    Secret link = house.linkMailedTo("ada@example.org", "recovery-ready");

    RecoveryAnswer answer =
        whileLocked(
            () -> house.byToken.lockWithAccount(token),
            () -> house.veto.veto(link, HOME),
            () -> house.completed(token));

    assertThat(answer).isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.COMPLETED));
    assertThat(house.factor(bound).status()).isEqualTo(FactorStatus.SUSPENDED);
  }

  @Test
  void aProofLooksAgain() throws Exception {
    Secret token = house.begun("ada@example.org");
    house.sendCode.send(token, HOME);
    String code = house.codeMailedTo("ada@example.org");

    RecoveryAnswer answer =
        whileLocked(
            () -> house.byToken.lockWithAccount(token),
            () -> house.proveByCode.prove(token, code, HOME),
            () -> house.cancel.cancel(token, HOME));

    assertThat(answer).isEqualTo(ENDED);
    assertThat(house.recovery(token).evidence()).isEmpty();
  }

  /** What the act answers that had to wait while somebody else held the lock and did something. */
  private RecoveryAnswer whileLocked(
      Runnable lock, Supplier<RecoveryAnswer> act, Supplier<RecoveryAnswer> meanwhile)
      throws InterruptedException {
    List<RecoveryAnswer> answers = Collections.synchronizedList(new ArrayList<>());
    Thread second =
        new Thread(() -> answers.add(house.memory.transactions.inTransaction(act)), "second");
    house.memory.transactions.inTransaction(
        () -> {
          lock.run();
          second.start();
          while (second.getState() != Thread.State.WAITING) {
            assertThat(second.getState()).as("it must wait").isNotEqualTo(Thread.State.TERMINATED);
            Thread.onSpinWait();
          }
          return meanwhile.get();
        });
    second.join(10_000);
    return answers.get(0);
  }
}
