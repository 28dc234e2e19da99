package org.sparekey.application.adapter.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparekey.application.memory.MoveableClock;

class ServerClockTest {

  private static final Duration A_DAY = Duration.ofDays(1);

  @TempDir Path data;
  private final MoveableClock system = new MoveableClock();
  private final AtomicLong steady = new AtomicLong(7);

  @Test
  void itIsTheSystemsClockUntilItIsMoved() {
    assertThat(movable().instant()).isEqualTo(system.instant());
  }

  @Test
  void aMoveIsTimeThatPassedAndNoJump() {
    ServerClock clock = movable();
    SteadyClockGuard guard = new SteadyClockGuard(clock);
    Instant before = clock.instant();

    clock.advance(A_DAY);
    clock.advance(A_DAY);

    assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofDays(2)));
    assertThat(guard.takeJump()).isZero();
  }

  @Test
  void aSystemClockThatJumpsIsSeenAfterAMoveToo() {
    ServerClock clock = movable();
    SteadyClockGuard guard = new SteadyClockGuard(clock);
    clock.advance(A_DAY);

    system.advance(Duration.ofHours(3));

    assertThat(guard.takeJump()).isEqualTo(Duration.ofHours(3));
  }

  @Test
  void afterARestartItStillRunsAhead() {
    movable().advance(A_DAY);

    assertThat(movable().instant()).isEqualTo(system.instant().plus(A_DAY));
    assertThat(clock(false, true).instant()).isEqualTo(system.instant().plus(A_DAY));
  }

  @Test
  void productionKnowsOfNoMove() {
    movable().advance(A_DAY);

    ServerClock production = clock(true, false);

    assertThat(production.movable()).isFalse();
    assertThat(production.instant()).isEqualTo(system.instant());
    assertThatThrownBy(() -> production.advance(A_DAY)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void itGoesForwardOnly() {
    ServerClock clock = movable();

    assertThatThrownBy(() -> clock.advance(A_DAY.negated()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(clock.instant()).isEqualTo(system.instant());
  }

  @Test
  void aBrokenFileIsNotGuessedAt() throws IOException {
    Files.writeString(data.resolve(ServerClock.FILE), "tomorrow");

    assertThatThrownBy(this::movable)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("holds no duration");
  }

  private ServerClock movable() {
    return clock(true, true);
  }

  private ServerClock clock(boolean movable, boolean developer) {
    return new ServerClock(system, steady::get, movable, developer, data);
  }
}
