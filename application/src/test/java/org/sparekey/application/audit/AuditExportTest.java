package org.sparekey.application.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sparekey.application.support.TwoOrganisations.ORIGIN;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sparekey.application.memory.Memory;
import org.sparekey.application.port.AuditQuery;
import org.sparekey.application.port.AuditReader;
import org.sparekey.application.port.RateLimit;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.support.StaffRefusal;
import org.sparekey.application.support.TwoOrganisations;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.audit.AuditEntry;
import org.sparekey.domain.audit.Outcome;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.AuditEntryId;
import org.sparekey.domain.shared.Origin;

class AuditExportTest {

  private final TwoOrganisations world = new TwoOrganisations();
  private final Memory memory = world.memory;
  private final AuditNames names = new AuditNames(memory.accounts);
  private final SearchAuditLog search =
      new SearchAuditLog(memory.audit, names, memory.audit, world.access);
  private final ExportAuditLog export = exportFrom(memory.audit);

  private ExportAuditLog exportFrom(AuditReader reader) {
    return new ExportAuditLog(reader, names, memory.audit, memory.rateLimits, world.access);
  }

  @Test
  void columnsAndTimesAreStable() throws IOException {
    AuditEntry bound = world.entry(AuditCode.FACTOR_BOUND, world.owner);
    String csv = csv(AuditFilter.everything());
    assertThat(csv)
        .startsWith(
            "id,time,code,outcome,reason,actor_kind,actor,subject,organisation,factor_kind,"
                + "factor,recovery,policy,detail,source_address,user_agent,browser\r\n"
                + bound.id()
                + ",");
    assertThat(records(csv).get(1).getField(1))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    assertThat(Instant.parse(records(csv).get(1).getField(1))).isEqualTo(bound.at());
  }

  /** Attacks row 32: what the network sent stays one cell, on one line, and is no formula. */
  @Test
  void anInjectedUserAgentStaysText() throws IOException {
    Origin evil = new Origin("192.0.2.1", "=cmd|' /C calc'!A0\",\"x\r\nfake,row", Optional.empty());
    memory.audit.record(
        AuditDraft.of(AuditCode.PASSWORD_CHECKED, Actor.anonymous(), evil)
            .about(world.owner.id(), world.ours.id())
            .refused("wrong-name-or-password"));
    List<CsvRecord> records = records(csv(AuditFilter.everything()));
    assertThat(records).as("header, entry, export, end").hasSize(4);
    assertThat(records.get(1).getFieldCount()).isEqualTo(AuditCsv.COLUMNS.size());
    assertThat(records.get(1).getField(15)).isEqualTo("'=cmd|' /C calc'!A0\",\"x  fake,row");
  }

  /** PCI DSS 10.2.1.3: the export is in the log, and in itself as its last row. */
  @Test
  void theExportIsRecordedBeforeItBeginsAndBoundsItself() throws IOException {
    AuditExport prepared = prepared(AuditFilter.everything());
    assertThat(world.lastEntry().id()).isEqualTo(prepared.entry());
    assertThat(world.lastEntry().what().code()).isEqualTo(AuditCode.AUDIT_EXPORTED);
    world.entry(AuditCode.FACTOR_REMOVED, world.owner);

    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(prepared.writeTo(out)).isEqualTo(1);
    List<CsvRecord> records = records(out.toString(UTF_8));
    assertThat(records.get(records.size() - 2).getField(0)).isEqualTo(prepared.entry().toString());
    assertThat(prepared.fileName()).matches("sparekey-audit-\\d{8}T\\d{6}Z\\.csv");
  }

  @Test
  void filtersNarrowAndNamesAreResolvedInTheOwnOrganisationOnly() throws IOException {
    world.entry(AuditCode.FACTOR_BOUND, world.owner);
    world.entry(AuditCode.FACTOR_BOUND, world.foreigner);
    world.entry(AuditCode.FACTOR_REMOVED, world.owner);
    assertThat(rows(filter(Set.of(AuditCode.FACTOR_BOUND), Optional.empty()))).isEqualTo(1);
    assertThat(rows(filter(Set.of(), Optional.of("JANE.DOE@example.org")))).isEqualTo(2);
    assertThat(rows(filter(Set.of(), Optional.of(world.owner.id().toString())))).isEqualTo(2);
    assertThat(rows(filter(Set.of(), Optional.of("jane.roe@example.net")))).isZero();
    assertThat(rows(filter(Set.of(), Optional.of(world.foreigner.id().toString())))).isZero();
    assertThat(rows(filter(Set.of(), Optional.of("not a name ' or 1=1")))).isZero();
    assertThat(memory.audit.entries().toString()).doesNotContain("1=1").doesNotContain("JANE");
  }

  /** Attacks rows 7 and 35. */
  @Test
  void whoIsNotComplianceStaffNeitherSearchesNorExports() {
    for (SessionView visitor : List.of(world.nobody, world.support)) {
      assertThat(export.export(visitor, AuditFilter.everything(), ORIGIN).refusal())
          .contains(StaffRefusal.ROLE_MISSING);
      assertThat(world.lastEntry().what().code()).isEqualTo(AuditCode.STAFF_REFUSED);
      assertThat(world.lastEntry().what().detail()).contains("audit.exported");
      assertThat(
              search.search(visitor, AuditFilter.everything(), Optional.empty(), ORIGIN).refusal())
          .contains(StaffRefusal.ROLE_MISSING);
      assertThat(world.lastEntry().what().code()).isEqualTo(AuditCode.STAFF_REFUSED);
    }
  }

  @Test
  void nobodyTakesTheLogAwayShortlyAfterAReset() {
    SessionView onProbation =
        world.session(
            memory.accounts.find(world.compliance.account()).orElseThrow(),
            Session.Level.FULL,
            true);
    assertThat(export.export(onProbation, AuditFilter.everything(), ORIGIN).refusal())
        .contains(StaffRefusal.ON_PROBATION);
  }

  /** Attacks row 38: a quota for each person, and every export and every refusal in the log. */
  @Test
  void exportsAreCountedAndEachIsRecorded() {
    long quota = RateLimit.EXPORTS_BY_STAFF.capacity();
    for (long i = 0; i < quota; i++) {
      prepared(AuditFilter.everything());
    }
    assertThat(export.export(world.compliance, AuditFilter.everything(), ORIGIN).refusal())
        .contains(StaffRefusal.TOO_MANY_EXPORTS);
    assertThat(memory.audit.codes().stream().filter(AuditCode.AUDIT_EXPORTED::equals).count())
        .isEqualTo(quota);
    assertThat(world.lastEntry().what().outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(world.lastEntry().what().reason()).contains("too-many-exports");
    assertThat(export.export(world.administrator, AuditFilter.everything(), ORIGIN).asGranted())
        .as("another person's budget is untouched")
        .isPresent();
  }

  @Test
  void aSearchShowsTheLatestFirstPageByPageAndIsRecorded() {
    for (int i = 0; i < 120; i++) {
      world.entry(AuditCode.PASSWORD_CHECKED, world.owner);
    }
    AuditFilter filter = filter(Set.of(AuditCode.PASSWORD_CHECKED), Optional.empty());
    AuditPage first =
        search.search(world.compliance, filter, Optional.empty(), ORIGIN).asGranted().orElseThrow();
    assertThat(first.lines()).hasSize(SearchAuditLog.PAGE);
    assertThat(first.lines().get(0).subjectName()).contains("jane.doe@example.org");
    assertThat(world.lastEntry().what().code()).isEqualTo(AuditCode.AUDIT_SEARCHED);
    assertThat(world.lastEntry().what().detail()).contains("code=signin.password rows=50");
    int seen = first.lines().size();
    for (Optional<AuditEntryId> next = first.next(); next.isPresent(); ) {
      AuditPage page =
          search.search(world.compliance, filter, next, ORIGIN).asGranted().orElseThrow();
      seen += page.lines().size();
      next = page.next();
    }
    assertThat(seen).isEqualTo(120);
  }

  /**
   * 200,000 entries, made one by one and forgotten. What has been read and not yet left as bytes is
   * counted after each: it never exceeds a fixed buffer, whatever the number of rows.
   */
  @Test
  void memoryDoesNotGrowWithTheNumberOfRows() throws IOException {
    int many = 200_000;
    Counted out = new Counted();
    AuditEntry like = world.entry(AuditCode.FACTOR_BOUND, world.owner);
    long rowLength = rowLength(like);
    long[] worst = {0};
    AuditReader endless =
        new AuditReader() {
          @Override
          public List<AuditEntry> page(AuditQuery query, Optional<AuditEntryId> before, int limit) {
            throw new AssertionError("an export reads no pages of its own");
          }

          @Override
          public long stream(
              AuditQuery query, AuditEntryId last, Consumer<? super AuditEntry> sink) {
            long rowBytes = 0;
            for (int i = 0; i < many; i++) {
              sink.accept(new AuditEntry(like.id(), like.at().plusMillis(i), like.what()));
              rowBytes += rowLength;
              worst[0] = Math.max(worst[0], rowBytes - out.bytes);
            }
            return many;
          }
        };
    long written =
        exportFrom(endless)
            .export(world.compliance, AuditFilter.everything(), ORIGIN)
            .asGranted()
            .orElseThrow()
            .writeTo(out);
    assertThat(written).isEqualTo(many);
    assertThat(out.bytes).isGreaterThan(rowLength * many);
    assertThat(worst[0]).as("bytes held back").isLessThan(64 * 1024);
    assertThat(out.largest).as("bytes handed over at once").isLessThan(64 * 1024);
    assertThat(out.closed).isFalse();
  }

  @Test
  void theLastLineNamesTheExportAndCountsTheEntries() throws IOException {
    world.entry(AuditCode.FACTOR_BOUND, world.owner);
    AuditExport prepared = prepared(AuditFilter.everything());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long rows = prepared.writeTo(out);

    List<CsvRecord> records = records(out.toString(UTF_8));
    CsvRecord last = records.get(records.size() - 1);
    assertThat(last.getFieldCount()).isEqualTo(AuditCsv.COLUMNS.size());
    assertThat(last.getField(0)).isEqualTo(prepared.entry().toString());
    assertThat(last.getField(2)).isEqualTo(AuditCsv.COMPLETE);
    assertThat(last.getField(13)).isEqualTo("rows " + rows);
    assertThat(records).hasSize((int) rows + 2);
  }

  @Test
  void anExportThatBreaksHalfwayDoesNotLookComplete() {
    AuditEntry like = world.entry(AuditCode.FACTOR_BOUND, world.owner);
    AuditReader breaking =
        new AuditReader() {
          @Override
          public List<AuditEntry> page(AuditQuery query, Optional<AuditEntryId> before, int limit) {
            return List.of();
          }

          @Override
          public long stream(
              AuditQuery query, AuditEntryId last, Consumer<? super AuditEntry> sink) {
            for (int i = 0; i < 1_000; i++) {
              sink.accept(like);
            }
            throw new IllegalStateException("the database is gone");
          }
        };
    AuditExport prepared =
        exportFrom(breaking)
            .export(world.compliance, AuditFilter.everything(), ORIGIN)
            .asGranted()
            .orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThatThrownBy(() -> prepared.writeTo(out)).isInstanceOf(IllegalStateException.class);
    assertThat(out.toString(UTF_8)).doesNotContain(AuditCsv.COMPLETE);
  }

  @Test
  void aReceiverWhoIsGoneEndsTheExport() {
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("gone");
          }
        };
    for (int i = 0; i < 100; i++) {
      world.entry(AuditCode.FACTOR_BOUND, world.owner);
    }
    AuditExport prepared = prepared(AuditFilter.everything());
    assertThatThrownBy(() -> prepared.writeTo(gone)).isInstanceOf(IOException.class);
  }

  private AuditExport prepared(AuditFilter filter) {
    return export.export(world.compliance, filter, ORIGIN).asGranted().orElseThrow();
  }

  private String csv(AuditFilter filter) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    prepared(filter).writeTo(out);
    return out.toString(UTF_8);
  }

  private long rows(AuditFilter filter) throws IOException {
    return prepared(filter).writeTo(OutputStream.nullOutputStream());
  }

  private static long rowLength(AuditEntry entry) throws IOException {
    Counted out = new Counted();
    AuditCsv csv = new AuditCsv(out);
    csv.flush();
    long header = out.bytes;
    csv.write(entry);
    csv.flush();
    return out.bytes - header;
  }

  private static List<CsvRecord> records(String csv) {
    return CsvReader.builder().ofCsvRecord(csv).stream().toList();
  }

  private static AuditFilter filter(Set<AuditCode> codes, Optional<String> subject) {
    return new AuditFilter(
        Optional.empty(), Optional.empty(), codes, Optional.empty(), subject, Optional.empty());
  }

  private static final class Counted extends OutputStream {
    private long bytes;
    private int largest;
    private boolean closed;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] b, int off, int len) {
      bytes += len;
      largest = Math.max(largest, len);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
