package org.sparekey.application.recoverycontact;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.RecoveryContactRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.recoverycontact.RecoveryContact;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryContactId;

/** What the use cases about the own recovery contacts have in common. */
@Step
class OwnRecoveryContacts {

  private final SessionViews views;
  private final RecoveryContactRepository contacts;
  private final AuditLog audit;

  @Inject
  OwnRecoveryContacts(SessionViews views, RecoveryContactRepository contacts, AuditLog audit) {
    this.views = views;
    this.contacts = contacts;
    this.audit = audit;
  }

  /** Why this session must not change who can vouch for the account. */
  Optional<RecoveryContactRefusal> guard(SessionView view) {
    if (!view.signedIn() || views.current(view).isEmpty()) {
      return Optional.of(RecoveryContactRefusal.WRONG_STEP);
    }
    if (view.onProbation()) {
      return Optional.of(RecoveryContactRefusal.ON_PROBATION);
    }
    return view.recentlyConfirmed()
        ? Optional.empty()
        : Optional.of(RecoveryContactRefusal.NEEDS_CONFIRMATION);
  }

  /** Those that the owner sees, in the order in which they were first invited. */
  List<RecoveryContact.Listed> listed(AccountId owner) {
    return contacts.ofAccount(owner).stream()
        .filter(RecoveryContact.Listed.class::isInstance)
        .map(RecoveryContact.Listed.class::cast)
        .toList();
  }

  /** One of them; somebody else's is as unknown as nobody's (attacks row 35). */
  Optional<RecoveryContact.Listed> find(SessionView view, RecoveryContactId id) {
    return listed(view.account()).stream().filter(contact -> contact.id().equals(id)).findFirst();
  }

  /** Whether the policy has no place for one more. */
  static boolean full(List<RecoveryContact.Listed> listed, int places) {
    return listed.stream().filter(RecoveryContact::takesPlace).count() >= places;
  }

  /** States that it was done. */
  void done(AuditCode code, SessionView view, Origin origin) {
    audit.record(draft(code, view, origin));
  }

  /** States that it was refused. */
  void refused(AuditCode code, SessionView view, RecoveryContactRefusal reason, Origin origin) {
    audit.record(draft(code, view, origin).refused(reason.code()));
  }

  private static AuditDraft draft(AuditCode code, SessionView view, Origin origin) {
    return AuditDraft.of(code, Actor.owner(view.account()), origin)
        .about(view.account(), view.organisation());
  }
}
