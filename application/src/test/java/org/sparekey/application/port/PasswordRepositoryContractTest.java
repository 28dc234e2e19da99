package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.account.Account;

@ParameterizedClass
@EnumSource
class PasswordRepositoryContractTest {

  private final House house;
  private final Given given;

  PasswordRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
  }

  @Test
  void aPasswordIsWrittenAndReplaced() {
    Account account = given.account();
    assertThat(house.inTransaction(() -> house.passwords().find(account.id()))).isEmpty();

    StoredPassword first =
        new StoredPassword("$argon2id$v=19$" + "x".repeat(200), given.now(), Optional.empty());
    house.transact(() -> house.passwords().save(account.id(), first));
    assertThat(house.inTransaction(() -> house.passwords().find(account.id()))).contains(first);

    var mailbox = given.confirmed(account, "mail@example.org");
    StoredPassword second =
        new StoredPassword(
            "$argon2id$other", given.now().plusSeconds(9), Optional.of(mailbox.id()));
    house.transact(() -> house.passwords().save(account.id(), second));
    assertThat(house.inTransaction(() -> house.passwords().find(account.id()))).contains(second);
  }

  @Test
  void accountAndPasswordMayComeInOneTransaction() {
    StoredPassword password = new StoredPassword("$hash", given.now(), Optional.empty());
    var organisation = given.organisation();
    Account account =
        house.inTransaction(
            () -> {
              Account made = given.account();
              house.passwords().save(made.id(), password);
              return made;
            });

    assertThat(organisation).isNotNull();
    assertThat(house.inTransaction(() -> house.passwords().find(account.id()))).contains(password);
  }
}
