package org.sparekey.application.audit;

import java.util.List;
import java.util.Optional;
import org.sparekey.domain.shared.AuditEntryId;

/**
 * Entries, latest first.
 *
 * @param next what to give as {@code before} for older ones; empty on the last page
 */
public record AuditPage(List<AuditLine> lines, Optional<AuditEntryId> next) {

  /** Copies the list. */
  public AuditPage {
    lines = List.copyOf(lines);
  }
}
