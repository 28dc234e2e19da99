package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.shared.ContactPointId;

@ParameterizedClass
@EnumSource
class ContactPointRepositoryContractTest {

  private final House house;
  private final Given given;

  ContactPointRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
  }

  @Test
  void eachStepOfItsLifeIsKept() {
    ContactPoint added = given.unconfirmed(given.account(), "o'hara+\"x\"@bücher.example");
    assertThat(find(added)).contains(added);

    ContactPoint confirmed = added.confirmed(given.now(), Duration.ofDays(3));
    house.transact(() -> house.contactPoints().save(confirmed));
    assertThat(find(added)).contains(confirmed);

    ContactPoint removed = confirmed.removed(given.now());
    house.transact(() -> house.contactPoints().save(removed));
    assertThat(find(added)).contains(removed);
  }

  @Test
  void whatOpensItIsKeptAndCanBeTakenBack() {
    Account account = given.account();
    ContactPoint mailbox = given.confirmed(account, "first@example.org");
    ContactPoint opening = mailbox.opening(Optional.of(given.pendingFactor(account).id()));
    house.transact(() -> house.contactPoints().save(opening));
    assertThat(find(mailbox)).contains(opening);

    house.transact(() -> house.contactPoints().save(mailbox));
    assertThat(find(mailbox)).contains(mailbox);
  }

  @Test
  void allOfAnAccountComeOldestFirst() {
    Account account = given.account();
    ContactPoint first = given.unconfirmed(account, "first@example.org");
    house.clock().advance(Duration.ofNanos(1_000));
    ContactPoint second = given.confirmed(account, "second@example.org");
    ContactPoint phone =
        new ContactPoint(
            new ContactPointId(given.id()),
            account.id(),
            ContactPoint.Kind.PHONE,
            "+436601234567",
            given.now(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    house.transact(() -> house.contactPoints().add(phone));
    given.unconfirmed(given.account(), "other@example.org");

    assertThat(house.inTransaction(() -> house.contactPoints().ofAccount(account.id())))
        .containsExactly(first, second, phone);
  }

  private Optional<ContactPoint> find(ContactPoint contactPoint) {
    return house.inTransaction(() -> house.contactPoints().find(contactPoint.id()));
  }
}
