package org.sparekey.web.admin.policies;

import java.util.List;
import org.sparekey.domain.policy.PolicyFault;

/** Finds the path of a form to which a fault of its text belongs. */
final class PolicyFaults {

  private PolicyFaults() {}

  /** In words, those of one path, counted from 1; with 0 those of no path. */
  static List<String> of(String text, List<PolicyFault> faults, int path, PolicyWords words) {
    List<String> lines = text.lines().toList();
    return faults.stream()
        .filter(fault -> pathOf(lines, fault) == path)
        .map(fault -> place(lines, fault, path) + words.fault(fault))
        .toList();
  }

  /** The last path that begins at or before the line, when the line is one of a path's. */
  private static int pathOf(List<String> lines, PolicyFault fault) {
    if (fault.line() == 0) {
      return fault.path();
    }
    String word = word(lines, fault.line());
    boolean inPath = word.equals("path") || word.equals("hold") || word.equals("approvals");
    return inPath
        ? (int) lines.stream().limit(fault.line()).filter(line -> begins(line, "path")).count()
        : 0;
  }

  private static String place(List<String> lines, PolicyFault fault, int path) {
    return path > 0 || fault.line() == 0 ? "" : word(lines, fault.line()) + ": ";
  }

  private static String word(List<String> lines, int line) {
    return line > lines.size() ? "" : lines.get(line - 1).strip().split("\\s", 2)[0];
  }

  private static boolean begins(String line, String word) {
    return line.strip().split("\\s", 2)[0].equals(word);
  }
}
