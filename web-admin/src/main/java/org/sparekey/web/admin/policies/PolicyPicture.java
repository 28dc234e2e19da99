package org.sparekey.web.admin.policies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.analysis.TheftSet;

/**
 * Who could break in, as a picture: on the left what must be stolen, in the middle what is enough
 * together, on the right the account. The table beside it says the same.
 *
 * @param height in pixels of the picture
 * @param more sets that are not drawn
 */
public record PolicyPicture(
    List<Label> channels, List<Knot> sets, List<Line> lines, int height, int more) {

  private static final int MOST = 12;
  private static final int ROW = 40;
  private static final int CHANNEL_WIDTH = 190;
  private static final int SET_X = 320;
  private static final int ACCOUNT_X = 500;
  private static final int LONGEST = 24;

  /** Copies all. */
  public PolicyPicture {
    channels = List.copyOf(channels);
    sets = List.copyOf(sets);
    lines = List.copyOf(lines);
  }

  /** A channel: its text, perhaps cut, and the whole. */
  public record Label(int y, String text, String whole) {}

  /**
   * What is enough together.
   *
   * @param look "stoppable", "late" when nobody hears of it or there is no time
   */
  public record Knot(int y, String hold, String look) {}

  /** From a channel to a set, or from a set to the account. */
  public record Line(int x1, int y1, int x2, int y2, String look) {}

  /** Where the account stands. */
  public int middle() {
    return height / 2;
  }

  static PolicyPicture of(
      List<TheftSet> thefts, Function<Channel, String> name, Function<TheftSet, String> hold) {
    List<TheftSet> drawn = thefts.stream().limit(MOST).toList();
    List<Channel> channels =
        drawn.stream()
            .flatMap(set -> set.channels().stream())
            .distinct()
            .sorted(Comparator.comparing(Channel::kind).thenComparing(Channel::detail))
            .toList();
    int rows = Math.max(2, Math.max(channels.size(), drawn.size()));
    int height = rows * ROW + 16;
    List<Label> labels = new ArrayList<>();
    channels.forEach(
        channel ->
            labels.add(label(place(labels.size(), channels.size(), height), name.apply(channel))));
    List<Knot> knots = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (TheftSet set : drawn) {
      int y = place(knots.size(), drawn.size(), height);
      String look = set.canBeStopped() ? "stoppable" : "late";
      knots.add(new Knot(y, hold.apply(set), look));
      set.channels()
          .forEach(
              channel ->
                  lines.add(
                      new Line(
                          CHANNEL_WIDTH,
                          place(channels.indexOf(channel), channels.size(), height),
                          SET_X,
                          y,
                          look)));
      lines.add(new Line(SET_X, y, ACCOUNT_X, height / 2, look));
    }
    return new PolicyPicture(labels, knots, lines, height, thefts.size() - drawn.size());
  }

  private static int place(int index, int count, int height) {
    return (2 * index + 1) * height / (2 * count);
  }

  private static Label label(int y, String text) {
    return new Label(
        y, text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…", text);
  }
}
