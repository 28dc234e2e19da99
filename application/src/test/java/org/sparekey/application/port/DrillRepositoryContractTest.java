package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.drill.Drill;
import org.sparekey.domain.drill.DrillDetails;
import org.sparekey.domain.drill.DrilledWay;
import org.sparekey.domain.drill.ImaginedLoss;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.analysis.Loss;
import org.sparekey.domain.shared.DrillId;
import org.sparekey.domain.shared.SessionId;

@ParameterizedClass
@EnumSource
class DrillRepositoryContractTest {

  private static final Duration DAY = Duration.ofDays(1);

  /** No other test began anything so early. */
  private static final Duration LONG_AGO = Duration.ofDays(4_000);

  private static final DrilledWay WAY =
      new DrilledWay(
          "recovery",
          List.of(EvidenceKind.PASSWORD, EvidenceKind.MAILED_CODE),
          1,
          Duration.ofHours(4),
          DAY);

  private final House house;
  private final Given given;
  private final Account owner;

  DrillRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
    owner = given.account();
  }

  @Test
  void whatWasWrittenComesBackStateByState() {
    Drill.Open drill = add(given.now());
    assertThat(open()).contains(drill);

    Drill.Open further = drill.doing(EvidenceKind.PASSWORD);
    save(further);
    assertThat(open()).contains(further);
    assertThat(last()).isEmpty();

    DrilledWay slower =
        new DrilledWay(WAY.code(), WAY.evidence(), 1, Duration.ofHours(9), Duration.ofDays(2));
    Drill.Over over = further.doing(EvidenceKind.MAILED_CODE).finish(slower, given.now());
    save(over);
    assertThat(open()).isEmpty();
    assertThat(last()).contains(over);
    assertThat(lastBackIn()).contains(given.now());
    assertThatThrownBy(() -> save(further)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void oneIsUnderWayAtMostAlsoWhenTwoRequestsRace() {
    List<Boolean> done =
        Race.of(
            4,
            () -> {
              try {
                add(given.now());
                return true;
              } catch (RuntimeException refused) {
                return false;
              }
            });

    assertThat(done).containsOnlyOnce(true);
    assertThat(open()).isPresent();
  }

  @Test
  void whatWasAbandonedSaysNothing() {
    save(add(given.now()).abandon(given.now()));
    Drill.Over stuck = add(given.now()).giveUp(given.now());
    save(stuck);

    assertThat(last()).contains(stuck);
    assertThat(lastBackIn()).isEmpty();
  }

  @Test
  void whatALaterOneSaysIsPurged() {
    Instant then = given.now().minus(LONG_AGO);
    save(add(then).abandon(then));
    Drill.Over backIn = passed(then);
    save(add(then).giveUp(then.plusSeconds(1)));
    Drill.Over stuck = add(then).giveUp(then.plusSeconds(2));
    save(stuck);

    assertThat(purge(then)).isZero();
    assertThat(purge(then.plusSeconds(3))).isEqualTo(2);
    assertThat(last()).contains(stuck);
    assertThat(lastBackIn()).contains(backIn.endedAt());

    Drill.Over again = passed(then.plusSeconds(5));
    assertThat(purge(then.plusSeconds(3))).isEqualTo(2);
    assertThat(last()).contains(again);
    add(then);
    assertThat(purge(then.plusSeconds(3))).isEqualTo(1);
    assertThat(open()).isEmpty();
  }

  private Drill.Over passed(Instant now) {
    Drill.Over over =
        add(now).doing(EvidenceKind.PASSWORD).doing(EvidenceKind.MAILED_CODE).finish(WAY, now);
    save(over);
    return over;
  }

  private Drill.Open add(Instant begun) {
    Drill.Open drill =
        new Drill.Open(
            new DrillDetails(
                new DrillId(given.id()),
                owner.id(),
                new SessionId(given.id()),
                begun,
                new ImaginedLoss(Loss.Kind.DEVICE, Given.UNICODE),
                Given.POLICY,
                WAY),
            Set.of());
    house.transact(() -> house.drills().add(drill));
    return drill;
  }

  private void save(Drill drill) {
    house.transact(() -> house.drills().save(drill));
  }

  private Optional<Drill.Open> open() {
    return house.inTransaction(() -> house.drills().open(owner.id()));
  }

  private Optional<Drill.Over> last() {
    return house.inTransaction(() -> house.drills().last(owner.id()));
  }

  private Optional<Instant> lastBackIn() {
    return house.inTransaction(() -> house.drills().lastBackIn(owner.id()));
  }

  private int purge(Instant before) {
    return house.inTransaction(() -> house.drills().purge(before, 500));
  }
}
