package org.sparekey.application.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparekey.application.delivery.DeliveryWiring;
import org.sparekey.application.memory.Memory;
import org.sparekey.application.port.MovableClock;
import org.sparekey.application.readiness.RemindOwners;
import org.sparekey.application.signin.Wiring;
import org.sparekey.application.time.LetHoldPass;
import org.sparekey.application.time.LetTimePass;
import org.sparekey.application.time.NoteMovedClock;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.Secret;

/** Who tries Sparekey out sees the end of a hold without waiting for it. */
class TimePassesForADeveloperTest {

  private final RecoveryHouse house = RecoveryHouse.with("standard");
  private final Memory memory = house.memory;
  private final List<String> mails = new ArrayList<>();
  private boolean movable = true;

  private final MovableClock clock =
      new MovableClock() {
        @Override
        public boolean movable() {
          return movable;
        }

        @Override
        public void advance(Duration by) {
          memory.clock.advance(by);
        }
      };

  private final LetTimePass letTimePass =
      new LetTimePass(
          clock,
          new NoteMovedClock(memory.organisations, memory.audit),
          house.moveOn,
          new Wiring(memory).get(RemindOwners.class),
          DeliveryWiring.mails(memory, mail -> mails.add(mail.kind())));
  private final LetHoldPass letHoldPass =
      new LetHoldPass(memory.recoveries, letTimePass, memory.clock);

  @Test
  void theFirstHoldEndsAtOnceAndItsMailsAreOnTheirWay() {
    Secret token = house.proved();

    assertThat(letHoldPass.pass()).isTrue();

    assertThat(house.recovery(token).status()).isEqualTo(RecoveryStatus.READY);
    assertThat(mails).contains("recovery-ready");
    assertThat(letHoldPass.pass()).as("none is left").isFalse();
  }

  @Test
  void aHoldThatIsNotOverIsNotOver() {
    Secret token = house.proved();

    assertThat(letTimePass.pass(Duration.ofHours(23))).isTrue();
    assertThat(house.recovery(token).status()).isEqualTo(RecoveryStatus.HOLDING);
  }

  @Test
  void theLogSaysSoBeforeItHappens() {
    Instant before = house.now();

    letTimePass.pass(Duration.ofDays(1));

    assertThat(memory.audit.entries())
        .filteredOn(entry -> entry.what().code() == AuditCode.CLOCK_MOVED)
        .singleElement()
        .satisfies(entry -> assertThat(entry.at()).isEqualTo(before));
  }

  @Test
  void nothingHappensWhereItIsNotAllowedOrMakesNoSense() {
    Instant before = house.now();
    assertThat(letTimePass.pass(Duration.ZERO)).isFalse();
    assertThat(letTimePass.pass(Duration.ofDays(-1))).isFalse();
    assertThat(letTimePass.pass(Duration.ofDays(401))).isFalse();
    movable = false;
    house.proved();
    assertThat(letTimePass.pass(Duration.ofDays(1))).isFalse();
    assertThat(letHoldPass.pass()).isFalse();

    assertThat(house.now()).isEqualTo(before);
    assertThat(memory.audit.codes()).doesNotContain(AuditCode.CLOCK_MOVED);
  }
}
