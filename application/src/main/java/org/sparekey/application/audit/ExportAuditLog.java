package org.sparekey.application.audit;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.AuditReader;
import org.sparekey.application.port.RateLimit;
import org.sparekey.application.port.RateLimits;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.support.StaffAccess;
import org.sparekey.application.support.StaffAnswer;
import org.sparekey.application.support.StaffRefusal;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditEntry;
import org.sparekey.domain.shared.Origin;

/**
 * Allows an export of the own organisation's log and records it before the first row leaves: a
 * reader who breaks off the stream has been seen all the same (PCI DSS 10.2.1.3, attacks row 38).
 */
@UseCase
public class ExportAuditLog {

  private final AuditReader reader;
  private final AuditNames names;
  private final AuditLog audit;
  private final RateLimits limits;
  private final StaffAccess access;

  @Inject
  ExportAuditLog(
      AuditReader reader, AuditNames names, AuditLog audit, RateLimits limits, StaffAccess access) {
    this.reader = reader;
    this.names = names;
    this.audit = audit;
    this.limits = limits;
    this.access = access;
  }

  /** Prepares the export; nothing is read until it is written to a stream. */
  public StaffAnswer<AuditExport> export(SessionView staff, AuditFilter filter, Origin origin) {
    Optional<StaffRefusal> obstacle =
        access
            .obstacle(staff, StaffRole::mayReadAuditLog)
            .or(
                () ->
                    staff.onProbation() ? Optional.of(StaffRefusal.ON_PROBATION) : Optional.empty())
            .or(
                () ->
                    limits.trySpend(RateLimit.EXPORTS_BY_STAFF, staff.account().toString())
                        ? Optional.empty()
                        : Optional.of(StaffRefusal.TOO_MANY_EXPORTS));
    if (obstacle.isPresent()) {
      return access.refuse(
          staff, AuditCode.AUDIT_EXPORTED, Optional.empty(), obstacle.get(), origin);
    }
    AuditEntry own =
        audit.record(
            access
                .fact(AuditCode.AUDIT_EXPORTED, staff, origin)
                .with((filter.words() + "csv").strip()));
    return new StaffAnswer.Granted<>(
        new AuditExport(reader, names.query(filter, staff.organisation()), own));
  }
}
