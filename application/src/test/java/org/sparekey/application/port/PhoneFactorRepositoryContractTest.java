package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.account.PhoneNumber;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.shared.FactorId;

@ParameterizedClass
@EnumSource
class PhoneFactorRepositoryContractTest {

  private static final PhoneNumber NUMBER = new PhoneNumber("+4915123456789");

  private final House house;
  private final Given given;

  PhoneFactorRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
  }

  @Test
  void aFactorKeepsItsNumberUntilItIsRevoked() {
    Factor.Pending factor = given.pendingFactor(given.account());
    house.transact(() -> house.phones().keep(factor.id(), NUMBER));
    assertThat(number(factor.id())).contains(NUMBER);

    house.transact(
        () -> house.factors().save(factor.abandon(RevocationReason.ABANDONED, given.now())));
    assertThat(number(factor.id())).isEmpty();
  }

  @Test
  void othersHaveNone() {
    assertThat(number(given.pendingFactor(given.account()).id())).isEmpty();
    assertThat(number(new FactorId(given.id()))).isEmpty();
  }

  private Optional<PhoneNumber> number(FactorId factor) {
    return house.inTransaction(() -> house.phones().number(factor));
  }
}
