package org.sparekey.domain.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.CodeId;
import org.sparekey.domain.shared.ContactPointId;

/** Failures, waits, windows and codes. */
class ThrottleTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final ThrottleKey KEY =
      new ThrottleKey(ThrottledMethod.TOTP, "1", ThrottleKey.ANY);

  @Test
  void peopleMistypeTwiceForNothing() {
    assertThat(ThrottleRules.blockedUntil(1, NOW)).isEmpty();
    assertThat(ThrottleRules.blockedUntil(2, NOW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "3, PT30S",
    "4, PT1M",
    "5, PT2M",
    "6, PT4M",
    "7, PT8M",
    "8, PT16M",
    "9, PT32M",
    "10, PT1H",
    "49, PT1H",
    "50, PT24H",
    "99, PT24H"
  })
  void theWaitGrowsFromThirtySecondsToAnHourAndThenToADay(int failures, Duration wait) {
    assertThat(ThrottleRules.blockedUntil(failures, NOW)).contains(NOW.plus(wait));
  }

  @Test
  void fromTheTenthFailureOnTheWaitIsHalfAnHourAtLeast() {
    for (int failures = 10; failures < 1_000; failures++) {
      assertThat(ThrottleRules.blockedUntil(failures, NOW).orElseThrow())
          .isAfterOrEqualTo(NOW.plus(Duration.ofMinutes(30)));
    }
  }

  @Test
  void theCounterBlocksWhileItWaitsAndForEverAfterTooMany() {
    Throttle throttle = Throttle.clear(KEY);
    for (int i = 0; i < 3; i++) {
      assertThat(throttle.blocks(NOW)).isFalse();
      throttle = throttle.failed(NOW);
    }
    assertThat(throttle.blocks(NOW)).isTrue();
    assertThat(throttle.blocks(NOW.plusSeconds(30))).isFalse();
    while (throttle.failures() < ThrottleRules.MOST_FAILURES) {
      throttle = throttle.failed(NOW);
    }
    assertThat(throttle.blocks(NOW.plus(Duration.ofDays(365)))).isTrue();
    assertThat(ThrottleRules.MOST_FAILURES).isLessThanOrEqualTo(100);
  }

  @Test
  void aWindowIsNeverWiderThanOneStep() {
    assertThatThrownBy(() -> new TotpWindow(2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TotpWindow(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(TotpWindow.step(Instant.ofEpochSecond(59))).isEqualTo(1);
    assertThat(TotpWindow.step(Instant.ofEpochSecond(-1))).isEqualTo(-1);
  }

  @Test
  void aCodeIsOpenUntilItIsSpentOrItsTimeIsOver() {
    IssuedCode code = code(Optional.empty());

    assertThat(code.open(NOW)).isTrue();
    assertThat(code.open(NOW.plus(Duration.ofMinutes(10)))).isFalse();
    assertThat(code(Optional.of(NOW)).open(NOW)).isFalse();
  }

  private static IssuedCode code(Optional<Instant> spentAt) {
    return new IssuedCode(
        new CodeId(new UUID(0, 1)),
        CodePurpose.RECOVERY,
        "recovery:1",
        new AccountId(new UUID(0, 2)),
        new ContactPointId(new UUID(0, 3)),
        "00",
        NOW,
        NOW.plus(Duration.ofMinutes(10)),
        spentAt);
  }
}
