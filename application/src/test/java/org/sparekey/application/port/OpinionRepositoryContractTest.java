package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.policy.RiskAssessment;
import org.sparekey.domain.recovery.Opinion;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.RecoveryId;

/** What staff said. */
@ParameterizedClass
@EnumSource
class OpinionRepositoryContractTest {

  private final House house;
  private final Given given;
  private Organisation organisation;
  private Account owner;
  private Recovery.Requested recovery;

  OpinionRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
    organisation = given.organisation();
    owner = given.account(organisation, "ada" + given.hash().substring(0, 9), "Ada");
    recovery = given.recovery(owner);
  }

  @BeforeEach
  void itWaitsForPeople() {
    house.transact(
        () ->
            house
                .recoveries()
                .save(
                    new Recovery.Approving(
                        recovery.details(),
                        List.of(),
                        RiskAssessment.nothingOdd(),
                        2,
                        Duration.ofHours(1),
                        Set.of())));
  }

  @Test
  void opinionsComeBackInTheOrderOfTime() {
    Opinion later = opinion(given.account(), Duration.ofMinutes(1), false);
    Opinion first = opinion(given.account(), Duration.ZERO, true);
    house.transact(() -> house.opinions().add(later));
    house.transact(() -> house.opinions().add(first));

    assertThat(on(recovery.id())).containsExactly(first, later);
    assertThat(on(new RecoveryId(given.id()))).isEmpty();
  }

  @Test
  void nobodySpeaksTwiceAlsoWhenTwoRequestsRace() {
    Opinion opinion = opinion(given.account(), Duration.ZERO, true);

    List<Boolean> done =
        Race.of(
            4,
            () -> {
              try {
                house.transact(() -> house.opinions().add(opinion));
                return true;
              } catch (RuntimeException refused) {
                return false;
              }
            });

    assertThat(done).containsOnlyOnce(true);
    assertThat(on(recovery.id())).containsExactly(opinion);
    assertThatThrownBy(() -> house.transact(() -> house.opinions().add(opinion)))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void whatWaitsIsFoundInItsOrganisationOnly() {
    Account elsewhere =
        given.account(given.organisation(), "bob" + given.hash().substring(0, 9), "Bob");
    given.recovery(owner);
    given.recovery(elsewhere);

    assertThat(house.inTransaction(() -> house.opinions().waiting(organisation.id(), 9)))
        .containsExactly(recovery.id());
    assertThat(house.inTransaction(() -> house.opinions().waiting(elsewhere.organisation(), 9)))
        .isEmpty();
  }

  private Opinion opinion(Account by, Duration after, boolean agreed) {
    return new Opinion(
        recovery.id(), by.id(), given.now().plus(after), agreed, "reached her at her desk");
  }

  private List<Opinion> on(RecoveryId id) {
    return house.inTransaction(() -> house.opinions().on(id));
  }
}
