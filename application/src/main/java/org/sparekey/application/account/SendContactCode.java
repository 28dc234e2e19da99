package org.sparekey.application.account;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.Origin;

/** Sends a code to an address or number that waits to be confirmed. */
@UseCase
public class SendContactCode {

  private final OwnAccount own;
  private final SessionViews views;
  private final ContactPointRepository contacts;
  private final ContactCodes codes;

  @Inject
  public SendContactCode(
      OwnAccount own, SessionViews views, ContactPointRepository contacts, ContactCodes codes) {
    this.own = own;
    this.views = views;
    this.contacts = contacts;
    this.codes = codes;
  }

  /** The failure counter of the codes stays as it is (attacks row 13). */
  public AccountChange send(SessionView view, ContactPointId id, Origin origin) {
    Optional<AccountRefusal> guarded = own.guard(view);
    if (guarded.isPresent()) {
      return own.refused(AuditCode.CONTACT_CODE_SENT, view, guarded.get(), origin);
    }
    Optional<ContactPoint> contact =
        contacts
            .find(id)
            .filter(found -> found.account().equals(view.account()))
            .filter(found -> found.removedAt().isEmpty());
    if (contact.isEmpty()) {
      return own.refused(AuditCode.CONTACT_CODE_SENT, view, AccountRefusal.UNKNOWN_CONTACT, origin);
    }
    if (contact.get().confirmedAt().isPresent()) {
      return own.refused(
          AuditCode.CONTACT_CODE_SENT, view, AccountRefusal.ALREADY_CONFIRMED, origin);
    }
    return codes
        .send(views.account(view), contact.get(), origin)
        .map(reason -> own.refused(AuditCode.CONTACT_CODE_SENT, view, reason, origin))
        .orElseGet(
            () -> own.done(AuditCode.CONTACT_CODE_SENT, view, origin, contact.get().kind().code()));
  }
}
