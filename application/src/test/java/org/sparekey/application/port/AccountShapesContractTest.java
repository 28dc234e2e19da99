package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorDetails;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.policy.AccountShape;
import org.sparekey.domain.recoverycontact.RecoveryContact;
import org.sparekey.domain.shared.FactorId;

@ParameterizedClass
@EnumSource
class AccountShapesContractTest {

  private final House house;
  private final Given given;
  private final Organisation ours;

  AccountShapesContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
    ours = given.organisation();
  }

  @Test
  void accountsThatLookAlikeAreCountedTogether() {
    Account one = account();
    Account other = account();
    account();
    for (Account each : List.of(one, other)) {
      factor(each, FactorKind.TOTP, "phone of " + each.signInName().value());
      given.confirmed(each, "a" + given.hash().substring(0, 20) + "@example.org");
      given.browser(each);
    }
    given.account(); // of another organisation

    List<AccountShape.Counted> counted = counted(false);

    assertThat(counted).extracting(AccountShape.Counted::accounts).containsExactly(2L, 1L);
    AccountShape shape = counted.get(0).shape();
    assertThat(shape.factors()).containsExactly(new AccountShape.PlacedFactor(FactorKind.TOTP, 1));
    assertThat(shape.mailboxes()).hasSize(1);
    assertThat(shape.contacts()).isZero();
    assertThat(shape.browsers()).isEqualTo(1);
    assertThat(shape.password()).isFalse();
    assertThat(shape.recoveryCodes()).isFalse();
    assertThat(names(shape, "", 10))
        .containsExactlyInAnyOrder(one.signInName(), other.signInName())
        .isSortedAccordingTo((a, b) -> a.value().compareTo(b.value()));
    SignInName first = names(shape, "", 1).get(0);
    assertThat(names(shape, first.value(), 10)).hasSize(1).doesNotContain(first);
  }

  @Test
  void factorsOnOneDeviceAreLostTogether() {
    Account account = account();
    factor(account, FactorKind.TOTP, "Pixel");
    factor(account, FactorKind.SMS, "PIXEL");
    factor(account, FactorKind.PASSKEY, "Laptop");

    assertThat(counted(false).get(0).shape().factors())
        .containsExactly(
            new AccountShape.PlacedFactor(FactorKind.PASSKEY, 1),
            new AccountShape.PlacedFactor(FactorKind.SMS, 2),
            new AccountShape.PlacedFactor(FactorKind.TOTP, 2));
  }

  @Test
  void aMailboxThatOpensWithADeviceIsLostWithIt() {
    Account account = account();
    factor(account, FactorKind.TOTP, "Laptop");
    FactorId phone = factor(account, FactorKind.TOTP, "Pixel");
    given.confirmed(account, "a" + given.hash().substring(0, 20) + "@example.org");
    ContactPoint opens =
        given.confirmed(account, "b" + given.hash().substring(0, 20) + "@example.org");
    house.transact(() -> house.contactPoints().save(opens.opening(Optional.of(phone))));

    assertThat(counted(false).get(0).shape().mailboxes())
        .containsExactly(
            new AccountShape.PlacedMailbox(true, 0), new AccountShape.PlacedMailbox(true, 2));
  }

  @Test
  void onlyPeopleWhoCouldVouchAreCounted() {
    Account account = account();
    RecoveryContact.Invited invited = given.invited(account);
    given.invited(account);
    assertThat(counted(false).get(0).shape().contacts()).isZero();

    RecoveryContact accepted = invited.accept(given.now(), Duration.ofDays(7)).orElseThrow();
    house.transact(() -> house.recoveryContacts().save(accepted));
    assertThat(counted(false).get(0).shape().contacts()).isEqualTo(1);

    given.confirmed(account, invited.details().address());
    assertThat(counted(false).get(0).shape().contacts()).isZero();
  }

  @Test
  void staffAreCountedByThemselves() {
    account();
    Account staff = account();
    house.transact(
        () ->
            house
                .accounts()
                .save(
                    new Account(
                        staff.id(),
                        staff.organisation(),
                        staff.signInName(),
                        staff.displayName(),
                        staff.language(),
                        Set.of(StaffRole.SUPPORT),
                        staff.createdAt(),
                        Optional.empty())));

    assertThat(counted(false)).extracting(AccountShape.Counted::accounts).containsExactly(1L);
    assertThat(counted(true)).extracting(AccountShape.Counted::accounts).containsExactly(1L);
    assertThat(house.inTransaction(() -> house.accounts().staff(ours.id())))
        .extracting(Account::id)
        .containsExactly(staff.id());
  }

  private List<AccountShape.Counted> counted(boolean staff) {
    return house.inTransaction(
        () -> house.shapes().count(ours.id(), staff, given.now().plus(Duration.ofDays(30))));
  }

  private List<SignInName> names(AccountShape shape, String after, int limit) {
    return house.inTransaction(
        () ->
            house
                .shapes()
                .having(
                    ours.id(), false, shape, after, limit, given.now().plus(Duration.ofDays(30))));
  }

  private Account account() {
    return given.account(ours, "owner-" + given.hash(), "Somebody");
  }

  private FactorId factor(Account account, FactorKind kind, String device) {
    Factor.Pending pending =
        new Factor.Pending(
            new FactorDetails(
                new FactorId(given.id()),
                account.id(),
                kind,
                DeviceName.parse(device.substring(0, Math.min(device.length(), 40))).orElseThrow(),
                given.now()),
            "session:" + given.id(),
            given.now().plus(Duration.ofMinutes(10)));
    house.transact(
        () -> {
          house.factors().add(pending);
          house.factors().save(pending.confirm(pending.details().device(), given.now()));
        });
    return pending.id();
  }
}
