package org.sparekey.domain.audit;

import java.time.Instant;
import org.sparekey.domain.shared.AuditEntryId;

/**
 * A fact in the audit log.
 *
 * @param id sorts by time of recording
 * @param at UTC, to the microsecond (ASVS 16.2.2)
 */
public record AuditEntry(AuditEntryId id, Instant at, AuditDraft what) {}
