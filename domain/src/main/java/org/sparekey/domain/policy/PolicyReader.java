package org.sparekey.domain.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sparekey.domain.policy.PolicyFault.Reason;

/**
 * Reads the text form of a policy, line by line, and says of every line that cannot be taken which
 * it is and why: nothing is guessed and nothing is left out. One reader reads one text.
 */
public final class PolicyReader {

  /** A hundred times what a policy needs. */
  static final int LONGEST_TEXT = 64_000;

  private static final Set<String> WHOLE =
      Set.of(
          "key",
          "version",
          "name",
          "probation",
          "contact-cool-off",
          "wrong-proofs",
          "revokes",
          "surviving-factor-may",
          "remembered-browsers",
          "recovery-contacts",
          "vetoes",
          "least-factors",
          "running-recoveries");

  /** Texts that are older than these lines, and people who leave them out, mean the usual. */
  private static final Set<String> NEED_NOT_BE = Set.of("version", "running-recoveries");

  private final List<PolicyFault> faults = new ArrayList<>();
  private final Map<String, PolicyLine> whole = new HashMap<>();
  private final List<PathLines> paths = new ArrayList<>();

  private final boolean published;

  private PolicyReader(boolean published) {
    this.published = published;
  }

  /** Reads a text that may become a policy. */
  public static PolicyReading read(String text) {
    return new PolicyReader(false).reading(text);
  }

  /**
   * Reads the text of a policy that was published: what holds stays readable, also when it could
   * not be published any more because a fault of its contents is known since.
   */
  public static PolicyReading readPublished(String text) {
    return new PolicyReader(true).reading(text);
  }

  private PolicyReading reading(String text) {
    List<String> lines = text.lines().toList();
    if (text.length() > LONGEST_TEXT) {
      return failed(
          new PolicyFault(0, 0, Reason.TOO_LONG, List.of(Integer.toString(LONGEST_TEXT))));
    }
    if (lines.isEmpty() || !lines.get(0).strip().equals(PolicyText.FORMAT)) {
      return failed(new PolicyFault(1, 0, Reason.NOT_A_POLICY, List.of(PolicyText.FORMAT)));
    }
    for (int i = 1; i < lines.size(); i++) {
      PolicyLine.of(i + 1, lines.get(i)).ifPresent(this::sort);
    }
    Optional<RecoveryPolicy> policy = build();
    policy.filter(it -> !published).ifPresent(this::check);
    faults.sort(Comparator.comparingInt(PolicyFault::line));
    return new PolicyReading(policy.filter(it -> faults.isEmpty()), faults);
  }

  private static PolicyReading failed(PolicyFault fault) {
    return new PolicyReading(Optional.empty(), List.of(fault));
  }

  private void sort(PolicyLine line) {
    switch (line.word()) {
      case "path" -> paths.add(new PathLines(line));
      case "hold", "approvals" -> inPath(line);
      default -> inWhole(line);
    }
  }

  private void inPath(PolicyLine line) {
    if (paths.isEmpty()) {
      faults.add(line.fault(Reason.OUTSIDE_PATH, line.word()));
    } else if (paths.get(paths.size() - 1).more().putIfAbsent(line.word(), line) != null) {
      faults.add(line.fault(Reason.TWICE, line.word()));
    }
  }

  private void inWhole(PolicyLine line) {
    if (!WHOLE.contains(line.word())) {
      faults.add(line.fault(Reason.UNKNOWN_LINE, line.word()));
    } else if (whole.putIfAbsent(line.word(), line) != null) {
      faults.add(line.fault(Reason.TWICE, line.word()));
    }
  }

  private Optional<RecoveryPolicy> build() {
    WHOLE.stream()
        .sorted()
        .filter(word -> !NEED_NOT_BE.contains(word) && !whole.containsKey(word))
        .forEach(word -> faults.add(new PolicyFault(0, 0, Reason.MISSING_LINE, List.of(word))));
    if (paths.isEmpty()) {
      faults.add(new PolicyFault(0, 0, Reason.NO_PATH, List.of()));
    }
    List<RecoveryPath> read = new ArrayList<>();
    paths.forEach(lines -> path(lines).ifPresent(read::add));
    PolicyValues values = new PolicyValues(whole, faults);
    Optional<PolicyVersion> version =
        values.key().flatMap(key -> values.version().map(it -> new PolicyVersion(key, it)));
    Optional<String> name = values.name();
    Optional<PolicyRules> rules = values.rules();
    return faults.isEmpty()
        ? Optional.of(
            new RecoveryPolicy(
                version.orElseThrow(), name.orElseThrow(), read, rules.orElseThrow()))
        : Optional.empty();
  }

  private Optional<RecoveryPath> path(PathLines lines) {
    Set<EvidenceKind> evidence = evidence(lines.head());
    Optional<PolicyLine> hold = Optional.ofNullable(lines.more().get("hold"));
    if (hold.isEmpty()) {
      faults.add(lines.head().fault(Reason.MISSING_LINE, "hold"));
    }
    Optional<Holds> holds = hold.flatMap(line -> line.holds(faults));
    Optional<Integer> approvals =
        Optional.ofNullable(lines.more().get("approvals"))
            .map(line -> line.number(0, RecoveryPath.MOST_APPROVALS, faults))
            .orElse(Optional.of(0));
    return holds
        .filter(it -> approvals.isPresent() && !evidence.isEmpty())
        .map(it -> new RecoveryPath(evidence, it, approvals.orElseThrow()));
  }

  private Set<EvidenceKind> evidence(PolicyLine line) {
    Set<EvidenceKind> kinds = new LinkedHashSet<>();
    for (String word : line.rest().split("\\+", -1)) {
      Optional<EvidenceKind> kind = EvidenceKind.ofCode(word.strip());
      if (kind.isEmpty()) {
        faults.add(line.fault(Reason.UNKNOWN_EVIDENCE, word.strip()));
      } else if (!kinds.add(kind.get())) {
        faults.add(line.fault(Reason.EVIDENCE_TWICE, word.strip()));
      }
    }
    return kinds;
  }

  private void check(RecoveryPolicy policy) {
    PolicyCheck.faults(policy)
        .forEach(
            fault ->
                faults.add(
                    fault.path() == 0 ? fault : fault.at(paths.get(fault.path() - 1).head().at())));
  }

  /**
   * The lines of one path.
   *
   * @param more by their first word
   */
  private record PathLines(PolicyLine head, Map<String, PolicyLine> more) {

    PathLines(PolicyLine head) {
      this(head, new HashMap<>());
    }
  }
}
