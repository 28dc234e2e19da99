package org.sparekey.application.support;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.Outcome;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.AuditEntryId;
import org.sparekey.domain.shared.RecoveryId;

/**
 * What happened to an account, latest first; who merely looked at it is left to the audit log.
 *
 * @param next what to give as {@code before} for older events; empty when there are none
 */
public record Timeline(List<Event> events, Optional<AuditEntryId> next) {

  /** Copies the list. */
  public Timeline {
    events = List.copyOf(events);
  }

  /**
   * One event.
   *
   * @param reason stable code of a refusal or of the cause
   * @param actorName sign-in name of the member of staff who did it
   * @param device name of the device of the factor meant
   * @param policy policy key and version, "standard/1"
   * @param detail further stable words
   * @param sourceAddress where the request came from
   */
  public record Event(
      AuditEntryId id,
      Instant at,
      AuditCode code,
      Outcome outcome,
      Optional<String> reason,
      Actor.Kind actor,
      Optional<String> actorName,
      Optional<String> factorKind,
      Optional<String> device,
      Optional<RecoveryId> recovery,
      Optional<String> policy,
      Optional<String> detail,
      String sourceAddress) {}
}
