package org.sparekey.domain.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * What two policies say differently, line by line of their texts: the longest common part is kept,
 * the rest was taken away or added.
 */
public final class PolicyDifference {

  private PolicyDifference() {}

  /** What became of a line. */
  public enum Change {
    KEPT,
    REMOVED,
    ADDED
  }

  /**
   * A line of either text.
   *
   * @param text without the line's end
   */
  public record Line(Change change, String text) {}

  /** The lines of both, in order; where a line was replaced, the old one stands first. */
  public static List<Line> between(RecoveryPolicy older, RecoveryPolicy newer) {
    return between(PolicyText.of(older).lines().toList(), PolicyText.of(newer).lines().toList());
  }

  static List<Line> between(List<String> older, List<String> newer) {
    int[][] common = common(older, newer);
    List<Line> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < older.size() || j < newer.size()) {
      if (i < older.size() && j < newer.size() && older.get(i).equals(newer.get(j))) {
        lines.add(new Line(Change.KEPT, older.get(i)));
        i++;
        j++;
      } else if (i < older.size() && (j == newer.size() || common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line(Change.REMOVED, older.get(i)));
        i++;
      } else {
        lines.add(new Line(Change.ADDED, newer.get(j)));
        j++;
      }
    }
    return List.copyOf(lines);
  }

  /** How many lines the rests from i and from j on have in common, in order. */
  private static int[][] common(List<String> older, List<String> newer) {
    int[][] common = new int[older.size() + 1][newer.size() + 1];
    for (int i = older.size() - 1; i >= 0; i--) {
      for (int j = newer.size() - 1; j >= 0; j--) {
        common[i][j] =
            older.get(i).equals(newer.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
