package org.sparekey.application.support;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Predicate;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Origin;

/**
 * The door before everything that staff read: a full sign-in and a role. Who is turned away stands
 * in the log (PCI DSS 10.2.1.2, attacks row 7).
 */
@Dependent
public class StaffAccess {

  private final AuditLog audit;

  @Inject
  public StaffAccess(AuditLog audit) {
    this.audit = audit;
  }

  /** Why this person may not use the right; empty when it is there. */
  public Optional<StaffRefusal> obstacle(SessionView staff, Predicate<StaffRole> right) {
    if (staff.level() != Session.Level.FULL) {
      return Optional.of(StaffRefusal.NOT_SIGNED_IN);
    }
    return staff.roles().stream().anyMatch(right)
        ? Optional.empty()
        : Optional.of(StaffRefusal.ROLE_MISSING);
  }

  /**
   * Refuses and says so in the log of the person's own organisation.
   *
   * @param act the code of what was tried
   * @param target public id of what it was tried on, when there was one
   */
  public <T> StaffAnswer<T> refuse(
      SessionView staff, AuditCode act, Optional<String> target, StaffRefusal why, Origin origin) {
    audit.record(
        fact(AuditCode.STAFF_REFUSED, staff, origin)
            .refused(why.code())
            .with(target.map(id -> act.code() + " " + id).orElse(act.code())));
    return new StaffAnswer.Refused<>(why);
  }

  /** A fact by this person within the own organisation. */
  public AuditDraft fact(AuditCode code, SessionView staff, Origin origin) {
    Actor actor =
        staff.roles().isEmpty() ? Actor.owner(staff.account()) : Actor.staff(staff.account());
    return AuditDraft.of(code, actor, origin).within(staff.organisation());
  }
}
