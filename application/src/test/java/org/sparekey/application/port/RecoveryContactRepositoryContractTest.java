package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recoverycontact.RecoveryContact;
import org.sparekey.domain.recoverycontact.Vouching;

@ParameterizedClass
@EnumSource
class RecoveryContactRepositoryContractTest {

  private static final Duration COOL_OFF = Duration.ofDays(7);

  private final House house;
  private final Given given;
  private final Account owner;

  RecoveryContactRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
    owner = given.account();
  }

  @Test
  void everyStateComesBackAsItWasWritten() {
    RecoveryContact.Invited invited = given.invited(owner);
    assertThat(found(invited)).contains(invited);

    RecoveryContact.Accepted accepted = invited.accept(given.now(), COOL_OFF).orElseThrow();
    save(accepted);
    assertThat(found(invited)).contains(accepted);

    RecoveryContact.Declined withdrawn = accepted.withdraw(given.now());
    save(withdrawn);
    assertThat(found(invited)).contains(withdrawn);

    RecoveryContact.Invited again = withdrawn.inviteAgain(given.hash(), given.now());
    save(again);
    assertThat(found(invited)).contains(again);

    save(again.remove(given.now()));
    assertThat(found(invited)).contains(again.remove(given.now()));
  }

  @Test
  void onlyTheLastLinkLeadsThere() {
    RecoveryContact.Invited invited = given.invited(owner);
    RecoveryContact.Invited again = invited.inviteAgain(given.hash(), given.now());
    assertThat(byLink(invited)).contains(invited);

    save(again);

    assertThat(byLink(invited)).isEmpty();
    assertThat(byLink(again)).contains(again);
  }

  @Test
  void anOwnersListIsInTheOrderOfInvitation() {
    RecoveryContact first = given.invited(owner);
    house.clock().advance(Duration.ofSeconds(1));
    RecoveryContact second = given.invited(owner);
    given.invited(given.account());

    assertThat(all()).containsExactly(first, second);
  }

  @Test
  void whatIsReadUnderTheLockIsReadAnew() {
    RecoveryContact.Invited invited = given.invited(owner);
    RecoveryContact.Declined declined = invited.decline(given.now());

    Optional<RecoveryContact> read =
        house.inTransaction(
            () -> {
              house.recoveryContacts().findByLink(invited.details().linkHash());
              Race.of(1, () -> changed(declined));
              return house.recoveryContacts().find(invited.id());
            });

    assertThat(read).contains(declined);
  }

  @Test
  void nobodyIsChangedWhoIsNotThere() {
    RecoveryContact.Invited invited = given.invitation(owner);

    assertThatThrownBy(() -> save(invited)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whoSaidNoIsForgottenUnlessARecoveryNamesThem() {
    RecoveryContact.Invited unanswered = given.invited(owner);
    RecoveryContact.Declined declined = given.invited(owner).decline(given.now());
    RecoveryContact.Accepted accepted =
        given.invited(owner).accept(given.now(), COOL_OFF).orElseThrow();
    RecoveryContact.Removed named = given.invited(owner).remove(given.now());
    List.of(declined, accepted, named).forEach(this::save);
    Recovery.Requested recovery = given.recovery(owner);
    put(new Vouching.Asked(given.asked(recovery, named)));

    purge(declined.endedAt());
    assertThat(all()).hasSize(4);
    purge(unanswered.expiresAt().plusNanos(1_000));
    assertThat(all()).containsExactly(accepted, named);

    Instant end = given.now();
    house.transact(() -> house.recoveries().save(recovery.cancel(end)));
    purge(end.plusNanos(1_000));
    purge(unanswered.expiresAt().plusNanos(1_000));
    assertThat(all()).containsExactly(accepted);
  }

  private boolean changed(RecoveryContact contact) {
    save(contact);
    return true;
  }

  private void purge(Instant before) {
    house.transact(() -> house.vouchings().purge(before, 1_000));
    house.transact(() -> house.recoveryContacts().purge(before, 1_000));
  }

  private void put(Vouching vouching) {
    house.transact(() -> house.vouchings().put(vouching));
  }

  private void save(RecoveryContact contact) {
    house.transact(() -> house.recoveryContacts().save(contact));
  }

  private Optional<RecoveryContact> found(RecoveryContact contact) {
    return house.inTransaction(() -> house.recoveryContacts().find(contact.id()));
  }

  private Optional<RecoveryContact> byLink(RecoveryContact contact) {
    return house.inTransaction(
        () -> house.recoveryContacts().findByLink(contact.details().linkHash()));
  }

  private List<RecoveryContact> all() {
    return house.inTransaction(() -> house.recoveryContacts().ofAccount(owner.id()));
  }
}
