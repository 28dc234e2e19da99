package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.shared.AccountId;

@ParameterizedClass
@EnumSource
class SeenSourcesContractTest {

  private static final Duration DAY = Duration.ofDays(1);

  private final House house;
  private final Given given;

  SeenSourcesContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
  }

  @Test
  void networksAreThoseOfTheAccountAndYoungEnough() {
    AccountId ada = given.account().id();
    AccountId grace = given.account().id();
    Instant now = given.now();
    signIn(ada, "old", now.minus(DAY));
    signIn(ada, "new", now);
    signIn(grace, "other", now);

    assertThat(house.inTransaction(() -> house.seenSources().networks(ada, now.minus(DAY))))
        .containsExactly("new");

    signIn(ada, "old", now);
    assertThat(house.inTransaction(() -> house.seenSources().networks(ada, now.minus(DAY))))
        .as("seen again")
        .containsExactlyInAnyOrder("old", "new");
  }

  @Test
  void oneSubjectThatAsksTwiceIsOne() {
    String source = given.id().toString();
    Instant now = given.now();
    ask(source, "ada", now);
    ask(source, "ada", now);
    ask(source, "grace", now);
    ask(source, "long ago", now.minus(DAY));
    ask(given.id().toString(), "elsewhere", now);

    assertThat(house.inTransaction(() -> house.seenSources().subjects(source, now.minus(DAY))))
        .isEqualTo(2);
  }

  @Test
  void nodesThatNoteTheSameAtOnceDoNotFail() {
    AccountId ada = given.account().id();
    String source = given.id().toString();
    assertThat(
            Race.of(
                8,
                () -> {
                  signIn(ada, "home", given.now());
                  ask(source, "ada", given.now());
                  return true;
                }))
        .containsOnly(true);
  }

  @Test
  void whatIsOldIsPurged() {
    AccountId ada = given.account().id();
    String source = given.id().toString();
    Instant longAgo = given.now().minus(Duration.ofDays(4_000));
    signIn(ada, "home", longAgo);
    ask(source, "ada", longAgo);

    Instant before = longAgo.plusSeconds(1);
    int purged = house.inTransaction(() -> house.seenSources().purge(before, before, 1_000));

    assertThat(purged).isEqualTo(2);
    assertThat(
            house.inTransaction(
                () -> house.seenSources().subjects(source, longAgo.minusSeconds(1))))
        .isZero();
  }

  private void signIn(AccountId account, String network, Instant at) {
    house.transact(() -> house.seenSources().noteSignIn(account, network, at));
  }

  private void ask(String source, String subject, Instant at) {
    house.transact(() -> house.seenSources().noteRecovery(source, subject, at));
  }
}
