package org.sparekey.domain.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;

/** From pending to revoked; the last one stays. */
class FactorLifeTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final DeviceName PIXEL = new DeviceName("Pixel 8");

  @Test
  void aPendingFactorIsOpenForItsOwnCeremonyAndInTimeOnly() {
    Factor.Pending pending = pending(1);

    assertThat(pending.open("session:1", NOW)).isTrue();
    assertThat(pending.open("session:2", NOW)).isFalse();
    assertThat(pending.open("session:1", NOW.plus(Duration.ofMinutes(10)))).isFalse();
    assertThat(pending.asActive()).isEmpty();
  }

  @Test
  void itIsConfirmedUsedSuspendedReinstatedAndRevoked() {
    Factor.Active active = pending(1).confirm(PIXEL, NOW);
    assertThat(active.status()).isEqualTo(FactorStatus.ACTIVE);
    assertThat(active.details().device()).isEqualTo(PIXEL);
    assertThat(active.used(NOW.plusSeconds(9)).lastUsedAt()).contains(NOW.plusSeconds(9));
    assertThat(active.on(new DeviceName("Work")).details().device().value()).isEqualTo("Work");

    Factor.Suspended suspended = active.suspend(RevocationReason.LOST, NOW);
    assertThat(suspended.status()).isEqualTo(FactorStatus.SUSPENDED);
    assertThat(suspended.asActive()).isEmpty();
    assertThat(suspended.reinstate()).isEqualTo(active);

    Factor.Revoked revoked = suspended.revoke(RevocationReason.REPLACED_BY_RESET, NOW);
    assertThat(revoked.status()).isEqualTo(FactorStatus.REVOKED);
    assertThat(revoked.confirmedAt()).contains(NOW);
    assertThat(revoked.reason()).isEqualTo(RevocationReason.REPLACED_BY_RESET);
  }

  @Test
  void anAbandonedOneWasNeverConfirmed() {
    assertThat(pending(1).abandon(RevocationReason.ABANDONED, NOW).confirmedAt()).isEmpty();
  }

  @Test
  void foldCallsTheFunctionOfTheState() {
    Factor.Active active = pending(1).confirm(PIXEL, NOW);

    for (Factor factor :
        List.of(
            pending(1),
            active,
            active.suspend(RevocationReason.LOST, NOW),
            active.revoke(RevocationReason.LOST, NOW))) {
      FactorStatus folded =
          factor.fold(
              pending -> FactorStatus.PENDING,
              used -> FactorStatus.ACTIVE,
              held -> FactorStatus.SUSPENDED,
              ended -> FactorStatus.REVOKED);
      assertThat(folded).isEqualTo(factor.status());
    }
  }

  @Test
  void theLastActiveFactorStays() {
    Factor.Active one = pending(1).confirm(PIXEL, NOW);
    Factor.Active two = pending(2).confirm(PIXEL, NOW);
    Factor suspended = pending(3).confirm(PIXEL, NOW).suspend(RevocationReason.LOST, NOW);

    assertThat(mayRemove(one, 1, one)).isFalse();
    assertThat(mayRemove(one, 1, one, suspended, pending(4))).isFalse();
    assertThat(mayRemove(one, 1, one, two)).isTrue();
    assertThat(LastFactorRule.MINIMUM).isEqualTo(1);
  }

  @Test
  void aPolicyMayAskForMoreThanOne() {
    Factor.Active one = pending(1).confirm(PIXEL, NOW);
    Factor.Active two = pending(2).confirm(PIXEL, NOW);
    Factor.Active three = pending(3).confirm(PIXEL, NOW);

    assertThat(mayRemove(one, 2, one, two)).isFalse();
    assertThat(mayRemove(one, 2, one, two, three)).isTrue();
    assertThatThrownBy(() -> mayRemove(one, 0, one)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void oneThatIsOutOfUseMayGoWhenAnotherIsLeft() {
    Factor.Active one = pending(1).confirm(PIXEL, NOW);
    Factor lost = pending(2).confirm(PIXEL, NOW).suspend(RevocationReason.LOST, NOW);
    Factor copied = pending(3).confirm(PIXEL, NOW).suspend(RevocationReason.COPIED, NOW);

    assertThat(mayRemove(lost, 1, one, lost)).isTrue();
    assertThat(mayRemove(lost, 2, one, lost)).as("as many are in use as before").isTrue();
    assertThat(mayRemove(lost, 1, lost, copied)).isFalse();
    assertThat(mayRemove(lost, 1, lost, pending(4))).isFalse();
  }

  @Test
  void aDeviceNameIsShortAndPlain() {
    assertThat(DeviceName.parse("  Pixel 8 ")).contains(PIXEL);
    assertThat(DeviceName.parse(" ")).isEmpty();
    assertThat(DeviceName.parse("a\tb")).isEmpty();
    assertThat(DeviceName.parse("x".repeat(60))).isPresent();
    assertThat(DeviceName.parse("x".repeat(61))).isEqualTo(Optional.empty());
  }

  private static boolean mayRemove(Factor factor, int minimum, Factor... all) {
    return LastFactorRule.mayRemove(factor.id(), List.of(all), minimum);
  }

  private static Factor.Pending pending(int number) {
    return new Factor.Pending(
        new FactorDetails(
            new FactorId(new UUID(0, number)),
            new AccountId(new UUID(1, 1)),
            FactorKind.TOTP,
            new DeviceName("TOTP"),
            NOW),
        "session:1",
        NOW.plus(Duration.ofMinutes(10)));
  }
}
