package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class RateLimitsContractTest {

  private static final RateLimit LIMIT = RateLimit.MAILS_BY_ACCOUNT;

  private final House house;
  private final Given given;
  private final String subject;

  RateLimitsContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
    subject = given.hash();
  }

  @Test
  void noMoreIsSpentThanThereIs() {
    assertThat(house.rateLimits().exhausted(LIMIT, subject)).isFalse();
    for (int i = 0; i < LIMIT.capacity(); i++) {
      assertThat(house.rateLimits().exhausted(LIMIT, subject)).isFalse();
      assertThat(house.rateLimits().trySpend(LIMIT, subject)).isTrue();
    }

    assertThat(house.rateLimits().exhausted(LIMIT, subject)).isTrue();
    assertThat(house.rateLimits().trySpend(LIMIT, subject)).isFalse();
  }

  @Test
  void ofManyAtOnceNoMoreSpendThanThereIs() {
    List<Long> spent =
        Race.of(
            8,
            () ->
                IntStream.range(0, 4)
                    .filter(i -> house.rateLimits().trySpend(LIMIT, subject))
                    .count());

    assertThat(spent.stream().mapToLong(Long::longValue).sum()).isEqualTo(LIMIT.capacity());
  }

  @Test
  void itIsFullAgainAfterItsPeriod() {
    spendAll();
    house.clock().advance(LIMIT.period());

    assertThat(house.rateLimits().exhausted(LIMIT, subject)).isFalse();
    assertThat(spendAll()).isEqualTo(LIMIT.capacity());
  }

  @Test
  void subjectsAndLimitsAreApart() {
    spendAll();

    assertThat(house.rateLimits().trySpend(LIMIT, given.hash())).isTrue();
    assertThat(house.rateLimits().trySpend(RateLimit.REQUESTS_BY_SOURCE, subject)).isTrue();
  }

  @Test
  void whatIsSpentStaysSpentWhenTheCallersTransactionFails() {
    for (int i = 0; i < LIMIT.capacity(); i++) {
      try {
        house.transact(
            () -> {
              house.rateLimits().trySpend(LIMIT, subject);
              throw new IllegalArgumentException("rolled back");
            });
      } catch (IllegalArgumentException expected) {
        assertThat(expected).hasMessage("rolled back");
      }
    }

    assertThat(house.rateLimits().trySpend(LIMIT, subject)).isFalse();
  }

  @Test
  void onlyBudgetsAtRestArePurged() {
    spendAll();
    house.clock().advance(LIMIT.period().multipliedBy(2));
    String fresh = given.hash();
    house.rateLimits().trySpend(LIMIT, fresh);
    Instant before = given.now();

    while (house.rateLimits().purge(before, 7) > 0) {
      assertThat(house.rateLimits().exhausted(LIMIT, subject)).isFalse();
    }

    assertThat(
            IntStream.range(0, 2 * (int) LIMIT.capacity())
                .filter(i -> house.rateLimits().trySpend(LIMIT, fresh))
                .count())
        .isEqualTo(LIMIT.capacity() - 1);
  }

  private long spendAll() {
    return IntStream.range(0, 2 * (int) LIMIT.capacity())
        .filter(i -> house.rateLimits().trySpend(LIMIT, subject))
        .count();
  }
}
