package org.sparekey.application.audit;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.application.port.SignsOfLife;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;

/**
 * Says in each organisation's log when a node begins to write it, and when it ends in order (PCI
 * DSS 10.2.1.6). A node that is killed, or whose database is gone before it is told, writes no end:
 * so each beginning names the last sign of life of any node, and says when nobody watched for long
 * or the clock has gone back since (attacks row 33).
 */
@UseCase
public class MarkAuditing {

  private final OrganisationRepository organisations;
  private final SignsOfLife signs;
  private final AuditLog audit;
  private final InstantSource clock;

  @Inject
  public MarkAuditing(
      OrganisationRepository organisations,
      SignsOfLife signs,
      AuditLog audit,
      InstantSource clock) {
    this.organisations = organisations;
    this.signs = signs;
    this.audit = audit;
    this.clock = clock;
  }

  /** {@code started} at the start of a node, not at its end. */
  public void mark(boolean started) {
    Optional<Instant> last = started ? signs.last() : Optional.empty();
    AuditCode code = started ? AuditCode.AUDIT_STARTED : AuditCode.AUDIT_STOPPED;
    for (Organisation organisation : organisations.all()) {
      AuditDraft mark =
          AuditDraft.of(code, Actor.system(), Origin.internal()).within(organisation.id());
      audit.record(last.map(sign -> since(mark, sign)).orElse(mark));
    }
    if (!started) {
      signs.note(Moments.storable(clock.instant()));
    }
  }

  private AuditDraft since(AuditDraft mark, Instant sign) {
    Instant now = clock.instant();
    AuditDraft named = mark.with("last sign of life " + sign);
    return now.isBefore(sign)
        ? named.because("clock-went-back")
        : now.isAfter(sign.plus(SignsOfLife.LONG_PAUSE)) ? named.because("long-pause") : named;
  }
}
