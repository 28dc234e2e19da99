package org.sparekey.application.account;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.PolicyOfAccount;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.MailedCodes;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.delivery.TextedCodes;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.application.port.Reservation;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.application.port.ThrottleRepository;
import org.sparekey.application.signin.ProofBudget;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.challenge.CodePurpose;
import org.sparekey.domain.challenge.IssuedCode;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Confirms a mail address or a phone number by the code that was sent there; it cools off before a
 * recovery (attacks rows 4 and 5).
 */
@UseCase
public class ConfirmContactPoint {

  private final OwnAccount own;
  private final SessionViews views;
  private final ContactPointRepository contacts;
  private final MailedCodes codes;
  private final TextedCodes texted;
  private final ThrottleRepository throttles;
  private final ProofBudget budget;
  private final Notices notices;
  private final PolicyOfAccount policies;
  private final SiteSettings site;
  private final InstantSource clock;

  @Inject
  public ConfirmContactPoint(
      OwnAccount own,
      SessionViews views,
      ContactPointRepository contacts,
      MailedCodes codes,
      TextedCodes texted,
      ThrottleRepository throttles,
      ProofBudget budget,
      Notices notices,
      PolicyOfAccount policies,
      SiteSettings site,
      InstantSource clock) {
    this.own = own;
    this.views = views;
    this.contacts = contacts;
    this.codes = codes;
    this.texted = texted;
    this.throttles = throttles;
    this.budget = budget;
    this.notices = notices;
    this.policies = policies;
    this.site = site;
    this.clock = clock;
  }

  /** Checks and spends the code. */
  public AccountChange confirm(SessionView view, ContactPointId id, String typed, Origin origin) {
    if (view.level() == Session.Level.REMEMBERED) {
      return refused(view, AccountRefusal.NEEDS_CONFIRMATION, Optional.empty(), origin);
    }
    if (!view.full() || views.current(view).isEmpty()) {
      return refused(view, AccountRefusal.WRONG_STEP, Optional.empty(), origin);
    }
    if (view.onProbation()) {
      return refused(view, AccountRefusal.ON_PROBATION, Optional.empty(), origin);
    }
    Optional<ContactPoint> contact =
        contacts
            .find(id)
            .filter(found -> found.account().equals(view.account()))
            .filter(found -> found.removedAt().isEmpty());
    if (contact.isEmpty()) {
      return refused(view, AccountRefusal.UNKNOWN_CONTACT, Optional.empty(), origin);
    }
    if (contact.get().confirmedAt().isPresent()) {
      return refused(view, AccountRefusal.ALREADY_CONFIRMED, Optional.empty(), origin);
    }
    Optional<Secret> code = codes.read(typed);
    if (code.isEmpty()) {
      return refused(view, AccountRefusal.MALFORMED_CODE, Optional.empty(), origin);
    }
    return check(view, contact.get(), code.get(), origin);
  }

  private AccountChange check(SessionView view, ContactPoint contact, Secret code, Origin origin) {
    if (budget.exhausted(origin)) {
      return refused(view, AccountRefusal.SOURCE_EXHAUSTED, Optional.empty(), origin);
    }
    Instant now = clock.instant();
    ThrottleKey key =
        new ThrottleKey(ThrottledMethod.CONTACT_CODE, view.account().toString(), ThrottleKey.ANY);
    Reservation reservation = throttles.reserve(key, now);
    Optional<Instant> retryAt = reservation.throttle().blockedUntil().filter(now::isBefore);
    if (!reservation.granted()) {
      return refused(view, AccountRefusal.THROTTLED, retryAt, origin);
    }
    Optional<IssuedCode> issued =
        codes
            .find(
                CodePurpose.CONTACT_CONFIRMATION,
                ContactCodes.flow(contact.id()),
                view.account(),
                code)
            .filter(found -> found.contactPoint().equals(contact.id()))
            .filter(codes::spend);
    if (issued.isEmpty()) {
      budget.failed(origin);
      return refused(view, AccountRefusal.WRONG_CODE, retryAt, origin);
    }
    throttles.clear(key);
    texted.used(issued.get());
    Account owner = views.account(view);
    contacts.save(contact.confirmed(Moments.storable(now), coolOff(owner)));
    notices.tellOwner(
        owner, NoticeKind.CONTACT_CONFIRMED, Map.of("contact", contact.value()), origin);
    return own.done(AuditCode.CONTACT_CONFIRMED, view, origin, contact.kind().code());
  }

  /** As the site or the owner's policy asks, whichever is longer. */
  private Duration coolOff(Account owner) {
    Duration ofPolicy = policies.of(owner).rules().contactCoolOff();
    return ofPolicy.compareTo(site.contactCoolOff()) > 0 ? ofPolicy : site.contactCoolOff();
  }

  private AccountChange refused(
      SessionView view, AccountRefusal reason, Optional<Instant> retryAt, Origin origin) {
    return own.refused(AuditCode.CONTACT_CONFIRMED, view, reason, retryAt, origin);
  }
}
