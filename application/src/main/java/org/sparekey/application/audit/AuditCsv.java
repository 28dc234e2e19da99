package org.sparekey.application.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.audit.AuditEntry;

/**
 * Audit entries as CSV (RFC 4180, UTF-8, a header row); new columns are only ever added at the end.
 */
final class AuditCsv {

  /** The columns, in their order for ever. */
  static final List<String> COLUMNS =
      List.of(
          "id",
          "time",
          "code",
          "outcome",
          "reason",
          "actor_kind",
          "actor",
          "subject",
          "organisation",
          "factor_kind",
          "factor",
          "recovery",
          "policy",
          "detail",
          "source_address",
          "user_agent",
          "browser");

  /** The code of the last line, which no entry has. */
  static final String COMPLETE = "export-complete";

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private final CsvWriter csv;

  /** Entries come in the order of time: most share their second with the one before. */
  private long second = Long.MIN_VALUE;

  private String secondText = "";

  AuditCsv(OutputStream out) {
    csv = CsvWriter.builder().build(out, UTF_8);
    csv.writeRecord(COLUMNS);
  }

  void write(AuditEntry entry) {
    AuditDraft what = entry.what();
    csv.writeRecord()
        .writeField(entry.id().toString())
        .writeField(time(entry.at()))
        .writeField(what.code().code())
        .writeField(what.outcome().code())
        .writeField(cell(what.reason()))
        .writeField(what.actor().kind().code())
        .writeField(id(what.actor().account()))
        .writeField(id(what.subject()))
        .writeField(id(what.organisation()))
        .writeField(cell(what.factorKind()))
        .writeField(id(what.factor()))
        .writeField(id(what.recovery()))
        .writeField(cell(what.policy()))
        .writeField(cell(what.detail()))
        .writeField(FormulaSafe.cell(what.origin().sourceAddress()))
        .writeField(FormulaSafe.cell(what.origin().userAgent()))
        .writeField(id(what.origin().browser()))
        .endRecord();
  }

  /**
   * The last line: who has it has all of the export. It has the cells of an entry: the id of the
   * export's own entry, {@link #COMPLETE} as its code, and how many entries there were.
   */
  void close(AuditEntry export, long rows) {
    csv.writeRecord()
        .writeField(export.id().toString())
        .writeField(time(export.at()))
        .writeField(COMPLETE)
        .writeField("")
        .writeField("")
        .writeField("")
        .writeField("")
        .writeField("")
        .writeField(id(export.what().organisation()))
        .writeField("")
        .writeField("")
        .writeField("")
        .writeField("")
        .writeField("rows " + rows)
        .writeField("")
        .writeField("")
        .writeField("")
        .endRecord();
  }

  void flush() throws IOException {
    csv.flush();
  }

  private static String cell(Optional<String> text) {
    return text.isPresent() ? FormulaSafe.cell(text.get()) : "";
  }

  private static String id(Optional<?> id) {
    return id.isPresent() ? id.get().toString() : "";
  }

  /** ISO 8601, UTC, always six places: texts sort as times do. */
  private String time(Instant at) {
    if (at.getEpochSecond() != second) {
      second = at.getEpochSecond();
      secondText = SECOND.format(at);
    }
    String micros = Integer.toString(at.getNano() / 1_000);
    return secondText + "." + "000000".substring(micros.length()) + micros + "Z";
  }
}
