package org.sparekey.it.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** What a thread of the server works for, by its name as Linux keeps it: 15 characters. */
enum ThreadKind {
  REQUESTS("requests", "http-.*"),
  DATABASE("database file", "(MVStore|H2).*"),
  COMPILER("compiler", "(C1|C2|Sweeper).*"),
  COLLECTOR("collector", "(GC|ParGC|G1|VM ).*"),
  OTHERS("workers and the rest", ".*");

  /** Of a second; Linux counts in these for every architecture that we meet. */
  private static final int TICKS = 100;

  /** Columns of proc(5) stat behind the name: 14 and 15 of the whole. */
  private static final int USER = 11;

  private static final int SYSTEM = 12;

  final String words;
  private final String names;

  ThreadKind(String words, String names) {
    this.words = words;
    this.names = names;
  }

  /**
   * The processor time so far of the threads that live, by kind; nothing where there is no proc(5).
   */
  static Map<ThreadKind, Duration> spentBy(long pid) {
    Map<ThreadKind, Duration> spent = new EnumMap<>(ThreadKind.class);
    Path tasks = Path.of("/proc", Long.toString(pid), "task");
    if (!Files.isDirectory(tasks)) {
      return spent;
    }
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        add(spent, thread.resolve("stat"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return spent;
  }

  private static void add(Map<ThreadKind, Duration> spent, Path stat) {
    String line;
    try {
      line = Files.readString(stat);
    } catch (IOException e) {
      return; // the thread has ended in between
    }
    String name = line.substring(line.indexOf('(') + 1, line.lastIndexOf(')'));
    String[] columns = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(columns[USER]) + Long.parseLong(columns[SYSTEM]);
    spent.merge(of(name), Duration.ofMillis(ticks * 1_000 / TICKS), Duration::plus);
  }

  private static ThreadKind of(String name) {
    return Arrays.stream(values())
        .filter(kind -> name.matches(kind.names))
        .findFirst()
        .orElseThrow();
  }
}
