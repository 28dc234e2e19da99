package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.challenge.Throttle;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.challenge.ThrottleRules;
import org.sparekey.domain.challenge.ThrottledMethod;

@ParameterizedClass
@EnumSource
class ThrottleRepositoryContractTest {

  private final House house;
  private final Given given;
  private final ThrottleKey key;

  ThrottleRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
    key = new ThrottleKey(ThrottledMethod.PASSWORD, given.hash(), ThrottleKey.ANY);
  }

  @Test
  void nothingHappenedYet() {
    assertThat(find(key)).isEqualTo(Throttle.clear(key));
  }

  @Test
  void attemptsCountUntilTheyAreBlocked() {
    Throttle throttle = Throttle.clear(key);
    for (int i = 0; i <= ThrottleRules.FREE_FAILURES; i++) {
      throttle = throttle.failed(given.now());
      assertThat(reserve(key)).isEqualTo(new Reservation(true, throttle));
    }

    assertThat(reserve(key)).isEqualTo(new Reservation(false, throttle));
    assertThat(find(key)).isEqualTo(throttle);

    Instant free = throttle.blockedUntil().orElseThrow();
    house.clock().advance(Duration.between(given.now(), free));
    assertThat(reserve(key)).isEqualTo(new Reservation(true, throttle.failed(given.now())));
  }

  @Test
  void ofManyAtOnceNoMoreAreGrantedThanOneAfterTheOther() {
    List<Boolean> granted = Race.of(20, () -> reserve(key).granted());

    assertThat(granted).filteredOn(Boolean::booleanValue).hasSize(ThrottleRules.FREE_FAILURES + 1);
    assertThat(find(key).failures()).isEqualTo(ThrottleRules.FREE_FAILURES + 1);
  }

  @Test
  void theSameHoldsForACounterThatWasCleared() {
    reserve(key);
    house.transact(() -> house.throttles().clear(key));

    List<Boolean> granted = Race.of(20, () -> reserve(key).granted());

    assertThat(granted).filteredOn(Boolean::booleanValue).hasSize(ThrottleRules.FREE_FAILURES + 1);
  }

  @Test
  void aRightAttemptOfAKnownBrowserClearsAllLanesOfTheMethod() {
    ThrottleKey known = new ThrottleKey(key.method(), key.subject(), given.id().toString());
    ThrottleKey method = new ThrottleKey(ThrottledMethod.TOTP, key.subject(), ThrottleKey.ANY);
    for (ThrottleKey one : List.of(key, known, method)) {
      reserve(one);
    }

    house.transact(() -> house.throttles().clear(known));

    assertThat(find(key).failures()).isZero();
    assertThat(find(known).failures()).isZero();
    assertThat(find(method).failures()).isEqualTo(1);
  }

  @Test
  void aRightAttemptOfAnybodyElseClearsItsOwnLaneOnly() {
    ThrottleKey other = new ThrottleKey(key.method(), key.subject(), given.id().toString());
    reserve(key);
    reserve(other);

    house.transact(() -> house.throttles().clear(key));

    assertThat(find(key)).isEqualTo(Throttle.clear(key));
    assertThat(find(other).failures()).isEqualTo(1);
  }

  @Test
  void aSubjectIsClearedInEveryLaneAndMethod() {
    ThrottleKey lane = new ThrottleKey(key.method(), key.subject(), ThrottleKey.PROVED);
    ThrottleKey method = new ThrottleKey(ThrottledMethod.TOTP, key.subject(), ThrottleKey.ANY);
    ThrottleKey foreign = new ThrottleKey(key.method(), given.hash(), ThrottleKey.ANY);
    for (ThrottleKey one : List.of(key, lane, method, foreign)) {
      reserve(one);
    }

    house.transact(() -> house.throttles().clearSubject(key.subject()));

    assertThat(find(key).failures()).isZero();
    assertThat(find(lane).failures()).isZero();
    assertThat(find(method).failures()).isZero();
    assertThat(find(foreign).failures()).isEqualTo(1);
  }

  @Test
  void everyMethodHasItsCounter() {
    for (ThrottledMethod method : ThrottledMethod.values()) {
      assertThat(reserve(new ThrottleKey(method, key.subject(), ThrottleKey.ANY)).granted())
          .as(method.code())
          .isTrue();
    }
  }

  @Test
  void onlyThoseThatRestAndAreNotClosedArePurged() {
    ThrottleKey closed = new ThrottleKey(key.method(), given.hash(), ThrottleKey.ANY);
    for (int i = 0; i < ThrottleRules.DAILY_FAILURES; i++) {
      assertThat(reserve(closed).granted()).isTrue();
      house.clock().advance(Duration.ofHours(1));
    }
    reserve(key);
    ThrottleKey fresh = new ThrottleKey(key.method(), given.hash(), ThrottleKey.ANY);
    house.clock().advance(Duration.ofDays(1));
    reserve(fresh);
    Instant before = given.now();

    int purged;
    do {
      purged = house.inTransaction(() -> house.throttles().purge(before, 7));
    } while (purged > 0);

    assertThat(find(key).failures()).isZero();
    assertThat(find(fresh).failures()).isEqualTo(1);
    assertThat(find(closed).failures()).isEqualTo(ThrottleRules.DAILY_FAILURES);
  }

  private Reservation reserve(ThrottleKey one) {
    return house.inTransaction(() -> house.throttles().reserve(one, given.now()));
  }

  private Throttle find(ThrottleKey one) {
    return house.inTransaction(() -> house.throttles().find(one));
  }
}
