package org.sparekey.application.audit;

import java.util.Optional;
import org.sparekey.domain.audit.AuditEntry;

/**
 * An entry as auditors see it.
 *
 * @param actorName present sign-in name of who did it
 * @param subjectName present sign-in name of whom it was done to
 */
public record AuditLine(
    AuditEntry entry, Optional<String> actorName, Optional<String> subjectName) {}
