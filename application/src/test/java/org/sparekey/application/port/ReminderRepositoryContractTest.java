package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.application.port.ReminderRepository.Due;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.AccountId;

@ParameterizedClass
@EnumSource
class ReminderRepositoryContractTest {

  private static final int ALL = 100_000;

  private final House house;
  private final Given given;
  private final Account owner;
  private final Instant now;
  private final Due due;

  ReminderRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
    owner = given.account();
    now = given.now();
    due = new Due(now.minus(Duration.ofDays(7)), now.minus(Duration.ofDays(180)), now);
  }

  @Test
  void whoNeverSignedInOrHasNoAddressIsNotDue() {
    assertThat(isDue()).isFalse();
    ContactPoint address = given.confirmed(owner, given.hash() + "@example.org");
    assertThat(isDue()).isFalse();
    assertThat(first()).isFalse();

    given.browser(owner);
    assertThat(isDue()).isTrue();
    assertThat(first()).isTrue();
    Due earlier = new Due(due.looked(), due.reminded(), now.minusSeconds(1));
    assertThat(isDue(earlier)).isFalse();

    house.transact(() -> house.contactPoints().save(address.removed(now)));
    assertThat(isDue()).isFalse();
  }

  /** The first sign-in ever ends in a factor, and in no known browser. */
  @Test
  void whoBoundAFactorHasSignedIn() {
    given.confirmed(owner, given.hash() + "@example.org");
    Factor.Pending pending = given.pendingFactor(owner);
    assertThat(isDue()).isFalse();

    Factor.Active seeded = pending.confirm(pending.details().device(), now);
    house.transact(() -> house.factors().save(seeded));
    assertThat(isDue()).as("there from the start").isFalse();
    assertThat(first()).isFalse();

    Instant later = now.plusSeconds(1);
    Factor.Pending other = given.pendingFactor(owner);
    house.transact(() -> house.factors().save(other.confirm(other.details().device(), later)));
    assertThat(isDue()).isFalse();
    assertThat(isDue(new Due(due.looked(), due.reminded(), later))).isTrue();
    assertThat(first()).isTrue();
  }

  @Test
  void oneOfSeveralNodesLooks() {
    ready();

    assertThat(Race.of(4, () -> look(now))).containsOnlyOnce(true);
    assertThat(isDue()).isFalse();
    Due later = new Due(now, due.reminded(), now);
    assertThat(isDue(later)).isTrue();
  }

  @Test
  void whoWasRemindedIsLeftInPeaceForThePeriod() {
    ready();
    house.transact(() -> house.reminders().reminded(owner.id(), now.minusSeconds(1)));

    assertThat(isDue()).isFalse();
    assertThat(look(now)).isFalse();
    assertThat(isDue(new Due(due.looked(), now, now))).isTrue();
  }

  @Test
  void whoWantsNoneGetsNone() {
    ready();
    assertThat(wanted()).isTrue();
    assertThat(want(true)).isFalse();

    assertThat(want(false)).isTrue();
    assertThat(wanted()).isFalse();
    assertThat(isDue()).isFalse();
    assertThat(look(now)).isFalse();

    assertThat(want(true)).isTrue();
    assertThat(isDue()).isTrue();
    assertThat(house.inTransaction(() -> house.reminders().wanted(new AccountId(given.id()))))
        .isFalse();
  }

  private void ready() {
    given.confirmed(owner, given.hash() + "@example.org");
    given.browser(owner);
  }

  private boolean isDue() {
    return isDue(due);
  }

  private boolean isDue(Due which) {
    return house.inTransaction(() -> house.reminders().due(which, ALL)).contains(owner.id());
  }

  private boolean look(Instant at) {
    return house.inTransaction(() -> house.reminders().look(owner.id(), due, at));
  }

  private boolean wanted() {
    return house.inTransaction(() -> house.reminders().wanted(owner.id()));
  }

  private boolean want(boolean wanted) {
    return house.inTransaction(() -> house.reminders().want(owner.id(), wanted));
  }

  private boolean first() {
    return house.inTransaction(() -> house.reminders().firstSignIn(owner.id())).isPresent();
  }
}
