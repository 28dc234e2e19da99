package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.challenge.TotpWindow;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.shared.FactorId;

@ParameterizedClass
@EnumSource
class FactorRepositoryContractTest {

  private static final DeviceName DEVICE = new DeviceName("Günthers \"Pixel\" 8 🔑");

  private final House house;
  private final Given given;

  FactorRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
  }

  @Test
  void eachStateIsKeptAsItWas() {
    Factor.Pending pending = given.pendingFactor(given.account());
    Factor.Active active = pending.confirm(DEVICE, given.now().plusSeconds(1));
    Factor.Active used = active.used(given.now().plusSeconds(2));
    Factor.Suspended suspended = used.suspend(RevocationReason.LOST, given.now().plusSeconds(3));
    Factor.Revoked revoked =
        suspended.revoke(RevocationReason.REPLACED_BY_RESET, given.now().plusSeconds(4));

    assertThat(find(pending.id())).contains(pending);
    for (Factor next : List.of(active, used, suspended, used, suspended, revoked)) {
      save(next);
      assertThat(find(pending.id())).contains(next);
    }
  }

  @Test
  void anAbandonedOneIsRevokedWithoutEverHavingBeenUsed() {
    Factor.Pending pending = given.pendingFactor(given.account());
    Factor revoked = pending.abandon(RevocationReason.REMOVED_BY_OWNER, given.now());
    save(revoked);

    assertThat(find(pending.id())).contains(revoked);
  }

  @Test
  void allOfAnAccountComeOldestFirst() {
    Account account = given.account();
    Factor first = given.pendingFactor(account);
    house.clock().advance(Duration.ofSeconds(1));
    Factor second = given.pendingFactor(account);
    given.pendingFactor(given.account());

    assertThat(house.inTransaction(() -> house.factors().ofAccount(account.id())))
        .containsExactly(first, second);
  }

  @Test
  void aNewOneHasItsSeedAndAcceptedNothing() {
    Factor.Pending pending = given.pendingFactor(given.account());

    assertThat(state(pending.id())).contains(new TotpState("k1:sealed", -1, TotpWindow.EXACT, -1));
  }

  @Test
  void theSeedIsWipedTogetherWithTheRevocation() {
    Factor.Pending pending = given.pendingFactor(given.account());
    save(pending.confirm(DEVICE, given.now()).revoke(RevocationReason.LOST, given.now()));

    assertThat(state(pending.id())).isEmpty();
    assertThat(accept(pending.id(), 1)).isFalse();
  }

  @Test
  void aStepIsAcceptedOnceAndNeverAnEarlierOne() {
    FactorId factor = given.pendingFactor(given.account()).id();

    assertThat(accept(factor, 100)).isTrue();
    assertThat(accept(factor, 100)).isFalse();
    assertThat(accept(factor, 99)).isFalse();
    assertThat(accept(factor, 101)).isTrue();
    assertThat(state(factor).map(TotpState::lastStep)).contains(101L);
  }

  @Test
  void ofManyAtOnceOneGetsTheStep() {
    FactorId factor = given.pendingFactor(given.account()).id();

    for (long step = 1; step <= 5; step++) {
      long raced = step;
      assertThat(Race.of(16, () -> accept(factor, raced))).containsOnlyOnce(true);
    }
  }

  @Test
  void theStepIsTakenInTheTransactionThatAlsoChangesTheFactor() {
    Factor.Pending pending = given.pendingFactor(given.account());
    Factor.Active active = pending.confirm(DEVICE, given.now());

    house.transact(
        () -> {
          assertThat(house.factors().find(pending.id())).contains(pending);
          assertThat(house.factors().acceptStep(pending.id(), 7)).isTrue();
          assertThat(house.factors().totpState(pending.id()).orElseThrow().lastStep()).isEqualTo(7);
          house.factors().save(active);
        });

    assertThat(find(pending.id())).contains(active);
    assertThat(state(pending.id()).orElseThrow().lastStep()).isEqualTo(7);
  }

  @Test
  void aLearnedLagIsKeptAndChangesNothingElse() {
    FactorId factor = given.pendingFactor(given.account()).id();
    accept(factor, 5);
    house.transact(() -> house.factors().learn(factor, TotpWindow.EXACT, 8));
    assertThat(state(factor)).contains(new TotpState("k1:sealed", 5, TotpWindow.EXACT, 8));
    house.transact(() -> house.factors().learn(factor, TotpWindow.ONE_BEHIND, -1));
    assertThat(state(factor)).contains(new TotpState("k1:sealed", 5, TotpWindow.ONE_BEHIND, -1));
  }

  @Test
  void nothingIsKnownOfAStranger() {
    FactorId unknown = new FactorId(given.id());

    assertThat(find(unknown)).isEmpty();
    assertThat(state(unknown)).isEmpty();
    assertThat(accept(unknown, 1)).isFalse();
  }

  private void save(Factor factor) {
    house.transact(() -> house.factors().save(factor));
  }

  private Optional<Factor> find(FactorId id) {
    return house.inTransaction(() -> house.factors().find(id));
  }

  private Optional<TotpState> state(FactorId id) {
    return house.inTransaction(() -> house.factors().totpState(id));
  }

  private boolean accept(FactorId id, long step) {
    return house.inTransaction(() -> house.factors().acceptStep(id, step));
  }
}
