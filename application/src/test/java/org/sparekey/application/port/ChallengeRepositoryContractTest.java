package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.challenge.Challenge;
import org.sparekey.domain.challenge.ChallengePurpose;
import org.sparekey.domain.challenge.ChallengeStatus;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.ChallengeId;

@ParameterizedClass
@EnumSource
class ChallengeRepositoryContractTest {

  private final House house;
  private final Given given;
  private final Account account;
  private final Factor factor;

  ChallengeRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
    account = given.account();
    factor = given.pendingFactor(account);
  }

  @Test
  void whatIsAddedIsFoundAsItWas() {
    Challenge challenge = challenge(ChallengePurpose.SIGN_IN, "session:1");

    assertThat(find(challenge.id())).isEqualTo(challenge);
  }

  @Test
  void theLatestIsOfTheSamePurposeFlowAndFactor() {
    challenge(ChallengePurpose.SIGN_IN, "session:1");
    house.clock().advance(Duration.ofSeconds(1));
    Challenge latest = challenge(ChallengePurpose.SIGN_IN, "session:1");
    challenge(ChallengePurpose.CONFIRM, "session:1");
    challenge(ChallengePurpose.SIGN_IN, "session:2");

    assertThat(
            house.inTransaction(
                () ->
                    house.challenges().latest(ChallengePurpose.SIGN_IN, "session:1", factor.id())))
        .contains(latest);
  }

  @Test
  void itMovesOnceAndInTimeOnly() {
    Challenge challenge = challenge(ChallengePurpose.SIGN_IN, "session:1");

    assertThat(move(challenge, ChallengeStatus.APPROVED, ChallengeStatus.SPENT, given.now()))
        .isFalse();
    assertThat(
            move(challenge, ChallengeStatus.OPEN, ChallengeStatus.APPROVED, challenge.expiresAt()))
        .isFalse();
    assertThat(move(challenge, ChallengeStatus.OPEN, ChallengeStatus.APPROVED, given.now()))
        .isTrue();
    assertThat(move(challenge, ChallengeStatus.OPEN, ChallengeStatus.APPROVED, given.now()))
        .isFalse();
    assertThat(find(challenge.id()).status()).isEqualTo(ChallengeStatus.APPROVED);
  }

  @Test
  void ofManyAtOnceOneMovesIt() {
    Challenge challenge = challenge(ChallengePurpose.RECOVERY, "recovery:1");

    assertThat(
            Race.of(
                16,
                () -> move(challenge, ChallengeStatus.OPEN, ChallengeStatus.SPENT, given.now())))
        .containsOnlyOnce(true);
  }

  @Test
  void aMoveIsSeenInItsOwnTransaction() {
    Challenge challenge = challenge(ChallengePurpose.SIGN_IN, "session:1");

    ChallengeStatus seen =
        house.inTransaction(
            () -> {
              find(challenge.id());
              move(challenge, ChallengeStatus.OPEN, ChallengeStatus.DENIED, given.now());
              return find(challenge.id()).status();
            });

    assertThat(seen).isEqualTo(ChallengeStatus.DENIED);
  }

  @Test
  void allThatAreUnfinishedEndTogether() {
    Challenge open = challenge(ChallengePurpose.SIGN_IN, "session:1");
    house.clock().advance(Duration.ofSeconds(1));
    Challenge approved = challenge(ChallengePurpose.SIGN_IN, "session:2");
    move(approved, ChallengeStatus.OPEN, ChallengeStatus.APPROVED, given.now());
    Challenge other = challenge(ChallengePurpose.SIGN_IN, "session:3");

    assertThat(house.inTransaction(() -> house.challenges().open(account.id(), given.now())))
        .containsExactly(open, other);
    assertThat(house.inTransaction(() -> house.challenges().endAllOf(account.id()))).isEqualTo(3);
    assertThat(house.inTransaction(() -> house.challenges().open(account.id(), given.now())))
        .isEmpty();
    assertThat(find(approved.id()).status()).isEqualTo(ChallengeStatus.ENDED);
  }

  @Test
  void onlyExpiredOnesArePurged() {
    Challenge old = challenge(ChallengePurpose.SIGN_IN, "session:1");
    house.clock().advance(Duration.ofDays(1));
    Challenge fresh = challenge(ChallengePurpose.SIGN_IN, "session:1");
    Instant before = old.expiresAt().plusNanos(1_000);

    while (house.inTransaction(() -> house.challenges().purge(before, 7)) > 0) {
      assertThat(find(fresh.id())).isEqualTo(fresh);
    }

    assertThat(house.inTransaction(() -> house.challenges().find(old.id()))).isEmpty();
  }

  private Challenge challenge(ChallengePurpose purpose, String flow) {
    Challenge challenge =
        new Challenge(
            new ChallengeId(given.id()),
            account.id(),
            factor.id(),
            purpose,
            flow,
            given.now(),
            given.now().plus(Duration.ofMinutes(5)),
            ChallengeStatus.OPEN,
            "k1:sealed ✓");
    house.transact(() -> house.challenges().add(challenge));
    return challenge;
  }

  private Challenge find(ChallengeId id) {
    return house.inTransaction(() -> house.challenges().find(id)).orElseThrow();
  }

  private boolean move(Challenge challenge, ChallengeStatus from, ChallengeStatus to, Instant now) {
    return house.inTransaction(() -> house.challenges().move(challenge.id(), from, to, now));
  }
}
