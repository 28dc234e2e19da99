package org.sparekey.application.audit;

import jakarta.inject.Inject;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Origin;

/**
 * Says in each organisation's log when a node begins to write it, and when it ends in order (PCI
 * DSS 10.2.1.6): a beginning without an end before it is a stop that nobody could write down.
 */
@UseCase
public class MarkAuditing {

  private final OrganisationRepository organisations;
  private final AuditLog audit;

  @Inject
  public MarkAuditing(OrganisationRepository organisations, AuditLog audit) {
    this.organisations = organisations;
    this.audit = audit;
  }

  /** {@code started} at the start of a node, not at its end. */
  public void mark(boolean started) {
    AuditCode code = started ? AuditCode.AUDIT_STARTED : AuditCode.AUDIT_STOPPED;
    for (Organisation organisation : organisations.all()) {
      audit.record(
          AuditDraft.of(code, Actor.system(), Origin.internal()).within(organisation.id()));
    }
  }
}
