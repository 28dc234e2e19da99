package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recoverycontact.RecoveryContact;
import org.sparekey.domain.recoverycontact.Vouching;

@ParameterizedClass
@EnumSource
class VouchingRepositoryContractTest {

  private final House house;
  private final Given given;
  private final Account owner;
  private final Recovery.Requested recovery;
  private final RecoveryContact contact;

  VouchingRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
    owner = given.account();
    recovery = given.recovery(owner);
    contact = given.invited(owner);
  }

  @Test
  void everyStateComesBackAsItWasWrittenAndTakesThePlaceOfTheOneBefore() {
    Vouching.Asked asked = asked(contact);
    Vouching.Vouched vouched = vouched(asked);
    for (Vouching state :
        List.of(
            asked,
            vouched,
            vouched.count(given.now()),
            vouched.doubt(given.now()),
            vouched.askAgain(given.hash(), given.now()))) {
      put(state);
      assertThat(all()).containsExactly(state);
      assertThat(byLink(state)).contains(state);
    }
    assertThat(byLink(asked)).isEmpty();
  }

  @Test
  void thoseOfARecoveryAreInTheOrderOfAsking() {
    Vouching first = asked(contact);
    house.clock().advance(Duration.ofSeconds(1));
    Vouching second = asked(given.invited(owner));
    Recovery.Requested other = given.recovery(owner);
    put(first);
    put(second);
    put(new Vouching.Asked(given.asked(other, contact)));

    assertThat(all()).containsExactly(first, second);
  }

  @Test
  void ofManyAtOnceOneSpendsTheCode() {
    for (int i = 0; i < 5; i++) {
      Vouching.Vouched vouched = vouched(asked(contact));
      put(vouched);
      assertThat(Race.of(16, () -> count(vouched, given.now()))).containsOnlyOnce(true);
    }
    assertThat(all()).singleElement().isInstanceOf(Vouching.Counted.class);
  }

  @Test
  void aCodeIsNotSpentLateNorAfterAnotherTookItsPlaceNorAfterADoubt() {
    Vouching.Vouched first = vouched(asked(contact));
    put(first);
    assertThat(count(first, first.expiresAt())).isFalse();

    Vouching.Vouched second = vouched(first);
    put(second);
    assertThat(count(first, given.now())).isFalse();

    put(second.doubt(given.now()));
    assertThat(count(second, given.now())).isFalse();
  }

  private Vouching.Asked asked(RecoveryContact whom) {
    return new Vouching.Asked(given.asked(recovery, whom));
  }

  private Vouching.Vouched vouched(Vouching.Open open) {
    return open.vouch(given.hash(), given.now(), given.now().plus(Vouching.LONGEST));
  }

  private void put(Vouching vouching) {
    house.transact(() -> house.vouchings().put(vouching));
  }

  private boolean count(Vouching.Vouched vouched, Instant now) {
    return house.inTransaction(() -> house.vouchings().count(vouched, now));
  }

  private Optional<Vouching> byLink(Vouching vouching) {
    return house.inTransaction(() -> house.vouchings().findByLink(vouching.details().linkHash()));
  }

  private List<Vouching> all() {
    return house.inTransaction(() -> house.vouchings().ofRecovery(recovery.id()));
  }
}
