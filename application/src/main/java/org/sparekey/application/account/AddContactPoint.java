package org.sparekey.application.account;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.MailAddresses;
import org.sparekey.application.port.PhoneNumbers;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;

/**
 * Adds a mail address, to which a code goes at once, or the number of a phone that can be texted.
 * The confirmed addresses hear of it: a thief adds his own first (attacks row 5).
 */
@UseCase
public class AddContactPoint {

  private static final int MOST = 10;

  private final OwnAccount own;
  private final SessionViews views;
  private final AccountRepository accounts;
  private final ContactPointRepository contacts;
  private final ContactCodes codes;
  private final MailAddresses addresses;
  private final PhoneNumbers numbers;
  private final Notices notices;
  private final IdSource ids;
  private final InstantSource clock;

  @Inject
  public AddContactPoint(
      OwnAccount own,
      SessionViews views,
      AccountRepository accounts,
      ContactPointRepository contacts,
      ContactCodes codes,
      MailAddresses addresses,
      PhoneNumbers numbers,
      Notices notices,
      IdSource ids,
      InstantSource clock) {
    this.own = own;
    this.views = views;
    this.accounts = accounts;
    this.contacts = contacts;
    this.codes = codes;
    this.addresses = addresses;
    this.numbers = numbers;
    this.notices = notices;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Reads and adds it.
   *
   * @param region whose national form a phone number may have
   */
  public AddContactOutcome add(
      SessionView view, ContactPoint.Kind kind, String typed, Locale region, Origin origin) {
    accounts.lock(view.account());
    Optional<AccountRefusal> guarded = own.guard(view);
    if (guarded.isPresent()) {
      return refused(view, guarded.get(), origin);
    }
    Optional<String> value =
        switch (kind) {
          case EMAIL -> addresses.canonical(typed);
          case PHONE -> numbers.canonical(typed, region);
        };
    if (value.isEmpty()) {
      return refused(
          view,
          kind == ContactPoint.Kind.EMAIL ? AccountRefusal.BAD_ADDRESS : AccountRefusal.BAD_NUMBER,
          origin);
    }
    Optional<AccountRefusal> useless =
        kind == ContactPoint.Kind.PHONE ? codes.unusable(value.get()) : Optional.empty();
    if (useless.isPresent()) {
      return refused(view, useless.get(), origin);
    }
    List<ContactPoint> present =
        contacts.ofAccount(view.account()).stream()
            .filter(contact -> contact.removedAt().isEmpty())
            .toList();
    if (present.stream().anyMatch(contact -> contact.value().equalsIgnoreCase(value.get()))) {
      return refused(view, AccountRefusal.ALREADY_ADDED, origin);
    }
    if (present.size() >= MOST) {
      return refused(view, AccountRefusal.TOO_MANY_CONTACTS, origin);
    }
    return kind == ContactPoint.Kind.EMAIL && !codes.mayMail(view.account())
        ? refused(view, AccountRefusal.TOO_MANY_MAILS, origin)
        : add(view, kind, value.get(), origin);
  }

  private AddContactOutcome add(
      SessionView view, ContactPoint.Kind kind, String value, Origin origin) {
    Account owner = views.account(view);
    ContactPoint contact =
        new ContactPoint(
            new ContactPointId(ids.next()),
            owner.id(),
            kind,
            value,
            Moments.storable(clock.instant()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    contacts.add(contact);
    if (kind == ContactPoint.Kind.EMAIL) {
      codes.mail(owner, contact, origin);
    }
    own.done(AuditCode.CONTACT_ADDED, view, origin, kind.code());
    notices.tellOwner(owner, NoticeKind.CONTACT_ADDED, Map.of("contact", value), origin);
    return new AddContactOutcome.Added(contact.id());
  }

  private AddContactOutcome refused(SessionView view, AccountRefusal reason, Origin origin) {
    own.refused(AuditCode.CONTACT_ADDED, view, reason, origin);
    return new AddContactOutcome.Refused(reason);
  }
}
