package org.sparekey.application.port;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sparekey.domain.audit.AuditEntry;
import org.sparekey.domain.shared.AuditEntryId;

/** Reads the log. */
public interface AuditReader {

  /**
   * A page, latest first.
   *
   * @param before the last entry of the page before; entries older than it follow
   * @param limit at most this many, 1 to 500
   */
  List<AuditEntry> page(AuditQuery query, Optional<AuditEntryId> before, int limit);

  /**
   * Gives every entry up to {@code last} to the sink, oldest first, in pages: memory does not grow
   * with their number. Returns how many there were.
   */
  long stream(AuditQuery query, AuditEntryId last, Consumer<? super AuditEntry> sink);
}
