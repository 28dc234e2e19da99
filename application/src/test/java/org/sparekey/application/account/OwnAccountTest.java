package org.sparekey.application.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.signin.SignInHouse.HOME;
import static org.sparekey.application.signin.SignInHouse.PASSWORD;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sparekey.application.memory.Memory;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.RateLimit;
import org.sparekey.application.port.StoredPassword;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SignInHouse;
import org.sparekey.application.signin.SignInRefusal;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.challenge.IssuedCode;
import org.sparekey.domain.policy.ShippedPolicies;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Secret;

/** Contact points, password, language. */
class OwnAccountTest {

  private static final String NEW = "thirteen clay pigeons yodel";

  /** The policy's, which is longer than what is configured. */
  private static final Duration COOL_OFF = ShippedPolicies.standard().rules().contactCoolOff();

  private final SignInHouse house = new SignInHouse();
  private final Memory memory = house.memory;
  private SessionView ada = house.fullSession(house.ada, house.phone);

  @BeforeEach
  void signInAgain() {
    ada = house.fullSession(house.ada, house.phone);
  }

  @Test
  void anAddressIsAddedConfirmedAndCoolsOff() {
    ContactPointId id = added("Ada@Home.Example");
    assertThat(view(id).value()).isEqualTo("Ada@home.example");
    assertThat(view(id).confirmedAt()).isEmpty();

    assertThat(confirm(id, code("Ada@home.example")).done()).isTrue();

    assertThat(view(id).confirmedAt()).isPresent();
    assertThat(view(id).usableForRecoveryFrom()).contains(house.now().plus(COOL_OFF));
  }

  @Test
  void row5TheOldAddressHearsOfTheNewOneAndOfItsOwnRemoval() {
    ContactPointId id = added("eve@evil.example");
    confirm(id, code("eve@evil.example"));
    ContactPointId old = memory.contactPoints.ofAccount(house.ada.id()).get(0).id();

    assertThat(remove(old).done()).isTrue();

    assertThat(memory.outbox.messages())
        .filteredOn(mail -> mail.recipient().equals("ada@example.org"))
        .extracting(OutboxMessage::kind)
        .contains("contact-added", "contact-confirmed", "contact-removed");
    assertThat(memory.contactPoints.find(old).orElseThrow().hearsNotices(house.now())).isTrue();
  }

  @Test
  void whatOpensAMailboxIsNotedAndTakenBack() {
    ContactPointId mailbox = memory.contactPoints.ofAccount(house.ada.id()).get(0).id();

    assertThat(opens(mailbox, Optional.of(house.phone)).done()).isTrue();
    assertThat(house.get(ShowMailbox.class).show(ada, mailbox).orElseThrow().openedWith())
        .contains("Pixel 8");

    assertThat(opens(mailbox, Optional.empty()).done()).isTrue();
    MailboxView view = house.get(ShowMailbox.class).show(ada, mailbox).orElseThrow();
    assertThat(view.openedWith()).isEmpty();
    assertThat(view.devices()).extracting(MailboxView.Device::name).contains("Pixel 8");
    assertThat(memory.audit.entries())
        .filteredOn(entry -> entry.what().code() == AuditCode.CONTACT_DEPENDENCY_SAID)
        .hasSize(2);
    assertThat(memory.outbox.messages("contact-dependency-said")).hasSize(2);
  }

  /** Attacks row 35: what is not the owner's is not there. */
  @Test
  void anotherOnesDeviceOrMailboxOpensNothing() {
    ContactPointId mailbox = memory.contactPoints.ofAccount(house.ada.id()).get(0).id();
    FactorId foreign = new FactorId(memory.ids.next());
    ContactPointId elsewhere = new ContactPointId(memory.ids.next());

    assertThat(opens(mailbox, Optional.of(foreign)).refusal())
        .contains(AccountRefusal.DEVICE_NOT_IN_USE);
    assertThat(opens(elsewhere, Optional.empty()).refusal())
        .contains(AccountRefusal.UNKNOWN_CONTACT);
    assertThat(memory.contactPoints.find(mailbox).orElseThrow().openedWith()).isEmpty();
    assertThat(house.get(ShowMailbox.class).show(ada, elsewhere)).isEmpty();
  }

  private AccountChange opens(ContactPointId mailbox, Optional<FactorId> with) {
    return house.get(SayWhatOpensMailbox.class).say(ada, mailbox, with, HOME);
  }

  @Test
  void anAddressToWhichNoCodeCanBeMailedNowIsNotAdded() {
    while (memory.rateLimits.trySpend(RateLimit.MAILS_BY_ACCOUNT, house.ada.id().toString())) {
      // all of them are gone
    }

    assertThat(
            house
                .get(AddContactPoint.class)
                .add(ada, ContactPoint.Kind.EMAIL, "ada@home.example", Locale.GERMANY, HOME)
                .<Optional<AccountRefusal>>fold(
                    ok -> Optional.empty(), refused -> Optional.of(refused.reason())))
        .contains(AccountRefusal.TOO_MANY_MAILS);
    assertThat(memory.contactPoints.ofAccount(house.ada.id())).hasSize(1);
  }

  @Test
  void aCodeThatIsMailedAgainIsInTheLog() {
    ContactPointId id = added("ada@home.example");

    house.get(SendContactCode.class).send(ada, id, HOME);

    assertThat(house.lastEntry().code()).isEqualTo(AuditCode.CONTACT_CODE_SENT);
  }

  @Test
  void row1ChangingThePasswordDoesNotHideTheMailboxThatResetIt() {
    ContactPointId mailbox = memory.contactPoints.ofAccount(house.ada.id()).get(0).id();
    StoredPassword old = memory.passwords.find(house.ada.id()).orElseThrow();
    memory.passwords.save(
        house.ada.id(), new StoredPassword(old.hash(), house.now(), Optional.of(mailbox)));

    house
        .get(ChangeOwnPassword.class)
        .change(ada, Secret.ofText(SignInHouse.PASSWORD), Secret.ofText(NEW), HOME);

    assertThat(memory.passwords.find(house.ada.id()).orElseThrow().resetThrough())
        .contains(mailbox);
    assertThat(memory.audit.codes()).contains(AuditCode.SESSION_REVOKED);
  }

  @Test
  void nothingButTheCodeGoesToAnAddressThatIsNotConfirmed() {
    added("ada@home.example");

    assertThat(memory.outbox.messages())
        .filteredOn(mail -> mail.recipient().equals("ada@home.example"))
        .extracting(OutboxMessage::kind)
        .containsExactly("contact-confirmation-code");
  }

  @Test
  void aPhoneIsConfirmedByATextAndCoolsOff() {
    ContactPointId id = addedNumber("01512 3456789");
    assertThat(view(id).value()).isEqualTo("+4915123456789");
    assertThat(house.get(SendContactCode.class).send(ada, id, HOME).done()).isTrue();

    OutboxMessage text = memory.outbox.messages("contact-confirmation-text").get(0);
    assertThat(text.channel()).isEqualTo(OutboxMessage.Channel.TEXT);
    assertThat(text.expiresAt()).contains(house.now().plus(IssuedCode.LONGEST_BY_PHONE));
    assertThat(confirm(id, textedCode()).done()).isTrue();
    assertThat(view(id).usableForRecoveryFrom()).contains(house.now().plus(COOL_OFF));
    assertThat(remove(id).done()).isTrue();
  }

  @Test
  void aTextedCodeIsGoodForTenMinutesAndOtherNumbersNeedTheirOwn() {
    ContactPointId first = addedNumber("01512 3456789");
    ContactPointId second = addedNumber("01512 3456780");
    house.get(SendContactCode.class).send(ada, first, HOME);
    String code = textedCode();
    assertThat(confirm(second, code).refusal()).contains(AccountRefusal.WRONG_CODE);
    house.pass(Duration.ofMinutes(10));

    assertThat(confirm(first, code).refusal()).contains(AccountRefusal.WRONG_CODE);
  }

  @Test
  void aNumberThatCannotBeTextedIsNotAdded() {
    assertThat(addNumber("030 901820")).contains(AccountRefusal.WRONG_LINE);
    assertThat(addNumber("+44 7911 123456")).contains(AccountRefusal.COUNTRY_NOT_ALLOWED);
    assertThat(addNumber("12")).contains(AccountRefusal.BAD_NUMBER);
    memory.telephony.offered.clear();
    assertThat(addNumber("01512 3456789")).contains(AccountRefusal.PHONE_NOT_OFFERED);
  }

  @Test
  void row34WhenNobodyTextsTheNumberStaysUnconfirmed() {
    ContactPointId id = addedNumber("01512 3456789");
    memory.telephony.down = true;

    assertThat(house.get(SendContactCode.class).send(ada, id, HOME).refusal())
        .contains(AccountRefusal.PROVIDER_DOWN);
    assertThat(view(id).confirmedAt()).isEmpty();
  }

  @Test
  void whatIsNoAddressOrIsThereAlreadyIsNotAdded() {
    assertThat(add("no address")).contains(AccountRefusal.BAD_ADDRESS);
    assertThat(add("ADA@example.org")).contains(AccountRefusal.ALREADY_ADDED);
    for (int i = 0; i < 9; i++) {
      assertThat(add("ada" + i + "@home.example")).isEmpty();
    }
    assertThat(add("one.more@home.example")).contains(AccountRefusal.TOO_MANY_CONTACTS);
  }

  @Test
  void wrongCodesAreCountedAndFreshOnesDoNotHelp() {
    ContactPointId id = added("ada@home.example");
    for (int i = 0; i < 3; i++) {
      assertThat(confirm(id, "00000000").refusal()).contains(AccountRefusal.WRONG_CODE);
    }
    assertThat(house.get(SendContactCode.class).send(ada, id, HOME).done()).isTrue();

    assertThat(confirm(id, code("ada@home.example")).refusal()).contains(AccountRefusal.THROTTLED);
  }

  @Test
  void row24ACodeForOneAddressDoesNotConfirmAnother() {
    ContactPointId first = added("ada@home.example");
    added("ada@work.example");

    assertThat(confirm(first, code("ada@work.example")).refusal())
        .contains(AccountRefusal.WRONG_CODE);
  }

  @Test
  void row35AForeignContactPointIsUnknown() {
    ContactPointId hers = memory.contactPoints.ofAccount(house.grace.id()).get(0).id();

    assertThat(remove(hers).refusal()).contains(AccountRefusal.UNKNOWN_CONTACT);
    assertThat(confirm(hers, "12345678").refusal()).contains(AccountRefusal.UNKNOWN_CONTACT);
    assertThat(house.get(SendContactCode.class).send(ada, hers, HOME).refusal())
        .contains(AccountRefusal.UNKNOWN_CONTACT);
  }

  @Test
  void theLastAddressStays() {
    ContactPointId only = memory.contactPoints.ofAccount(house.ada.id()).get(0).id();

    assertThat(remove(only).refusal()).contains(AccountRefusal.LAST_ADDRESS);
  }

  @Test
  void confirmationMailsHaveABudget() {
    ContactPointId id = added("ada@home.example");
    for (int i = 0; i < 9; i++) {
      assertThat(house.get(SendContactCode.class).send(ada, id, HOME).done()).isTrue();
    }

    assertThat(house.get(SendContactCode.class).send(ada, id, HOME).refusal())
        .contains(AccountRefusal.TOO_MANY_MAILS);
  }

  @Test
  void changesNeedAFreshProof() {
    SessionView stale = again(false, false);
    ContactPointId own = memory.contactPoints.ofAccount(house.ada.id()).get(0).id();

    assertThat(
            house
                .get(AddContactPoint.class)
                .add(stale, ContactPoint.Kind.EMAIL, "a@b.example", Locale.GERMANY, HOME)
                .<Optional<AccountRefusal>>fold(
                    ok -> Optional.empty(), refused -> Optional.of(refused.reason())))
        .contains(AccountRefusal.NEEDS_CONFIRMATION);
    assertThat(house.get(RemoveContactPoint.class).remove(stale, own, HOME).refusal())
        .contains(AccountRefusal.NEEDS_CONFIRMATION);
    assertThat(change(stale, PASSWORD, NEW).refusal()).contains(AccountRefusal.NEEDS_CONFIRMATION);
  }

  @Test
  void onProbationNothingThatCouldOpenTheAccountChanges() {
    memory.accounts.save(
        house.stored(house.ada).withProbationUntil(house.now().plus(Duration.ofHours(24))));
    SessionView restricted = house.fullSession(house.ada, house.phone);
    assertThat(restricted.onProbation()).isTrue();
    ContactPointId own = memory.contactPoints.ofAccount(house.ada.id()).get(0).id();

    assertThat(
            house
                .get(AddContactPoint.class)
                .add(restricted, ContactPoint.Kind.EMAIL, "a@b.example", Locale.GERMANY, HOME)
                .<Optional<AccountRefusal>>fold(
                    ok -> Optional.empty(), refused -> Optional.of(refused.reason())))
        .contains(AccountRefusal.ON_PROBATION);
    assertThat(house.get(RemoveContactPoint.class).remove(restricted, own, HOME).refusal())
        .contains(AccountRefusal.ON_PROBATION);
    assertThat(change(restricted, PASSWORD, NEW).refusal()).contains(AccountRefusal.ON_PROBATION);
    house.pass(Duration.ofHours(25));
    assertThat(house.fullSession(house.ada, house.phone).onProbation()).isFalse();
  }

  @Test
  void thePasswordChangesByTheOldOneAndOtherSessionsEnd() {
    Secret other = house.signIn(house.ada, house.phone).sessionToken();

    assertThat(change(ada, PASSWORD, NEW).done()).isTrue();

    assertThat(house.resume(other)).isEmpty();
    assertThat(memory.sessions.find(ada.id()).orElseThrow().endedAt()).isEmpty();
    assertThat(SignInHouse.refusal(house.password("ada@example.org", PASSWORD, HOME)))
        .contains(SignInRefusal.WRONG);
    assertThat(SignInHouse.refusal(house.password("ada@example.org", NEW, HOME))).isEmpty();
    assertThat(memory.outbox.messages("password-changed")).hasSize(1);
    assertThat(memory.audit.codes()).contains(AuditCode.PASSWORD_CHANGED);
  }

  @Test
  void aWrongOldOrABadNewPasswordChangesNothing() {
    assertThat(change(ada, "wrong", NEW).refusal()).contains(AccountRefusal.WRONG_PASSWORD);
    assertThat(change(ada, PASSWORD, PASSWORD).refusal()).contains(AccountRefusal.SAME_PASSWORD);
    assertThat(change(ada, PASSWORD, "short").refusal())
        .contains(AccountRefusal.PASSWORD_TOO_SHORT);
    assertThat(change(ada, PASSWORD, "ada@example.org").refusal())
        .contains(AccountRefusal.PASSWORD_PERSONAL);
    assertThat(SignInHouse.refusal(house.password("ada@example.org", PASSWORD, HOME))).isEmpty();
  }

  @Test
  void theOldPasswordCannotBeGuessedFromASession() {
    for (int i = 0; i < 3; i++) {
      change(ada, "wrong", NEW);
    }

    assertThat(change(ada, PASSWORD, NEW).refusal()).contains(AccountRefusal.THROTTLED);
  }

  @Test
  void theLanguageIsOneOfFour() {
    ChangeLanguage language = house.get(ChangeLanguage.class);

    assertThat(language.change(ada, Locale.GERMANY, HOME).done()).isTrue();
    assertThat(house.stored(house.ada).language()).isEqualTo(Locale.GERMAN);
    assertThat(language.change(ada, Locale.JAPANESE, HOME).refusal())
        .contains(AccountRefusal.UNKNOWN_LANGUAGE);
  }

  @Test
  void aHalfSessionSeesAndChangesNothing() {
    SessionView half = house.halfSignedIn(house.ada);

    assertThat(house.get(ListOwnContactPoints.class).list(half)).isEmpty();
    assertThat(change(half, PASSWORD, NEW).refusal()).contains(AccountRefusal.WRONG_STEP);
    assertThat(house.get(ChangeLanguage.class).change(half, Locale.FRENCH, HOME).refusal())
        .contains(AccountRefusal.WRONG_STEP);
  }

  private ContactPointId added(String address) {
    return house
        .get(AddContactPoint.class)
        .add(ada, ContactPoint.Kind.EMAIL, address, Locale.GERMANY, HOME)
        .fold(AddContactOutcome.Added::id, refused -> fail(refused.reason()));
  }

  private ContactPointId addedNumber(String number) {
    return house
        .get(AddContactPoint.class)
        .add(ada, ContactPoint.Kind.PHONE, number, Locale.GERMANY, HOME)
        .fold(AddContactOutcome.Added::id, refused -> fail(refused.reason()));
  }

  private Optional<AccountRefusal> addNumber(String number) {
    return house
        .get(AddContactPoint.class)
        .add(ada, ContactPoint.Kind.PHONE, number, Locale.GERMANY, HOME)
        .fold(added -> Optional.empty(), refused -> Optional.of(refused.reason()));
  }

  private String textedCode() {
    String text = memory.outbox.messages("contact-confirmation-text").get(0).body().revealText();
    return text.substring(0, IssuedCode.DIGITS);
  }

  private static ContactPointId fail(AccountRefusal reason) {
    throw new AssertionError("refused: " + reason);
  }

  private Optional<AccountRefusal> add(String address) {
    return house
        .get(AddContactPoint.class)
        .add(ada, ContactPoint.Kind.EMAIL, address, Locale.GERMANY, HOME)
        .fold(added -> Optional.empty(), refused -> Optional.of(refused.reason()));
  }

  private AccountChange confirm(ContactPointId id, String code) {
    return house.get(ConfirmContactPoint.class).confirm(ada, id, code, HOME);
  }

  private AccountChange remove(ContactPointId id) {
    return house.get(RemoveContactPoint.class).remove(ada, id, HOME);
  }

  private AccountChange change(SessionView view, String old, String replacement) {
    return house
        .get(ChangeOwnPassword.class)
        .change(view, Secret.ofText(old), Secret.ofText(replacement), HOME);
  }

  private String code(String address) {
    return house.lastCodeMailed("contact-confirmation-code", address);
  }

  private ContactPointView view(ContactPointId id) {
    List<ContactPointView> views = house.get(ListOwnContactPoints.class).list(ada);
    return views.stream().filter(contact -> contact.id().equals(id)).findFirst().orElseThrow();
  }

  private SessionView again(boolean confirmed, boolean probation) {
    return new SessionView(
        ada.id(),
        ada.account(),
        ada.organisation(),
        ada.organisationName(),
        ada.level(),
        ada.signInName(),
        ada.displayName(),
        ada.language(),
        ada.roles(),
        confirmed,
        probation);
  }
}
