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

  private Optional<KnownBrowser> find(Account account, KnownBrowser browser) {
    return house.inTransaction(() -> house.browsers().find(account.id(), browser.tokenHash()));
  }
}
