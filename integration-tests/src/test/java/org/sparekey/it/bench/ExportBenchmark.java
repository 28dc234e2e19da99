package org.sparekey.it.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sparekey.it.http.Staff;
import org.sparekey.it.http.Visitor;
import org.sparekey.it.server.RunningSparekey;

/** How fast the audit log leaves as CSV, and whether the server's heap grows meanwhile. */
final class ExportBenchmark {

  private static final int ENTRIES = 200_000;
  private static final int RUNS = 5;
  private static final String EXPORT = "api/v1/admin/audit-entries.csv";
  private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-Xmx512m");
  private static final Pattern USED_KIB =
      Pattern.compile("(?:def new|tenured) generation\\s.*?used (\\d+)K");

  private final PrintStream report;

  ExportBenchmark(PrintStream report) {
    this.report = report;
  }

  void run() throws IOException, InterruptedException, SQLException {
    try (RunningSparekey server = RunningSparekey.start(Map.of(), JVM)) {
      server.kill();
      prepare(server.dataDirectory());
      server.startAgain();
      Visitor auditor = Staff.signedIn(server.baseUrl(), "carl@acme.example").visitor();
      for (int i = 0; i < RUNS; i++) {
        measureSpeed(auditor);
      }
      measureHeap(server, auditor);
    }
  }

  /** Copies an entry of Acme until there are enough. */
  private static void prepare(Path data) throws SQLException {
    String url =
        "jdbc:h2:file:"
            + data.resolve("sparekey")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    try (Connection database = DriverManager.getConnection(url, "sparekey", "");
        Statement sql = database.createStatement()) {
      sql.execute(
          """
          create local temporary table sample as
          select e.* from audit_entry e join account a on e.subject = a.id
          where a.sign_in_name = 'ada@acme.example' fetch first row only
          """);
      sql.execute(
          // ids of version 7 and of the past: an export ends at its own entry
          "create local temporary table copies as select cast('01800000-0000-7000-8000-'"
              + " || lpad(cast(\"X\" as varchar), 12, '0') as uuid) id from system_range(1, "
              + ENTRIES
              + ")");
      sql.execute(
          """
          insert into audit_entry
            (id, recorded_at, code, outcome, actor_kind, actor, subject, organisation, reason,
             factor_kind, factor, recovery, policy, detail, commitment)
          select c.id, recorded_at, code, outcome, actor_kind, actor, subject, organisation, reason,
             factor_kind, factor, recovery, policy, detail, commitment
          from sample, copies c
          """);
      sql.execute(
          """
          insert into audit_personal (entry, salt, source_address, user_agent)
          select id, '00', '192.0.2.7', 'Mozilla/5.0 (X11; Linux x86_64)' from copies
          """);
    }
  }

  private void measureSpeed(Visitor auditor) throws IOException, InterruptedException {
    long start = System.nanoTime();
    long lines;
    try (InputStream csv = auditor.stream(EXPORT)) {
      lines = read(csv, Long.MAX_VALUE);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (lines < ENTRIES) {
      throw new AssertionError("only " + lines + " lines came");
    }
    report.printf("export: %,d lines in %.2f s, %,.0f a second%n", lines, seconds, lines / seconds);
  }

  /** Stops reading at a tenth and at nine tenths; the server waits, and its live heap is read. */
  private void measureHeap(RunningSparekey server, Visitor auditor)
      throws IOException, InterruptedException {
    try (InputStream csv = auditor.stream(EXPORT)) {
      read(csv, ENTRIES / 10);
      long early = liveHeapKib(server.pid());
      read(csv, ENTRIES * 8 / 10);
      long late = liveHeapKib(server.pid());
      report.printf(
          "export: live heap %,d KiB after a tenth, %,d KiB after nine tenths%n", early, late);
    }
  }

  /** Reads at least so many lines, or to the end; returns how many. */
  private static long read(InputStream csv, long most) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long lines = 0;
    while (lines < most) {
      int read = csv.read(buffer);
      if (read < 0) {
        break;
      }
      for (int i = 0; i < read; i++) {
        lines += buffer[i] == '\n' ? 1 : 0;
      }
    }
    return lines;
  }

  private static long liveHeapKib(long pid) throws IOException, InterruptedException {
    jcmd(pid, "GC.run");
    Matcher used = USED_KIB.matcher(jcmd(pid, "GC.heap_info"));
    long sum = 0;
    while (used.find()) {
      sum += Long.parseLong(used.group(1));
    }
    if (sum == 0) {
      throw new IllegalStateException("jcmd did not tell the heap of process " + pid);
    }
    return sum;
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
