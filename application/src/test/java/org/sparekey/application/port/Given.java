package org.sparekey.application.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.KnownBrowser;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorDetails;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.ShippedPolicies;
import org.sparekey.domain.recovery.Lost;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryDetails;
import org.sparekey.domain.recoverycontact.PersonName;
import org.sparekey.domain.recoverycontact.RecoveryContact;
import org.sparekey.domain.recoverycontact.RecoveryContactDetails;
import org.sparekey.domain.recoverycontact.Vouching;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.BrowserId;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.RecoveryContactId;
import org.sparekey.domain.shared.RecoveryId;
import org.sparekey.domain.shared.SessionId;

/** What a test needs to be there before; every call makes something new. */
final class Given {

  static final PolicyVersion POLICY = ShippedPolicies.standard().version();

  /** What any text of a person may hold. */
  static final String UNICODE = "Zoë Ωmega 山田太郎 🔑 'quoted' \"x\" \\ %_! \u202E";

  private final House house;

  Given(House house) {
    this.house = house;
    house.transact(
        () -> {
          if (house.policies().find(POLICY).isEmpty()) {
            house.policies().publish(ShippedPolicies.standard(), now());
          }
        });
  }

  Instant now() {
    return house.clock().instant();
  }

  UUID id() {
    return house.ids().next();
  }

  /** 64 hexadecimal digits. */
  String hash() {
    return (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
  }

  Organisation organisation() {
    Organisation organisation =
        new Organisation(
            new OrganisationId(id()),
            "Organisation " + UNICODE,
            "standard",
            "standard",
            PasswordResetRule.MAILBOX_AND_FACTOR);
    house.transact(() -> house.organisations().add(organisation));
    return organisation;
  }

  Account account() {
    return account(organisation(), "owner-" + hash(), UNICODE);
  }

  Account account(Organisation organisation, String signInName, String displayName) {
    Account account =
        new Account(
            new AccountId(id()),
            organisation.id(),
            SignInName.parse(signInName).orElseThrow(),
            displayName,
            Locale.GERMANY,
            Set.of(),
            now(),
            Optional.empty());
    house.transact(() -> house.accounts().add(account));
    return account;
  }

  ContactPoint unconfirmed(Account account, String address) {
    ContactPoint contactPoint =
        new ContactPoint(
            new ContactPointId(id()),
            account.id(),
            ContactPoint.Kind.EMAIL,
            address,
            now(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    house.transact(() -> house.contactPoints().add(contactPoint));
    return contactPoint;
  }

  ContactPoint confirmed(Account account, String address) {
    ContactPoint contactPoint = unconfirmed(account, address).confirmed(now(), Duration.ofDays(3));
    house.transact(() -> house.contactPoints().save(contactPoint));
    return contactPoint;
  }

  KnownBrowser browser(Account account) {
    KnownBrowser browser =
        new KnownBrowser(
            new BrowserId(id()),
            account.id(),
            hash(),
            now(),
            now(),
            UNICODE,
            Optional.empty(),
            Optional.empty());
    house.transact(() -> house.browsers().add(browser));
    return browser;
  }

  Session session(Account account) {
    Session session =
        new Session(
            new SessionId(id()),
            account.id(),
            Session.Level.PASSWORD,
            hash(),
            now(),
            now(),
            Optional.empty(),
            Optional.empty(),
            "2001:db8::1",
            UNICODE,
            Optional.empty());
    house.transact(() -> house.sessions().add(session));
    return session;
  }

  Factor.Pending pendingFactor(Account account) {
    Factor.Pending factor =
        new Factor.Pending(
            new FactorDetails(
                new FactorId(id()),
                account.id(),
                FactorKind.TOTP,
                DeviceName.parse("Pixel 8 🔑").orElseThrow(),
                now()),
            "session:" + id(),
            now().plus(Duration.ofMinutes(10)));
    house.transact(
        () -> {
          house.factors().add(factor);
          house.factors().keepSeed(factor.id(), "k1:sealed");
        });
    return factor;
  }

  RecoveryDetails details(Optional<AccountId> account) {
    return new RecoveryDetails(
        new RecoveryId(id()),
        account,
        account.map(AccountId::toString).orElseGet(this::hash),
        POLICY,
        hash(),
        now(),
        now().plus(Duration.ofHours(24)),
        Lost.unsaid(),
        Optional.empty(),
        0,
        Optional.empty());
  }

  Recovery.Requested recovery(Account account) {
    Recovery.Requested recovery = new Recovery.Requested(details(Optional.of(account.id())));
    house.transact(() -> house.recoveries().add(recovery));
    return recovery;
  }

  RecoveryContact.Invited invitation(Account owner) {
    return RecoveryContact.Invited.now(
        new RecoveryContactDetails(
            new RecoveryContactId(id()),
            owner.id(),
            new PersonName(UNICODE),
            "somebody@example.org",
            new PersonName(UNICODE),
            Locale.GERMANY,
            hash(),
            now()));
  }

  RecoveryContact.Invited invited(Account owner) {
    RecoveryContact.Invited contact = invitation(owner);
    house.transact(() -> house.recoveryContacts().add(contact));
    return contact;
  }

  Vouching.Details asked(Recovery recovery, RecoveryContact contact) {
    return new Vouching.Details(recovery.id(), contact.id(), hash(), now());
  }

  static <T> List<T> reversed(List<T> list) {
    List<T> reversed = new java.util.ArrayList<>(list);
    java.util.Collections.reverse(reversed);
    return reversed;
  }
}
