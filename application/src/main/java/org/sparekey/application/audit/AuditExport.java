package org.sparekey.application.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.sparekey.application.port.AuditQuery;
import org.sparekey.application.port.AuditReader;
import org.sparekey.domain.audit.AuditEntry;
import org.sparekey.domain.shared.AuditEntryId;

/**
 * An export that was allowed and recorded. Its own entry is its upper bound: whatever is written to
 * the log while it runs stays out, so that it ends, and can be made again.
 */
public final class AuditExport {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final AuditReader reader;
  private final AuditQuery query;
  private final AuditEntry own;

  AuditExport(AuditReader reader, AuditQuery query, AuditEntry own) {
    this.reader = reader;
    this.query = query;
    this.own = own;
  }

  /** The entry that records this export, and the last one that can be in it. */
  public AuditEntryId entry() {
    return own.id();
  }

  /** When it was allowed. */
  public Instant at() {
    return own.at();
  }

  /** A name for the file: digits, small letters, hyphens and a dot. */
  public String fileName() {
    return "sparekey-audit-" + STAMP.format(own.at().truncatedTo(ChronoUnit.SECONDS)) + ".csv";
  }

  /**
   * Writes the rows as CSV, oldest first, as they are read: memory does not grow with their number.
   * The last line names this export and says how many entries came before it: an export without it
   * broke off. Flushes the stream and leaves it open.
   *
   * @return how many entries were written
   * @throws IOException when the receiver is gone
   */
  public long writeTo(OutputStream out) throws IOException {
    AuditCsv csv = new AuditCsv(out);
    try {
      long rows = reader.stream(query, own.id(), csv::write);
      csv.close(own, rows);
      csv.flush();
      return rows;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
