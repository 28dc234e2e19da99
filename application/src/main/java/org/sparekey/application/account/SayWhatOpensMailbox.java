package org.sparekey.application.account;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;

/**
 * The owner says without which device she cannot read a mailbox. That makes no recovery easier: the
 * mailbox then is no second proof beside that device. Taking it back makes it one again, which
 * takes what every change of the account takes. Either is told at every address, for it changes
 * what counts as a proof.
 */
@UseCase
public class SayWhatOpensMailbox {

  private final OwnAccount own;
  private final AccountRepository accounts;
  private final ContactPointRepository contacts;
  private final FactorRepository factors;
  private final SessionViews views;
  private final Notices notices;

  @Inject
  public SayWhatOpensMailbox(
      OwnAccount own,
      AccountRepository accounts,
      ContactPointRepository contacts,
      FactorRepository factors,
      SessionViews views,
      Notices notices) {
    this.own = own;
    this.accounts = accounts;
    this.contacts = contacts;
    this.factors = factors;
    this.views = views;
    this.notices = notices;
  }

  /**
   * Notes it.
   *
   * @param with a factor in use on that device; empty when the mailbox opens without any
   */
  public AccountChange say(
      SessionView view, ContactPointId id, Optional<FactorId> with, Origin origin) {
    accounts.lock(view.account());
    Optional<AccountRefusal> guarded = own.guard(view);
    if (guarded.isPresent()) {
      return refused(view, guarded.get(), origin);
    }
    Optional<ContactPoint> mailbox =
        contacts
            .find(id)
            .filter(found -> found.account().equals(view.account()))
            .filter(found -> found.kind() == ContactPoint.Kind.EMAIL && found.active());
    if (mailbox.isEmpty()) {
      return refused(view, AccountRefusal.UNKNOWN_CONTACT, origin);
    }
    if (with.isPresent() && with.filter(factor -> mine(view, factor)).isEmpty()) {
      return refused(view, AccountRefusal.DEVICE_NOT_IN_USE, origin);
    }
    contacts.save(mailbox.get().opening(with));
    notices.tellOwner(views.account(view), NoticeKind.CONTACT_DEPENDENCY_SAID, Map.of(), origin);
    return own.done(
        AuditCode.CONTACT_DEPENDENCY_SAID, view, origin, with.isPresent() ? "device" : "none");
  }

  private boolean mine(SessionView view, FactorId id) {
    return factors
        .find(id)
        .filter(factor -> factor.details().account().equals(view.account()))
        .flatMap(factor -> factor.asActive())
        .isPresent();
  }

  private AccountChange refused(SessionView view, AccountRefusal reason, Origin origin) {
    return own.refused(AuditCode.CONTACT_DEPENDENCY_SAID, view, reason, origin);
  }
}
