package org.sparekey.application.time;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.sparekey.application.Step;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Origin;

/** Says in each organisation's log that its clock is put forward. */
@Step
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class NoteMovedClock {

  private final OrganisationRepository organisations;
  private final AuditLog audit;

  @Inject
  public NoteMovedClock(OrganisationRepository organisations, AuditLog audit) {
    this.organisations = organisations;
    this.audit = audit;
  }

  void note(Duration by) {
    for (Organisation organisation : organisations.all()) {
      audit.record(
          AuditDraft.of(AuditCode.CLOCK_MOVED, Actor.system(), Origin.internal())
              .within(organisation.id())
              .with("forward by " + by));
    }
  }
}
