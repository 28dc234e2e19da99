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
import org.sparekey.domain.account.Session;

@ParameterizedClass
@EnumSource
class SessionRepositoryContractTest {

  private final House house;
  private final Given given;

  SessionRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
  }

  @Test
  void eachStepOfItsLifeIsKept() {
    Account account = given.account();
    Session started = given.session(account);
    assertThat(find(started)).contains(started);

    KnownBrowser browser = given.browser(account);
    Session full = started.full(given.hash(), Optional.of(browser.id()), given.now().plusMillis(1));
    save(full);
    assertThat(find(started)).contains(full);

    Session seen = full.seen(given.now().plusSeconds(60));
    save(seen);
    assertThat(find(started)).contains(seen);

    Session ended = seen.ended(given.now().plusSeconds(61));
    save(ended);
    assertThat(find(started)).contains(ended);
  }

  @Test
  void aChangeOfLevelMakesTheOldTokenWorthless() {
    Session started = given.session(given.account());
    Session full = started.full(given.hash(), Optional.empty(), given.now());
    save(full);

    assertThat(byToken(started.tokenHash())).isEmpty();
    assertThat(byToken(full.tokenHash())).contains(full);
  }

  @Test
  void anEndedSessionNeverComesBack() {
    Session started = given.session(given.account());
    Session ended = started.ended(given.now());
    save(ended);

    save(started.seen(given.now().plusSeconds(5)));
    save(started.full(given.hash(), Optional.empty(), given.now()));

    assertThat(find(started)).contains(ended);
  }

  @Test
  void manyRequestsOfOneBrowserMayBeSeenAtOnce() {
    Session session = given.session(given.account());
    Instant later = given.now().plusSeconds(60);

    Race.of(
        8,
        () ->
            house.inTransaction(
                () -> {
                  Session found =
                      house.sessions().findByTokenHash(session.tokenHash()).orElseThrow();
                  house.sessions().save(found.seen(later));
                  return true;
                }));

    assertThat(find(session)).contains(session.seen(later));
  }

  @Test
  void openOnesComeLatestFirst() {
    Account account = given.account();
    Session first = given.session(account);
    house.clock().advance(Duration.ofSeconds(1));
    Session second = given.session(account);
    Session over = given.session(account);
    save(over.ended(given.now()));
    given.session(given.account());

    assertThat(open(account)).containsExactly(second, first);
  }

  @Test
  void allOpenOnesEndAtOnce() {
    Account account = given.account();
    Session first = given.session(account);
    Session second = given.session(account);
    Session over = given.session(account).ended(given.now());
    save(over);
    Session foreign = given.session(given.account());
    Instant later = given.now().plusSeconds(1);

    int ended =
        house.inTransaction(
            () -> {
              assertThat(house.sessions().find(first.id())).isPresent();
              int count = house.sessions().endAllOf(account.id(), later);
              assertThat(house.sessions().find(first.id())).contains(first.ended(later));
              return count;
            });

    assertThat(ended).isEqualTo(2);
    assertThat(find(second)).contains(second.ended(later));
    assertThat(find(over)).contains(over);
    assertThat(find(foreign)).contains(foreign);
    assertThat(open(account)).isEmpty();
  }

  @Test
  void onlyOldOnesArePurged() {
    Account account = given.account();
    Session idle = given.session(account);
    Session over = given.session(account);
    save(over.ended(given.now()));
    house.clock().advance(Duration.ofDays(400));
    Session fresh = given.session(account);
    Session justEnded = given.session(account);
    save(justEnded.ended(given.now()));
    Instant before = given.now().minus(Duration.ofDays(30));

    while (house.inTransaction(() -> house.sessions().purge(before, 3)) > 0) {
      assertThat(find(fresh)).isPresent();
    }

    assertThat(find(idle)).isEmpty();
    assertThat(find(over)).isEmpty();
    assertThat(find(fresh)).contains(fresh);
    assertThat(find(justEnded)).isPresent();
  }

  private void save(Session session) {
    house.transact(() -> house.sessions().save(session));
  }

  private Optional<Session> find(Session session) {
    return house.inTransaction(() -> house.sessions().find(session.id()));
  }

  private Optional<Session> byToken(String tokenHash) {
    return house.inTransaction(() -> house.sessions().findByTokenHash(tokenHash));
  }

  private List<Session> open(Account account) {
    return house.inTransaction(() -> house.sessions().openOf(account.id()));
  }
}
