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
import org.sparekey.domain.account.KnownBrowser;

@ParameterizedClass
@EnumSource
class KnownBrowserRepositoryContractTest {

  private final House house;
  private final Given given;

  KnownBrowserRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
  }

  @Test
  void aBrowserIsKnownToItsAccountOnly() {
    Account account = given.account();
    KnownBrowser browser = given.browser(account);

    assertThat(find(account, browser)).contains(browser);
    assertThat(find(given.account(), browser)).isEmpty();
  }

  @Test
  void theLatestComesFirst() {
    Account account = given.account();
    KnownBrowser first = given.browser(account);
    KnownBrowser second = given.browser(account);
    Instant later = given.now().plus(Duration.ofMinutes(1));
    house.transact(() -> house.browsers().seen(first.id(), later));

    List<KnownBrowser> known = house.inTransaction(() -> house.browsers().ofAccount(account.id()));

    assertThat(known).extracting(KnownBrowser::id).containsExactly(first.id(), second.id());
    assertThat(known.get(0).lastSeenAt()).isEqualTo(later);
  }

  @Test
  void forgottenOnesAreStrangers() {
    Account account = given.account();
    KnownBrowser browser = given.browser(account);
    given.browser(account);

    assertThat(house.inTransaction(() -> house.browsers().forgetAllOf(account.id(), given.now())))
        .isEqualTo(2);
    assertThat(house.inTransaction(() -> house.browsers().forgetAllOf(account.id(), given.now())))
        .isZero();
    assertThat(find(account, browser)).isEmpty();
    assertThat(house.inTransaction(() -> house.browsers().ofAccount(account.id()))).isEmpty();
  }

  @Test
  void aRememberedOneHasAnotherTokenUntilItIsForgotten() {
    Account account = given.account();
    KnownBrowser known = given.browser(account);
    String token = given.browser(given.account()).tokenHash().replace('a', 'b');
    house.transact(() -> house.browsers().remember(known.id(), token, given.now()));

    KnownBrowser remembered =
        house.inTransaction(() -> house.browsers().find(known.id())).orElseThrow();
    assertThat(remembered.rememberedAt()).contains(given.now());
    assertThat(remembered.tokenHash()).isEqualTo(token);
    assertThat(find(account, known)).isEmpty();
    assertThat(find(account, remembered)).contains(remembered);
    house.transact(() -> house.browsers().seen(known.id(), given.now()));
    assertThat(find(account, remembered).orElseThrow().rememberedAt()).isPresent();

    house.inTransaction(() -> house.browsers().forget(account.id(), known.id(), given.now()));
    house.transact(() -> house.browsers().remember(known.id(), known.tokenHash(), given.now()));
    assertThat(house.inTransaction(() -> house.browsers().find(known.id())).orElseThrow())
        .matches(row -> row.forgottenAt().isPresent())
        .matches(row -> row.tokenHash().equals(token));
  }

  @Test
  void rememberingEndsForAllBrowsersOfOneAccountWhichStayKnown() {
    Account account = given.account();
    KnownBrowser one = given.browser(account);
    given.browser(account);
    KnownBrowser foreign = given.browser(given.account());
    for (KnownBrowser each : List.of(one, foreign)) {
      house.transact(() -> house.browsers().remember(each.id(), each.tokenHash(), given.now()));
    }

    assertThat(house.inTransaction(() -> house.browsers().endRememberingOf(account.id()))).isOne();
    assertThat(house.inTransaction(() -> house.browsers().endRememberingOf(account.id()))).isZero();

    assertThat(find(account, one)).contains(one);
    assertThat(house.inTransaction(() -> house.browsers().find(foreign.id())).orElseThrow())
        .matches(row -> row.rememberedAt().isPresent());
  }

  @Test
  void oneIsForgottenOnceAndByItsAccountOnly() {
    Account account = given.account();
    KnownBrowser one = given.browser(account);
    KnownBrowser other = given.browser(account);
    Account stranger = given.account();

    assertThat(forget(stranger, one)).isFalse();
    assertThat(forget(account, one)).isTrue();
    assertThat(forget(account, one)).isFalse();
    assertThat(find(account, one)).isEmpty();
    assertThat(find(account, other)).contains(other);
  }

  private boolean forget(Account account, KnownBrowser browser) {
    return house.inTransaction(
        () -> house.browsers().forget(account.id(), browser.id(), given.now()));
  }

  private Optional<KnownBrowser> find(Account account, KnownBrowser browser) {
    return house.inTransaction(() -> house.browsers().find(account.id(), browser.tokenHash()));
  }
}
