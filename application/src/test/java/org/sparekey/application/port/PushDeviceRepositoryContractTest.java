package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.shared.FactorId;

@ParameterizedClass
@EnumSource
class PushDeviceRepositoryContractTest {

  private final House house;
  private final Given given;
  private final Account account;
  private final Factor.Pending factor;
  private final String code;

  PushDeviceRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
    account = given.account();
    factor = given.pendingFactor(account);
    code = given.hash();
    house.transact(() -> house.pushDevices().add(factor.id(), code));
  }

  @Test
  void aPlaceWaitsForAPhoneWithTheCode() {
    assertThat(waitingFor(code)).contains(factor.id());
    assertThat(waitingFor(given.hash())).isEmpty();
    assertThat(found()).contains(new PushDevice(factor.id(), Optional.empty(), Optional.empty()));
    assertThat(house.inTransaction(() -> house.pushDevices().find(new FactorId(given.id()))))
        .isEmpty();
  }

  @Test
  void theCodeIsGoodOnce() {
    PushDevice.Claim first = aClaim();

    assertThat(claim(given.hash(), first)).isFalse();
    assertThat(claim(code, first)).isTrue();
    house.clock().advance(Duration.ofSeconds(1));
    assertThat(claim(code, aClaim())).isFalse();
    assertThat(waitingFor(code)).isEmpty();
    assertThat(found()).flatMap(PushDevice::claim).contains(first);
  }

  @Test
  void ofManyPhonesAtOnceOneGivesTheCode() {
    assertThat(Race.of(16, () -> claim(code, aClaim()))).containsOnlyOnce(true);
  }

  @Test
  void aPhoneHearsWhereItSaidLast() {
    PushAddress first = address("1");
    PushAddress second = address("2");
    hearAt(first);
    assertThat(found()).flatMap(PushDevice::address).as("no phone yet").isEmpty();

    claim(code, aClaim());
    hearAt(first);
    hearAt(second);
    assertThat(found()).flatMap(PushDevice::address).contains(second);

    house.transact(() -> house.pushDevices().forget(factor.id(), first));
    assertThat(found()).flatMap(PushDevice::address).as("it has another").contains(second);
    house.transact(() -> house.pushDevices().forget(factor.id(), second));
    assertThat(found()).flatMap(PushDevice::address).isEmpty();
    assertThat(found()).flatMap(PushDevice::claim).isPresent();
  }

  @Test
  void nothingIsLeftOfAPhoneWhoseFactorIsRevoked() {
    claim(code, aClaim());
    hearAt(address("1"));
    house.transact(
        () -> house.factors().save(factor.abandon(RevocationReason.ABANDONED, given.now())));

    assertThat(found()).isEmpty();
  }

  @Test
  void aCodeEndsWithItsFactor() {
    house.transact(
        () -> house.factors().save(factor.abandon(RevocationReason.ABANDONED, given.now())));

    assertThat(waitingFor(code)).isEmpty();
    assertThat(claim(code, aClaim())).isFalse();
  }

  @Test
  void anAccountIsLockedAndUnlocked() {
    assertThat(locked()).isFalse();
    house.transact(() -> house.pushDevices().lock(account.id(), given.now()));
    house.transact(() -> house.pushDevices().lock(account.id(), given.now()));
    assertThat(locked()).isTrue();
    house.transact(() -> house.pushDevices().unlock(account.id()));
    house.transact(() -> house.pushDevices().unlock(account.id()));
    assertThat(locked()).isFalse();
  }

  private boolean locked() {
    return house.inTransaction(() -> house.pushDevices().lockedSince(account.id())).isPresent();
  }

  private PushDevice.Claim aClaim() {
    return new PushDevice.Claim("B".repeat(87), Given.UNICODE, "2001:db8::1", given.now());
  }

  private static PushAddress address(String name) {
    return new PushAddress(
        URI.create("https://push.example/" + name), "B".repeat(87), "A".repeat(22), 3);
  }

  private Optional<PushDevice> found() {
    return house.inTransaction(() -> house.pushDevices().find(factor.id()));
  }

  private Optional<FactorId> waitingFor(String hash) {
    return house.inTransaction(() -> house.pushDevices().waitingFor(hash));
  }

  private boolean claim(String hash, PushDevice.Claim claim) {
    return house.inTransaction(() -> house.pushDevices().claim(factor.id(), hash, claim));
  }

  private void hearAt(PushAddress address) {
    house.transact(() -> house.pushDevices().hearAt(factor.id(), address));
  }
}
