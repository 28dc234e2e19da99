package org.sparekey.application.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.recovery.RecoveryHouse.HOME;
import static org.sparekey.application.recovery.RecoveryHouse.PASSWORD;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.Outcome;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Secret;

/** Rows 11 and 12: of many at the same time exactly one wins. */
class RaceForOneRecoveryTest {

  private static final int THREADS = 8;

  private final RecoveryHouse house = RecoveryHouse.with("quick");

  @RepeatedTest(20)
  void oneCodeIsSpentOnce() throws Exception {
    Secret token = house.begun("ada@example.org");
    house.password(token, PASSWORD);
    house.sendCode.send(token, HOME);
    String code = house.codeMailedTo("ada@example.org");
    List<Supplier<RecoveryAnswer>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      all.add(() -> house.proveByCode.prove(token, code, HOME));
    }

    List<RecoveryAnswer> answers = atOnce(all);

    assertThat(answers)
        .filteredOn(answer -> answer.equals(new RecoveryAnswer.Done(RecoveryStatus.READY)))
        .hasSize(1);
    assertThat(house.memory.outbox.messages("recovery-ready")).hasSize(1);
  }

  @RepeatedTest(50)
  void vetoCancelAndCompleteDoNotMix() throws Exception {
    Secret token = house.readyToComplete();
    FactorId bound = house.waiting(token);
    String code = house.totpCode(bound);
    Secret link = house.linkMailedTo("ada@example.org", "recovery-ready");

    atOnce(
        List.of(
            () -> house.complete.complete(token, bound, "New phone", code, HOME),
            () -> house.cancel.cancel(token, HOME),
            () -> house.complete.complete(token, bound, "New phone", code, HOME),
            () -> house.cancel.cancel(token, HOME)));
    RecoveryStatus first = house.recovery(token).status();
    atOnce(List.of(() -> house.veto.veto(link, HOME)));

    assertThat(first).isIn(RecoveryStatus.COMPLETED, RecoveryStatus.CANCELLED);
    assertThat(ends()).isEqualTo(1);
    boolean completed = first == RecoveryStatus.COMPLETED;
    assertThat(house.factor(house.phone.id()).status())
        .isEqualTo(completed ? FactorStatus.REVOKED : FactorStatus.ACTIVE);
    assertThat(house.factor(bound).status())
        .isEqualTo(completed ? FactorStatus.SUSPENDED : FactorStatus.REVOKED);
    assertThat(house.memory.resets.ofAccount(house.ada.id())).hasSize(completed ? 1 : 0);
  }

  @RepeatedTest(50)
  void theVetoWinsATie() throws Exception {
    Secret token = house.readyToComplete();
    FactorId bound = house.waiting(token);
    String code = house.totpCode(bound);
    Secret link = house.linkMailedTo("ada@example.org", "recovery-ready");

    atOnce(
        List.of(
            () -> house.complete.complete(token, bound, "New phone", code, HOME),
            () -> house.veto.veto(link, HOME)));

    assertThat(house.recovery(token).status())
        .isIn(RecoveryStatus.COMPLETED, RecoveryStatus.VETOED);
    assertThat(house.memory.factors.ofAccount(house.ada.id()))
        .as("whoever came first, the new factor opens nothing")
        .filteredOn(factor -> factor.id().equals(bound))
        .extracting(Factor::status)
        .doesNotContain(FactorStatus.ACTIVE);
  }

  @RepeatedTest(20)
  void twoRecoveriesOfOneAccountMakeOneReset() throws Exception {
    Secret one = house.readyToComplete();
    Secret other = house.readyToComplete();
    FactorId first = house.waiting(one);
    FactorId second = house.waiting(other);
    String firstCode = house.totpCode(first);
    String secondCode = house.totpCode(second);

    atOnce(
        List.of(
            () -> house.complete.complete(one, first, "One", firstCode, HOME),
            () -> house.complete.complete(other, second, "Other", secondCode, HOME)));

    assertThat(house.memory.resets.ofAccount(house.ada.id())).hasSize(1);
    assertThat(house.memory.factors.ofAccount(house.ada.id()))
        .filteredOn(factor -> factor.status() == FactorStatus.ACTIVE)
        .hasSize(1);
  }

  private long ends() {
    return house.memory.audit.entries().stream()
        .filter(entry -> entry.what().outcome() == Outcome.SUCCESS)
        .filter(
            entry ->
                entry.what().code() == AuditCode.RECOVERY_COMPLETED
                    || entry.what().code() == AuditCode.RECOVERY_CANCELLED
                    || entry.what().code() == AuditCode.RECOVERY_VETOED)
        .count();
  }

  /** Each in a transaction of its own, all begun together. */
  private List<RecoveryAnswer> atOnce(List<Supplier<RecoveryAnswer>> acts) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(acts.size());
    CyclicBarrier start = new CyclicBarrier(acts.size());
    try {
      List<Callable<RecoveryAnswer>> all = new ArrayList<>();
      for (Supplier<RecoveryAnswer> act : acts) {
        all.add(
            () -> {
              start.await(10, TimeUnit.SECONDS);
              return house.memory.transactions.inTransaction(act);
            });
      }
      List<RecoveryAnswer> answers = new ArrayList<>();
      for (Future<RecoveryAnswer> answer : threads.invokeAll(all, 30, TimeUnit.SECONDS)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }
}
