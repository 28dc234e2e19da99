package org.sparekey.application.adapter.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.sparekey.application.memory.MoveableClock;

class SteadyClockGuardTest {

  private final MoveableClock wall = new MoveableClock();
  private final AtomicLong steady = new AtomicLong(-5);
  private final SteadyClockGuard guard = new SteadyClockGuard(wall, steady::get);

  @Test
  void timeThatPassesIsNoJump() {
    pass(Duration.ofDays(3));

    assertThat(guard.takeJump()).isZero();
  }

  @Test
  void aClockPutForwardIsAJumpOnce() {
    pass(Duration.ofSeconds(5));
    wall.advance(Duration.ofHours(24));

    assertThat(guard.takeJump()).isEqualTo(Duration.ofHours(24));
    assertThat(guard.takeJump()).isZero();
  }

  @Test
  void twoSecondsAreHowClocksAreKeptRight() {
    wall.advance(Duration.ofSeconds(2));

    assertThat(guard.takeJump()).isZero();
  }

  @Test
  void smallStepsAddUp() {
    Duration jumps = Duration.ZERO;
    for (int i = 0; i < 10; i++) {
      pass(Duration.ofSeconds(5));
      wall.advance(Duration.ofSeconds(1));
      jumps = jumps.plus(guard.takeJump());
    }

    assertThat(jumps).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(10));
  }

  @Test
  void aClockPutBackIsNoJumpButPuttingItRightAgainIs() {
    wall.advance(Duration.ofHours(-1));
    assertThat(guard.takeJump()).isZero();

    wall.advance(Duration.ofHours(1));
    assertThat(guard.takeJump()).isEqualTo(Duration.ofHours(1));
  }

  private void pass(Duration time) {
    wall.advance(time);
    steady.addAndGet(time.toNanos());
  }
}
