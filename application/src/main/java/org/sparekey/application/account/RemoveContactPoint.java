package org.sparekey.application.account;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;

/** Takes a contact point out of use; it hears notices for a while yet (attacks row 5). */
@UseCase
public class RemoveContactPoint {

  private final OwnAccount own;
  private final SessionViews views;
  private final AccountRepository accounts;
  private final ContactPointRepository contacts;
  private final Notices notices;
  private final InstantSource clock;

  @Inject
  public RemoveContactPoint(
      OwnAccount own,
      SessionViews views,
      AccountRepository accounts,
      ContactPointRepository contacts,
      Notices notices,
      InstantSource clock) {
    this.own = own;
    this.views = views;
    this.accounts = accounts;
    this.contacts = contacts;
    this.notices = notices;
    this.clock = clock;
  }

  /** Never the last confirmed mail address: without it there is no way back in. */
  public AccountChange remove(SessionView view, ContactPointId id, Origin origin) {
    accounts.lock(view.account());
    Optional<AccountRefusal> guarded = own.guard(view);
    if (guarded.isPresent()) {
      return own.refused(AuditCode.CONTACT_REMOVED, view, guarded.get(), origin);
    }
    Optional<ContactPoint> contact =
        contacts
            .find(id)
            .filter(found -> found.account().equals(view.account()))
            .filter(found -> found.removedAt().isEmpty());
    if (contact.isEmpty()) {
      return own.refused(AuditCode.CONTACT_REMOVED, view, AccountRefusal.UNKNOWN_CONTACT, origin);
    }
    if (isLastAddress(view, contact.get())) {
      return own.refused(AuditCode.CONTACT_REMOVED, view, AccountRefusal.LAST_ADDRESS, origin);
    }
    contacts.save(contact.get().removed(Moments.storable(clock.instant())));
    notices.tellOwner(
        views.account(view),
        NoticeKind.CONTACT_REMOVED,
        Map.of("contact", contact.get().value()),
        origin);
    return own.done(AuditCode.CONTACT_REMOVED, view, origin, contact.get().kind().code());
  }

  private boolean isLastAddress(SessionView view, ContactPoint contact) {
    return isAddress(contact)
        && contacts.ofAccount(view.account()).stream()
            .noneMatch(other -> isAddress(other) && !other.id().equals(contact.id()));
  }

  private static boolean isAddress(ContactPoint contact) {
    return contact.kind() == ContactPoint.Kind.EMAIL && contact.active();
  }
}
