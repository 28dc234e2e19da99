package org.sparekey.application.audit;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.AuditReader;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.support.StaffAccess;
import org.sparekey.application.support.StaffAnswer;
import org.sparekey.application.support.StaffRefusal;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditEntry;
import org.sparekey.domain.shared.AuditEntryId;
import org.sparekey.domain.shared.Origin;

/** Shows entries of the own organisation's log, latest first; the search is an entry itself. */
@UseCase
public class SearchAuditLog {

  /** Entries on a page. */
  public static final int PAGE = 50;

  private final AuditReader reader;
  private final AuditNames names;
  private final AuditLog audit;
  private final StaffAccess access;

  @Inject
  SearchAuditLog(AuditReader reader, AuditNames names, AuditLog audit, StaffAccess access) {
    this.reader = reader;
    this.names = names;
    this.audit = audit;
    this.access = access;
  }

  /**
   * Shows a page (PCI DSS 10.2.1.3).
   *
   * @param before shows entries older than this one; the latest when empty
   */
  public StaffAnswer<AuditPage> search(
      SessionView staff, AuditFilter filter, Optional<AuditEntryId> before, Origin origin) {
    Optional<StaffRefusal> obstacle = access.obstacle(staff, StaffRole::mayReadAuditLog);
    if (obstacle.isPresent()) {
      return access.refuse(
          staff, AuditCode.AUDIT_SEARCHED, Optional.empty(), obstacle.get(), origin);
    }
    List<AuditEntry> found =
        reader.page(names.query(filter, staff.organisation()), before, PAGE + 1);
    List<AuditEntry> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
    audit.record(
        access
            .fact(AuditCode.AUDIT_SEARCHED, staff, origin)
            .with(filter.words() + "rows=" + shown.size()));
    return new StaffAnswer.Granted<>(
        new AuditPage(
            names.lines(shown, staff.organisation()),
            found.size() > PAGE ? Optional.of(shown.get(PAGE - 1).id()) : Optional.empty()));
  }
}
