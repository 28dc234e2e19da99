package org.sparekey.it.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sparekey.it.http.Mailbox;
import org.sparekey.it.server.RunningSparekey;

/**
 * What a sign-in, a recovery, an export and an analysis cost; {@code mvn -q -Pbench} runs it.
 *
 * <p>Every act goes through the pages, as a browser would send it, four at a time, each by somebody
 * who has not done it before. The server is warm when counting begins. A browser that has signed in
 * loads the overview, which is no part of the sign-in and is told apart. It runs once with the real
 * password hash and once with a token one, so that the pages can be told from the hash; the hash
 * itself is the reference.
 */
public final class Benchmarks {

  private static final int CONCURRENCY = 4;

  /** With this little of the compiler's time in each act the server counts as warm. */
  private static final double QUIET_MILLIS = 1.5;

  private static final int MOST_ROUNDS = 6;
  private static final List<String> FULL_JIT = List.of("-XX:+UseParallelGC", "-Xmx1g");

  private final PrintStream report = System.out;

  private Benchmarks() {}

  /**
   * Runs all, or the parts named.
   *
   * @param parts of "pages", "export", "analysis"; none for all
   */
  public static void main(String... parts) throws Exception {
    List<String> wanted =
        parts.length == 0 ? List.of("pages", "export", "analysis") : List.of(parts);
    Benchmarks benchmarks = new Benchmarks();
    if (wanted.contains("pages")) {
      benchmarks.pages("token", 1_000, 500);
      benchmarks.pages("argon2id", 300, 200);
    }
    if (wanted.contains("export")) {
      new ExportBenchmark(benchmarks.report).run();
    }
    if (wanted.contains("analysis")) {
      new AnalysisBenchmark(benchmarks.report).run();
    }
  }

  private void pages(String hash, int warmUp, int counted) throws InterruptedException {
    try (Mailbox mailbox = new Mailbox()) {
      Map<String, String> configuration = new HashMap<>();
      configuration.put("sparekey.benchmark", "true");
      configuration.put("sparekey.benchmark.crowd", Integer.toString(warmUp + counted));
      configuration.put("sparekey.password.hash", hash);
      configuration.put("sparekey.limits.requests-by-source", "1000000");
      configuration.put("sparekey.mail.smtp.host", "127.0.0.1");
      configuration.put("sparekey.mail.smtp.port", Integer.toString(mailbox.port()));
      configuration.put("sparekey.mail.smtp.security", "none");
      configuration.put("sparekey.mail.from", "sparekey@example.org");
      try (RunningSparekey server = RunningSparekey.start(configuration, FULL_JIT)) {
        List<Person> crowd = crowd(server, warmUp + counted);
        ServerCpu cpu = new ServerCpu(server.pid());
        cpu.of(acts(crowd, Person::enrol), CONCURRENCY);
        List<Person> first = crowd.subList(0, warmUp);
        List<Person> rest = crowd.subList(warmUp, crowd.size());
        warm(cpu, acts(first, Person::signIn), acts(first, Person::lookAround));
        print(hash, "sign-in and overview", cpu.of(acts(rest, Person::signIn), CONCURRENCY));
        print(hash, "overview alone", cpu.of(acts(rest, Person::lookAround), CONCURRENCY));
        warm(cpu, acts(first, person -> person.recover(mailbox)));
        print(hash, "recovery", cpu.of(acts(rest, p -> p.recover(mailbox)), CONCURRENCY));
      }
    }
  }

  /** Repeats the acts until the just-in-time compiler has little to do with them any more. */
  @SafeVarargs
  private static void warm(ServerCpu cpu, List<Callable<Void>>... acts)
      throws InterruptedException {
    double compiling = Double.MAX_VALUE;
    for (int round = 0; round < MOST_ROUNDS && compiling > QUIET_MILLIS; round++) {
      compiling = 0;
      for (List<Callable<Void>> each : acts) {
        compiling += cpu.of(each, CONCURRENCY).cpuMillisEach(ThreadKind.COMPILER);
      }
    }
  }

  private void print(String hash, String act, ServerCpu.Cost cost) {
    report.printf(
        "%-20s with hash %-8s: %6.2f ms of server CPU each, %d done, %.0f a second%n",
        act, hash, cost.cpuMillisEach(), cost.acts(), cost.actsPerSecond());
    for (ThreadKind kind : ThreadKind.values()) {
      report.printf("  %-20s %6.2f ms%n", kind.words, cost.cpuMillisEach(kind));
    }
  }

  private static List<Person> crowd(RunningSparekey server, int size) {
    List<Person> crowd = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      crowd.add(new Person(server.baseUrl(), "person-%05d@crowd.example".formatted(i)));
    }
    return crowd;
  }

  private static List<Callable<Void>> acts(List<Person> people, Act act) {
    return people.stream()
        .<Callable<Void>>map(
            person ->
                () -> {
                  act.by(person);
                  return null;
                })
        .toList();
  }

  /** Something that people do. */
  @FunctionalInterface
  private interface Act {
    void by(Person person) throws InterruptedException;
  }
}
