package org.sparekey.application.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sparekey.application.account.AddContactPoint;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.RateLimit;
import org.sparekey.application.recoverycontact.AcceptInvitation;
import org.sparekey.application.recoverycontact.DeclineInvitation;
import org.sparekey.application.recoverycontact.InviteOutcome;
import org.sparekey.application.recoverycontact.InviteRecoveryContact;
import org.sparekey.application.recoverycontact.InviteRecoveryContactAgain;
import org.sparekey.application.recoverycontact.ListOwnRecoveryContacts;
import org.sparekey.application.recoverycontact.RecoveryContactChange;
import org.sparekey.application.recoverycontact.RecoveryContactRefusal;
import org.sparekey.application.recoverycontact.RecoveryContactView;
import org.sparekey.application.recoverycontact.RemoveRecoveryContact;
import org.sparekey.application.recoverycontact.ShowInvitation;
import org.sparekey.application.recoverycontact.WithdrawAsContact;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.Wiring;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditEntry;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.ShippedPolicies;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.recoverycontact.Vouching;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryContactId;
import org.sparekey.domain.shared.Secret;

/** Two of five people, named and willing, vouch for Ada (NIST SP 800-63B-4 §4.2.1.3). */
class RecoverWithContactsTest {

  private static final Origin HOME = RecoveryHouse.HOME;
  private static final String ADA = "ada@example.org";
  private static final List<String> PEOPLE =
      List.of("grace@example.net", "mary@example.net", "hedy@example.net");
  private static final Duration COOL_OFF = Duration.ofDays(7);
  private static final Pattern LINK = Pattern.compile("/(?:contact|vouch)\\?token=([\\w-]+)");

  private final RecoveryHouse house = RecoveryHouse.with("standard");
  private final Wiring wiring = new Wiring(house.memory);
  private SessionView session;

  @BeforeEach
  void signIn() {
    session = house.session(house.ada, Session.Level.FULL);
  }

  @Test
  void twoOfThreeVouchAndTheHoldBegins() {
    willing();
    Secret token = asked();

    assertThat(typed(token, read(PEOPLE.get(0))).status()).isEqualTo(RecoveryStatus.PROVING);
    assertThat(asked(token)).isEqualTo(new AskedContactsView(false, true, true, 1, 2));
    assertThat(typed(token, read(PEOPLE.get(2))).status()).isEqualTo(RecoveryStatus.HOLDING);

    assertThat(house.recovery(token).evidence())
        .filteredOn(proof -> proof.kind() == EvidenceKind.RECOVERY_CONTACTS)
        .singleElement()
        .satisfies(
            proof ->
                assertThat(proof.obtainableBy().alternatives())
                    .singleElement()
                    .satisfies(people -> assertThat(people).hasSize(2)));
    assertThat(details(AuditCode.RECOVERY_CONTACT_COUNTED))
        .containsExactly("vouched 1 needed 2", "vouched 2 needed 2")
        .allSatisfy(detail -> assertThat(detail).doesNotContain("grace", "Grace"));
  }

  @Test
  void peopleHaveADayLongerAndAskingAgainGainsNone() {
    willing();
    Secret token = asked();
    Recovery recovery = house.recovery(token);

    assertThat(recovery.details().expiresAt())
        .isEqualTo(recovery.details().openedAt().plus(Duration.ofDays(2)));
    house.memory.clock.advance(Duration.ofHours(20));
    assertThat(ask(token)).isInstanceOf(RecoveryAnswer.Done.class);
    assertThat(house.recovery(token).details().expiresAt())
        .isEqualTo(recovery.details().expiresAt());
  }

  @Test
  void row2AnOwnMailboxVouchesForNobody() {
    assertThat(invited("Ada+second@EXAMPLE.org"))
        .isEqualTo(new InviteOutcome.Refused(RecoveryContactRefusal.OWN_ADDRESS));
    willing();
    get(AddContactPoint.class)
        .add(session(), ContactPoint.Kind.EMAIL, PEOPLE.get(0), session.language(), HOME);
    get(AddContactPoint.class)
        .add(session(), ContactPoint.Kind.EMAIL, PEOPLE.get(1), session.language(), HOME);

    assertThat(ask(proving())).isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.CONTACTS_TOO_FEW));
  }

  @Test
  void row11OfManyAtOnceOneSpendsTheCode() throws Exception {
    willing();
    Secret token = asked();
    String code = read(PEOPLE.get(0));
    ExecutorService runners = Executors.newFixedThreadPool(8);
    try {
      List<Callable<RecoveryAnswer>> tries = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        tries.add(() -> house.memory.transactions.inTransaction(() -> proved(token, code)));
      }
      for (Future<RecoveryAnswer> one : runners.invokeAll(tries)) {
        one.get();
      }
    } finally {
      runners.shutdownNow();
    }

    assertThat(details(AuditCode.RECOVERY_CONTACT_COUNTED)).containsExactly("vouched 1 needed 2");
  }

  @Test
  void row13WrongCodesAreCountedAndNewCodesDoNotResetTheCount() {
    willing();
    Secret token = asked();
    RecoveryAnswer last = RecoveryAnswer.refused(RecoveryRefusal.UNKNOWN);
    for (int i = 0; i < 5; i++) {
      read(PEOPLE.get(0));
      last = proved(token, "00000000");
    }
    assertThat(((RecoveryAnswer.Refused) last).reason())
        .isEqualTo(RecoveryRefusal.TOO_MANY_ATTEMPTS);
    assertThat(((RecoveryAnswer.Refused) proved(token, read(PEOPLE.get(0)))).reason())
        .isEqualTo(RecoveryRefusal.TOO_MANY_ATTEMPTS);
  }

  @Test
  void row16NothingIsToldBeforeAnotherProofAndANameWithoutAnAccountLooksTheSame() {
    willing();
    for (String name : List.of(ADA, "nobody@example.org")) {
      Secret token = house.begun(name);
      assertThat(asked(token)).isEqualTo(new AskedContactsView(true, false, false, 0, 2));
      assertThat(ask(token))
          .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.CONTACTS_PROOF_FIRST));
      assertThat(proved(token, "00000000"))
          .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.CONTACTS_PROOF_FIRST));
    }
    assertThat(house.memory.outbox.messages("contact-asked")).isEmpty();
  }

  @Test
  void row17LinksAloneDoNothing() {
    Secret invitation = invite(PEOPLE.get(0));
    get(ShowInvitation.class).show(invitation);
    assertThat(listed().get(0).status()).isEqualTo("invited");

    willing(1);
    Secret token = asked();
    Secret link = link(PEOPLE.get(1), "contact-asked");
    int before = house.memory.audit.codes().size();
    assertThat(get(ShowVouching.class).show(link).orElseThrow().state()).isEqualTo("open");
    assertThat(house.memory.audit.codes()).hasSize(before);
    assertThat(house.memory.vouchings.ofRecovery(house.id(token)))
        .allSatisfy(vouching -> assertThat(vouching).isInstanceOf(Vouching.Asked.class));
  }

  @Test
  void row17ACodeCountsInTheBrowserThatStartedOnly() {
    willing();
    Secret token = asked();
    Secret elsewhere = proving();

    assertThat(proved(elsewhere, read(PEOPLE.get(0))))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.CONTACTS_NOT_ASKED));
    assertThat(asked(token).vouched()).isZero();
  }

  @Test
  void row24ACodeOfOneRecoveryIsWorthlessInAnother() {
    willing();
    asked();
    String code = read(PEOPLE.get(0));
    Secret other = asked();

    assertThat(proved(other, code))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.CONTACT_CODE_WRONG));
  }

  @Test
  void row24ACodeEndsWithTheNextOneAndWithItsTime() {
    willing();
    Secret token = asked();
    String first = read(PEOPLE.get(0));
    String second = read(PEOPLE.get(0));
    assertThat(proved(token, first))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.CONTACT_CODE_WRONG));

    house.memory.clock.advance(Vouching.LONGEST);
    assertThat(proved(token, second))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.CONTACT_CODE_WRONG));
  }

  @Test
  void row24ACodeIsTheCodeOfOnePerson() {
    willing();
    Secret token = asked();
    String code = read(PEOPLE.get(0));
    typed(token, code);

    assertThat(proved(token, code))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.CONTACT_CODE_WRONG));
    assertThat(vouch(PEOPLE.get(0)))
        .isEqualTo(new VouchOutcome.Refused(RecoveryRefusal.VOUCHING_OVER));
    assertThat(asked(token).vouched()).isEqualTo(1);
  }

  @Test
  void row30WhoAgreedLatelyIsNotAsked() {
    PEOPLE.forEach(person -> accept(invite(person)));
    house.memory.clock.advance(COOL_OFF.minusSeconds(1));
    assertThat(ask(proving())).isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.CONTACTS_TOO_FEW));

    house.memory.clock.advance(Duration.ofSeconds(1));
    assertThat(ask(proving())).isInstanceOf(RecoveryAnswer.Done.class);
  }

  @Test
  void row30TheOwnerAndTheOthersHearOfEachChange() {
    house.mailbox(house.ada, "second@example.org", Duration.ofDays(100));
    Secret first = invite(PEOPLE.get(0));
    accept(first);
    Secret second = invite(PEOPLE.get(1));
    accept(second);
    accept(invite(PEOPLE.get(2)));
    get(WithdrawAsContact.class).withdraw(second, HOME);
    remove(listed().get(2).id());

    assertThat(recipients("recovery-contact-invited")).hasSize(6).contains("second@example.org");
    assertThat(recipients("recovery-contact-accepted")).hasSize(6);
    assertThat(recipients("recovery-contact-declined")).hasSize(2);
    assertThat(recipients("recovery-contact-removed")).hasSize(2);
    assertThat(recipients("contact-other-added"))
        .containsExactlyInAnyOrder(PEOPLE.get(0), PEOPLE.get(0), PEOPLE.get(1));
    assertThat(recipients("contact-other-gone"))
        .containsExactlyInAnyOrder(PEOPLE.get(0), PEOPLE.get(2), PEOPLE.get(0));
    assertThat(recipients("contact-removed")).containsExactly(PEOPLE.get(2));
    assertThat(house.memory.outbox.messages("contact-other-added"))
        .allSatisfy(
            mail -> assertThat(mail.body().revealText()).doesNotContain("mary", "hedy", ADA));
  }

  @Test
  void row30NobodyCountsWithoutHavingSaidYes() {
    PEOPLE.forEach(this::invite);
    house.memory.clock.advance(COOL_OFF);
    assertThat(ask(proving())).isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.CONTACTS_TOO_FEW));
  }

  @Test
  void whoWithdrewOrWasRemovedSinceProvesNothing() {
    for (int i = 0; i < 3; i++) {
      RecoverWithContactsTest fresh = i == 0 ? this : new RecoverWithContactsTest();
      fresh.signIn();
      fresh.lost(i);
    }
  }

  private void lost(int how) {
    willing();
    Secret token = asked();
    typed(token, read(PEOPLE.get(0)));
    typed(token, read(PEOPLE.get(1)));
    house.memory.clock.advance(Duration.ofDays(3));
    house.moveOn.run();
    signIn();
    assertThat(house.recovery(token).status()).isEqualTo(RecoveryStatus.READY);
    switch (how) {
      case 0 -> get(WithdrawAsContact.class).withdraw(lastInvitation(PEOPLE.get(0)), HOME);
      case 1 -> remove(listed().get(0).id());
      default -> get(DoubtRecovery.class).doubt(link(PEOPLE.get(0), "contact-asked"), HOME);
    }

    assertThat(house.beginEnrolment.begin(token, HOME))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.ENDED));
    assertThat(house.recovery(token).status()).isEqualTo(RecoveryStatus.CANCELLED);
  }

  @Test
  void aDoubtWarnsTheOwnerEverywhereAndEndsWhatWasSaid() {
    house.mailbox(house.ada, "second@example.org", Duration.ofDays(100));
    willing();
    Secret token = asked();
    String code = read(PEOPLE.get(0));

    assertThat(
            get(DoubtRecovery.class)
                .doubt(
                    link(PEOPLE.get(0), "contact-asked"),
                    new Origin("198.51.100.77", "Elsewhere", Optional.empty())))
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.PROVING));

    assertThat(recipients("recovery-contact-doubted")).hasSize(2);
    assertThat(house.memory.outbox.messages("recovery-contact-doubted"))
        .allSatisfy(
            mail ->
                assertThat(mail.body().revealText())
                    .contains("/veto?token=")
                    .doesNotContain("198.51.100.77"));
    assertThat(house.memory.audit.codes()).contains(AuditCode.RECOVERY_CONTACT_DOUBTED);
    assertThat(proved(token, code))
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.CONTACT_CODE_WRONG));
    assertThat(house.recovery(token).details().failedProofs()).isEqualTo(2);
  }

  @Test
  void asManyDoubtsAsWrongProofsEndARecovery() {
    willing();
    Secret token = asked();
    int most = ShippedPolicies.standard().rules().wrongProofs();
    Recovery.Hearing doubtful = (Recovery.Hearing) house.recovery(token);
    for (int wrong = 1; wrong < most; wrong++) {
      doubtful = doubtful.failed();
    }
    house.memory.recoveries.save(doubtful);

    get(DoubtRecovery.class).doubt(link(PEOPLE.get(0), "contact-asked"), HOME);

    assertThat(house.recovery(token).status()).isEqualTo(RecoveryStatus.CANCELLED);
  }

  @Test
  void mailsToContactsAreBudgeted() {
    willing();
    Secret token = proving();
    for (int i = 0; i < RateLimit.CONTACTS_ASKED_BY_ACCOUNT.capacity(); i++) {
      assertThat(ask(token)).isInstanceOf(RecoveryAnswer.Done.class);
    }
    assertThat(ask(token)).isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.CONTACTS_ASKED_OFTEN));
    assertThat(ask(proving()))
        .as("another recovery of the same account")
        .isEqualTo(RecoveryAnswer.refused(RecoveryRefusal.CONTACTS_ASKED_OFTEN));
  }

  @Test
  void invitationsAreBudgetedAndEachPersonIsInvitedOnce() {
    invite(PEOPLE.get(0));
    assertThat(invited(PEOPLE.get(0).toUpperCase(java.util.Locale.ROOT)))
        .isEqualTo(new InviteOutcome.Refused(RecoveryContactRefusal.ALREADY_LISTED));
    RecoveryContactId id = listed().get(0).id();
    for (int i = 1; i < RateLimit.INVITATIONS_BY_ACCOUNT.capacity(); i++) {
      assertThat(inviteAgain(id).done()).isTrue();
    }
    assertThat(inviteAgain(id).refusal()).contains(RecoveryContactRefusal.TOO_MANY_INVITATIONS);
  }

  @Test
  void thereAreAsManyPlacesAsThePolicySays() {
    for (int i = 0; i < 5; i++) {
      invite("person" + i + "@example.net");
    }
    assertThat(invited("one-more@example.net"))
        .isEqualTo(new InviteOutcome.Refused(RecoveryContactRefusal.FULL));
  }

  @Test
  void anInvitationIsAnsweredByItsLastLinkInTimeAndOnce() {
    Secret first = invite(PEOPLE.get(0));
    inviteAgain(listed().get(0).id());
    Secret second = lastInvitation(PEOPLE.get(0));

    assertThat(accept(first).refusal()).contains(RecoveryContactRefusal.UNKNOWN_INVITATION);
    assertThat(get(DeclineInvitation.class).decline(second, HOME).done()).isTrue();
    assertThat(accept(second).refusal()).contains(RecoveryContactRefusal.INVITATION_OVER);

    inviteAgain(listed().get(0).id());
    Secret third = lastInvitation(PEOPLE.get(0));
    house.memory.clock.advance(Duration.ofDays(14));
    assertThat(accept(third).refusal()).contains(RecoveryContactRefusal.INVITATION_OVER);
  }

  @Test
  void row35SomebodyElsesContactsAreUnknown() {
    invite(PEOPLE.get(0));
    RecoveryContactId foreign = listed().get(0).id();
    Account eve = house.account("eve@example.org", "another password");
    session = house.session(eve, Session.Level.FULL);

    assertThat(remove(foreign).refusal()).contains(RecoveryContactRefusal.UNKNOWN_CONTACT);
    assertThat(inviteAgain(foreign).refusal()).contains(RecoveryContactRefusal.UNKNOWN_CONTACT);
    assertThat(listed()).isEmpty();
  }

  @Test
  void changesTakeAFullSessionAndAFreshConfirmation() {
    SessionView half = house.session(house.ada, Session.Level.PASSWORD);
    session = half;
    assertThat(invited(PEOPLE.get(0)))
        .isEqualTo(new InviteOutcome.Refused(RecoveryContactRefusal.WRONG_STEP));
    assertThat(house.memory.outbox.messages("contact-invitation")).isEmpty();
    assertThat(house.refusals()).contains("wrong-step");
  }

  @Test
  void noMailToAContactCarriesAnythingOfTheAccount() {
    willing();
    asked();

    assertThat(house.memory.outbox.messages())
        .filteredOn(mail -> PEOPLE.contains(mail.recipient()))
        .isNotEmpty()
        .allSatisfy(
            mail ->
                assertThat(mail.subject() + mail.body().revealText())
                    .doesNotContain(ADA, house.ada.displayName(), HOME.sourceAddress()));
  }

  /** So many of them agreed long ago, from this one on. */
  private void willing(int from) {
    PEOPLE.subList(from, PEOPLE.size()).forEach(person -> accept(invite(person)));
    house.memory.clock.advance(COOL_OFF);
    session = house.session(house.ada, Session.Level.FULL);
  }

  private void willing() {
    willing(0);
  }

  private SessionView session() {
    return session;
  }

  private Secret proving() {
    Secret token = house.begun(ADA);
    house.password(token, RecoveryHouse.PASSWORD);
    return token;
  }

  private Secret asked() {
    Secret token = proving();
    assertThat(ask(token)).isInstanceOf(RecoveryAnswer.Done.class);
    return token;
  }

  private RecoveryAnswer ask(Secret token) {
    return get(AskRecoveryContacts.class).ask(token, HOME);
  }

  private AskedContactsView asked(Secret token) {
    return get(ShowAskedContacts.class).show(token).orElseThrow();
  }

  private RecoveryAnswer proved(Secret token, String code) {
    return get(ProveByRecoveryContacts.class).prove(token, code, HOME);
  }

  private RecoveryAnswer.Done typed(Secret token, String code) {
    return (RecoveryAnswer.Done) proved(token, code);
  }

  private VouchOutcome vouch(String person) {
    return get(VouchForOwner.class).vouch(link(person, "contact-asked"), HOME);
  }

  /** The person has spoken to Ada and reads the code to her. */
  private String read(String person) {
    return vouch(person)
        .fold(
            shown -> shown.code().revealText(),
            refused -> {
              throw new AssertionError("refused: " + refused.reason());
            });
  }

  private InviteOutcome invited(String address) {
    return get(InviteRecoveryContact.class)
        .invite(session, "A person", address, "The countess", HOME);
  }

  private Secret invite(String address) {
    assertThat(invited(address)).isInstanceOf(InviteOutcome.Invited.class);
    return lastInvitation(address);
  }

  private RecoveryContactChange inviteAgain(RecoveryContactId id) {
    return get(InviteRecoveryContactAgain.class).invite(session, id, HOME);
  }

  private RecoveryContactChange accept(Secret link) {
    return get(AcceptInvitation.class).accept(link, HOME);
  }

  private RecoveryContactChange remove(RecoveryContactId id) {
    return get(RemoveRecoveryContact.class).remove(session, id, HOME);
  }

  private List<RecoveryContactView> listed() {
    return get(ListOwnRecoveryContacts.class).list(session).contacts();
  }

  private Secret lastInvitation(String person) {
    return link(person, "contact-invitation");
  }

  /** The link in the last mail of this kind to the person. */
  private Secret link(String person, String kind) {
    List<OutboxMessage> mails =
        house.memory.outbox.messages(kind).stream()
            .filter(mail -> mail.recipient().equals(person))
            .toList();
    Matcher link = LINK.matcher(mails.get(mails.size() - 1).body().revealText());
    assertThat(link.find()).isTrue();
    return Secret.ofText(link.group(1));
  }

  private List<String> recipients(String kind) {
    return house.memory.outbox.messages(kind).stream().map(OutboxMessage::recipient).toList();
  }

  private List<String> details(AuditCode code) {
    return house.memory.audit.entries().stream()
        .filter(entry -> entry.what().code() == code)
        .map((AuditEntry entry) -> entry.what().detail().orElse(""))
        .toList();
  }

  private <T> T get(Class<T> type) {
    return wiring.get(type);
  }
}
