package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.recoverycode.CodeBatch;
import org.sparekey.domain.recoverycode.CodeSheet;
import org.sparekey.domain.recoverycode.RecoveryCode;
import org.sparekey.domain.recoverycode.SavedCode;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.CodeBatchId;
import org.sparekey.domain.shared.RecoveryCodeId;

@ParameterizedClass
@EnumSource
class RecoveryCodeRepositoryContractTest {

  private final House house;
  private final Given given;
  private final AccountId account;

  RecoveryCodeRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
    account = given.account().id();
  }

  @Test
  void theBatchInForceComesWithItsCodesInOrder() {
    CodeBatch batch = batch(account, 1);
    SavedCode second = code(batch, 2);
    SavedCode first = code(batch, 1);
    code(batch(given.account().id(), 1), 1);

    assertThat(inForce()).contains(new CodeSheet(batch, List.of(first, second)));
    assertThat(house.inTransaction(() -> house.recoveryCodes().latestNumber(account))).isEqualTo(1);
  }

  @Test
  void whereThereWasNeverABatchThereIsNone() {
    assertThat(inForce()).isEmpty();
    assertThat(house.inTransaction(() -> house.recoveryCodes().latestNumber(account))).isZero();
  }

  @Test
  void everyCheckSymbolIsKept() {
    CodeBatch batch = batch(account, 1);
    for (int i = 0; i < RecoveryCode.SYMBOLS.length(); i++) {
      SavedCode code = saved(i + 1, RecoveryCode.SYMBOLS.charAt(i));
      assertThat(house.inTransaction(() -> house.recoveryCodes().add(batch.id(), code))).isTrue();
    }

    assertThat(inForce().orElseThrow().symbols()).hasSize(RecoveryCode.SYMBOLS.length());
  }

  @Test
  void aNumberIsGivenOnce() {
    CodeBatch batch = batch(account, 1);
    SavedCode first = code(batch, 1);
    CodeBatch other = new CodeBatch(batchId(), account, 1, given.now(), Optional.empty());

    assertThat(house.inTransaction(() -> house.recoveryCodes().add(other))).isFalse();
    assertThat(house.inTransaction(() -> house.recoveryCodes().add(batch.id(), saved(1, 'Z'))))
        .isFalse();
    assertThat(inForce()).contains(new CodeSheet(batch, List.of(first)));
  }

  @Test
  void ofManyAtOnceOneMakesTheBatch() {
    assertThat(
            Race.of(
                16,
                () ->
                    house.inTransaction(
                        () ->
                            house
                                .recoveryCodes()
                                .add(
                                    new CodeBatch(
                                        batchId(), account, 7, given.now(), Optional.empty())))))
        .containsOnlyOnce(true);
  }

  @Test
  void aCodeIsSpentOnceAndItsHashIsGone() {
    CodeBatch batch = batch(account, 1);
    SavedCode code = code(batch, 1);
    house.clock().advance(Duration.ofDays(400));

    assertThat(spend(code)).isTrue();
    assertThat(spend(code)).isFalse();
    assertThat(inForce().orElseThrow().codes())
        .singleElement()
        .satisfies(
            spent -> {
              assertThat(spent.hash()).isEmpty();
              assertThat(spent.spentAt()).contains(given.now());
              assertThat(spent.good()).isFalse();
            });
  }

  @Test
  void ofManyAtOnceOneSpendsIt() {
    CodeBatch batch = batch(account, 1);
    for (int i = 1; i <= 5; i++) {
      SavedCode code = code(batch, i);
      assertThat(Race.of(16, () -> spend(code))).containsOnlyOnce(true);
    }
  }

  @Test
  void whenABatchEndsItsCodesEndWithIt() {
    CodeBatch batch = batch(account, 1);
    SavedCode code = code(batch, 1);

    assertThat(end(batch)).isTrue();
    assertThat(end(batch)).isFalse();
    assertThat(spend(code)).isFalse();
    assertThat(inForce()).isEmpty();
    assertThat(house.inTransaction(() -> house.recoveryCodes().latestNumber(account))).isEqualTo(1);
  }

  @Test
  void ofManyAtOnceOneEndsIt() {
    CodeBatch batch = batch(account, 1);
    code(batch, 1);

    assertThat(Race.of(16, () -> end(batch))).containsOnlyOnce(true);
  }

  @Test
  void afterOneBatchTheNext() {
    CodeBatch first = batch(account, 1);
    end(first);
    CodeBatch second = batch(account, 2);

    assertThat(inForce()).contains(new CodeSheet(second, List.of()));
  }

  private CodeBatch batch(AccountId of, int number) {
    CodeBatch batch = new CodeBatch(batchId(), of, number, given.now(), Optional.empty());
    house.transact(() -> house.recoveryCodes().add(batch));
    return batch;
  }

  private SavedCode code(CodeBatch batch, int number) {
    SavedCode code = saved(number, RecoveryCode.SYMBOLS.charAt(number));
    house.transact(() -> house.recoveryCodes().add(batch.id(), code));
    return code;
  }

  private SavedCode saved(int number, char symbol) {
    return new SavedCode(
        new RecoveryCodeId(given.id()),
        number,
        symbol,
        Optional.of("$argon2id$" + given.hash()),
        given.now(),
        Optional.empty());
  }

  private CodeBatchId batchId() {
    return new CodeBatchId(given.id());
  }

  private Optional<CodeSheet> inForce() {
    return house.inTransaction(() -> house.recoveryCodes().inForce(account));
  }

  private boolean spend(SavedCode code) {
    return house.inTransaction(() -> house.recoveryCodes().spend(code.id(), given.now()));
  }

  private boolean end(CodeBatch batch) {
    return house.inTransaction(() -> house.recoveryCodes().end(batch.id(), given.now()));
  }
}
