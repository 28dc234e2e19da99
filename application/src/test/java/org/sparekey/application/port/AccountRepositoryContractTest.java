package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.OrganisationId;

@ParameterizedClass
@EnumSource
class AccountRepositoryContractTest {

  private final House house;
  private final Given given;

  AccountRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
  }

  @Test
  void whatWasAddedIsFoundAsItWas() {
    Account account =
        new Account(
            new AccountId(given.id()),
            given.organisation().id(),
            SignInName.parse("ζωή+" + given.hash() + "@παράδειγμα.gr").orElseThrow(),
            Given.UNICODE.repeat(200),
            Locale.forLanguageTag("de-AT"),
            Set.of(StaffRole.SUPPORT, StaffRole.COMPLIANCE),
            given.now(),
            Optional.of(given.now().plus(Duration.ofDays(3))));
    house.transact(() -> house.accounts().add(account));

    assertThat(house.inTransaction(() -> house.accounts().find(account.id()))).contains(account);
    assertThat(house.inTransaction(() -> house.accounts().findBySignInName(account.signInName())))
        .contains(account);
    assertThat(house.inTransaction(() -> house.accounts().any())).isTrue();
  }

  @Test
  void aChangeIsKept() {
    Account account = given.account();
    Account changed =
        account.withLanguage(Locale.FRENCH).withProbationUntil(given.now().plusSeconds(1));
    house.transact(() -> house.accounts().save(changed));

    assertThat(house.inTransaction(() -> house.accounts().find(account.id()))).contains(changed);
  }

  @Test
  void aSignInNameIsTakenOnceInTheWholeInstallation() {
    String name = "taken-" + given.hash();
    Account first = given.account(given.organisation(), name, "First");
    Organisation other = given.organisation();

    assertThatThrownBy(() -> given.account(other, name, "Second"))
        .isInstanceOf(RuntimeException.class);
    assertThat(
            house.inTransaction(
                () -> house.accounts().findBySignInName(first.signInName()).map(Account::id)))
        .contains(first.id());
  }

  @Test
  void aDomainBelongsWhereSomebodyHasIt() {
    Organisation one = given.organisation();
    Organisation other = given.organisation();
    Organisation third = given.organisation();
    String shared = given.hash() + ".example";
    given.account(one, "a@" + shared, "A");
    given.account(one, "b@" + shared, "B");
    given.account(other, "c@" + shared, "C");
    given.account(third, "d@sub." + shared, "D");

    assertThat(house.inTransaction(() -> house.accounts().organisationsOf(shared)))
        .containsExactlyInAnyOrder(one.id(), other.id())
        .isEqualTo(house.inTransaction(() -> house.accounts().organisationsOf(shared)));
    assertThat(house.inTransaction(() -> house.accounts().organisationsOf("sub." + shared)))
        .containsExactly(third.id());
    assertThat(house.inTransaction(() -> house.accounts().organisationsOf(given.hash()))).isEmpty();
  }

  @Test
  void ofManyAtOnceOneGetsTheName() {
    Organisation organisation = given.organisation();
    String name = "raced-" + given.hash();

    List<Boolean> added =
        Race.of(
            8,
            () -> {
              try {
                given.account(organisation, name, "Racer");
                return true;
              } catch (RuntimeException e) {
                return false;
              }
            });

    assertThat(added).containsOnlyOnce(true);
  }

  @Test
  void unknownOnesAreNotFound() {
    AccountId unknown = new AccountId(given.id());
    SignInName nobody = SignInName.parse("nobody-" + given.hash()).orElseThrow();

    assertThat(house.inTransaction(() -> house.accounts().find(unknown))).isEmpty();
    assertThat(house.inTransaction(() -> house.accounts().findBySignInName(nobody))).isEmpty();
  }

  @Test
  void staffFindByIdByTheBeginningOfNamesAndByConfirmedAddress() {
    Organisation organisation = given.organisation();
    String mark = given.hash();
    Account account = given.account(organisation, "n" + mark, "Émile Zola " + mark);
    given.confirmed(account, "Emile." + mark + "@Example.org");
    given.unconfirmed(account, "unconfirmed." + mark + "@example.org");

    assertThat(search(organisation.id(), account.id().toString())).containsExactly(account);
    assertThat(search(organisation.id(), "N" + mark)).containsExactly(account);
    assertThat(search(organisation.id(), "n" + mark.substring(0, 20))).containsExactly(account);
    assertThat(search(organisation.id(), "émile ZOLA " + mark)).containsExactly(account);
    assertThat(search(organisation.id(), " EMILE." + mark + "@ex")).containsExactly(account);
    assertThat(search(organisation.id(), "unconfirmed." + mark)).isEmpty();
    assertThat(search(organisation.id(), "zola")).isEmpty();
    assertThat(search(given.organisation().id(), account.id().toString())).isEmpty();
    assertThat(search(given.organisation().id(), "n" + mark)).isEmpty();
  }

  @Test
  void aRemovedAddressFindsNobody() {
    Organisation organisation = given.organisation();
    String mark = given.hash();
    Account account = given.account(organisation, "n" + mark, "Somebody");
    var address = given.confirmed(account, "gone." + mark + "@example.org");
    house.transact(() -> house.contactPoints().save(address.removed(given.now())));

    assertThat(search(organisation.id(), "gone." + mark)).isEmpty();
  }

  @Test
  void wildcardsAreOrdinaryCharacters() {
    Organisation organisation = given.organisation();
    Account percent = given.account(organisation, "100%_!" + given.hash(), "x");
    given.account(organisation, "100other" + given.hash(), "y");

    assertThat(search(organisation.id(), "100%_!")).containsExactly(percent);
    assertThat(search(organisation.id(), "%")).isEmpty();
    assertThat(search(organisation.id(), "_00")).isEmpty();
  }

  @Test
  void nonsenseFindsNobody() {
    OrganisationId organisation = given.account().organisation();

    for (String nonsense :
        List.of("", "   ", "\0", "a\0b", "' or 1=1 --", "\\", "x".repeat(20_000), "\uD83D")) {
      assertThat(search(organisation, nonsense)).as(nonsense).isEmpty();
    }
  }

  @Test
  void resultsComeInPagesBySignInName() {
    Organisation organisation = given.organisation();
    String mark = "p" + given.hash();
    List<Account> accounts =
        List.of("a", "b", "c-2", "c1", "d@x", "e").stream()
            .map(end -> given.account(organisation, mark + end, mark))
            .toList();

    List<Account> first = page(organisation.id(), mark, Optional.empty(), 4);
    List<Account> second = page(organisation.id(), mark, Optional.of(first.get(3).signInName()), 4);

    assertThat(first).isEqualTo(accounts.subList(0, 4));
    assertThat(second).isEqualTo(accounts.subList(4, 6));
  }

  private List<Account> search(OrganisationId organisation, String text) {
    return page(organisation, text, Optional.empty(), 200);
  }

  private List<Account> page(
      OrganisationId organisation, String text, Optional<SignInName> after, int limit) {
    return house.inTransaction(() -> house.accounts().search(organisation, text, after, limit));
  }
}
