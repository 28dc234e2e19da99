package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.shared.FactorId;

@ParameterizedClass
@EnumSource
class PasskeyRepositoryContractTest {

  private static final long MOST = 4_294_967_295L;

  private final House house;
  private final Given given;

  PasskeyRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
  }

  @Test
  void aCredentialIsKeptAsItWas() {
    Passkey passkey = passkey(given.pendingFactor(given.account()), 7);
    add(passkey);

    assertThat(find(passkey.factor())).contains(passkey);
    assertThat(byId(passkey.credentialId())).contains(passkey);
  }

  @Test
  void theLongestIdAndNoTransportAreKeptToo() {
    FactorId factor = given.pendingFactor(given.account()).id();
    String longest = (given.hash() + "_-".repeat(650)).substring(0, 1364);
    Passkey passkey =
        new Passkey(
            factor, longest, "k".repeat(4000), MOST, new UUID(0, 0), Set.of(), false, true, true);
    add(passkey);

    assertThat(byId(longest)).contains(passkey);
    assertThat(byId(longest.substring(1))).isEmpty();
  }

  @Test
  void idsAreToldApartByTheCaseOfALetter() {
    Passkey passkey = passkey(given.pendingFactor(given.account()), 0);
    add(passkey);

    assertThat(byId(passkey.credentialId().toUpperCase(java.util.Locale.ROOT))).isEmpty();
  }

  @Test
  void noTwoFactorsShareACredential() {
    Account account = given.account();
    Passkey first = passkey(given.pendingFactor(account), 0);
    add(first);
    FactorId second = given.pendingFactor(account).id();

    assertThatThrownBy(
            () ->
                add(
                    new Passkey(
                        second,
                        first.credentialId(),
                        "other",
                        0,
                        new UUID(0, 0),
                        Set.of(),
                        true,
                        false,
                        false)))
        .isInstanceOf(RuntimeException.class);
    assertThat(byId(first.credentialId())).contains(first);
  }

  @Test
  void allOfAnAccountComeOldestFirst() {
    Account account = given.account();
    Passkey first = passkey(given.pendingFactor(account), 0);
    house.clock().advance(Duration.ofSeconds(1));
    given.pendingFactor(account);
    Passkey second = passkey(given.pendingFactor(account), 0);
    Passkey foreign = passkey(given.pendingFactor(given.account()), 0);
    add(second);
    add(first);
    add(foreign);

    assertThat(house.inTransaction(() -> house.passkeys().ofAccount(account.id())))
        .containsExactly(first, second);
  }

  @Test
  void itIsWipedTogetherWithTheRevocationOfItsFactor() {
    Factor.Pending pending = given.pendingFactor(given.account());
    Passkey passkey = passkey(pending, 1);
    add(passkey);
    Factor.Active active = pending.confirm(new DeviceName("YubiKey"), given.now());
    save(active.suspend(RevocationReason.LOST, given.now()));
    assertThat(find(passkey.factor())).contains(passkey);

    save(active.revoke(RevocationReason.LOST, given.now()));

    assertThat(find(passkey.factor())).isEmpty();
    assertThat(byId(passkey.credentialId())).isEmpty();
    assertThat(answered(passkey.factor(), 2)).isFalse();
  }

  @Test
  void aCounterGoesUpOnly() {
    Passkey passkey = passkey(given.pendingFactor(given.account()), 5);
    add(passkey);

    assertThat(answered(passkey.factor(), 5)).isFalse();
    assertThat(answered(passkey.factor(), 0)).isFalse();
    assertThat(answered(passkey.factor(), 6)).isTrue();
    assertThat(answered(passkey.factor(), 6)).isFalse();
    assertThat(answered(passkey.factor(), MOST)).isTrue();
    assertThat(find(passkey.factor()).map(Passkey::signCount)).contains(MOST);
  }

  @Test
  void withoutACounterEveryAnswerIsTaken() {
    Passkey passkey = passkey(given.pendingFactor(given.account()), 0);
    add(passkey);

    assertThat(answered(passkey.factor(), 0)).isTrue();
    assertThat(answered(passkey.factor(), 0)).isTrue();
    assertThat(answered(passkey.factor(), 1)).isTrue();
    assertThat(answered(passkey.factor(), 0)).isFalse();
  }

  @Test
  void theBackupStateFollowsTheLastAnswer() {
    Passkey passkey = passkey(given.pendingFactor(given.account()), 0);
    add(passkey);

    assertThat(
            house.inTransaction(
                () -> {
                  house.passkeys().answered(passkey.factor(), 0, true);
                  return house.passkeys().find(passkey.factor()).orElseThrow().backedUp();
                }))
        .isTrue();
  }

  @Test
  void ofManyAtOnceOneTakesTheCounter() {
    Passkey passkey = passkey(given.pendingFactor(given.account()), 1);
    add(passkey);

    for (long count = 2; count <= 6; count++) {
      long raced = count;
      assertThat(Race.of(16, () -> answered(passkey.factor(), raced))).containsOnlyOnce(true);
    }
  }

  @Test
  void anAccountKeepsItsFirstHandle() {
    Account account = given.account();
    assertThat(house.inTransaction(() -> house.passkeys().userHandle(account.id()))).isEmpty();

    assertThat(new HashSet<>(Race.of(16, () -> handle(account, given.hash())))).hasSize(1);

    String kept =
        house.inTransaction(() -> house.passkeys().userHandle(account.id())).orElseThrow();
    assertThat(handle(account, given.hash())).isEqualTo(kept);
  }

  @Test
  void aChallengeIsSpentOnce() {
    String fingerprint = given.hash();

    assertThat(Race.of(16, () -> spend(fingerprint))).containsOnlyOnce(true);
    assertThat(spend(fingerprint)).isFalse();
    assertThat(spend(given.hash())).isTrue();
  }

  @Test
  void spentOnesAreForgottenWhenTheyAreWorthlessAnyway() {
    String old = given.hash();
    spend(old);
    house.clock().advance(Duration.ofDays(1));
    String fresh = given.hash();
    spend(fresh);

    while (house.inTransaction(() -> house.passkeys().purge(given.now(), 3)) > 0) {
      assertThat(spend(fresh)).isFalse();
    }

    assertThat(spend(fresh)).isFalse();
    assertThat(spend(old)).isTrue();
  }

  @Test
  void nothingIsKnownOfAStranger() {
    FactorId unknown = new FactorId(given.id());

    assertThat(find(unknown)).isEmpty();
    assertThat(byId(given.hash())).isEmpty();
    assertThat(answered(unknown, 1)).isFalse();
  }

  private Passkey passkey(Factor factor, long signCount) {
    return new Passkey(
        factor.id(),
        given.hash(),
        "pQECAyYgASFYIK",
        signCount,
        UUID.randomUUID(),
        Set.of("usb", "smart-card"),
        true,
        true,
        false);
  }

  private void add(Passkey passkey) {
    house.transact(() -> house.passkeys().add(passkey));
  }

  private void save(Factor factor) {
    house.transact(() -> house.factors().save(factor));
  }

  private Optional<Passkey> find(FactorId factor) {
    return house.inTransaction(() -> house.passkeys().find(factor));
  }

  private Optional<Passkey> byId(String credentialId) {
    return house.inTransaction(() -> house.passkeys().findByCredentialId(credentialId));
  }

  private boolean answered(FactorId factor, long signCount) {
    return house.inTransaction(() -> house.passkeys().answered(factor, signCount, false));
  }

  private String handle(Account account, String offered) {
    return house.inTransaction(() -> house.passkeys().userHandle(account.id(), offered));
  }

  private boolean spend(String fingerprint) {
    return house.inTransaction(
        () ->
            house.passkeys().spend(fingerprint, house.clock().instant().plus(Duration.ofHours(1))));
  }
}
