package org.sparekey.application.port;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.Outcome;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.OrganisationId;

/**
 * Which entries are asked for; every filter narrows.
 *
 * @param organisation always one: nobody reads another organisation's log (attacks row 35)
 * @param from first instant, included
 * @param to last instant, excluded
 * @param codes empty for all
 */
public record AuditQuery(
    OrganisationId organisation,
    Optional<Instant> from,
    Optional<Instant> to,
    Set<AuditCode> codes,
    Optional<AccountId> actor,
    Optional<AccountId> subject,
    Optional<Outcome> outcome) {

  /** Copies the codes. */
  public AuditQuery {
    codes = Set.copyOf(codes);
  }
}
