package org.sparekey.domain.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sparekey.domain.policy.PolicyFault.Reason;

/**
 * A line that says something.
 *
 * @param at counted from 1
 * @param word its first word
 * @param rest what follows, without blanks at either end; may be empty
 */
record PolicyLine(int at, String word, String rest) {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,7})([dhms])|0");

  /** The line; empty for a blank one and a comment, which begins with a number sign. */
  static Optional<PolicyLine> of(int at, String text) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.startsWith("#")) {
      return Optional.empty();
    }
    String[] halves = stripped.split("\\s+", 2);
    return Optional.of(new PolicyLine(at, halves[0], halves.length > 1 ? halves[1] : ""));
  }

  PolicyFault fault(Reason reason, Object... words) {
    return PolicyFault.of(0, reason, words).at(at);
  }

  /** The number that is the whole rest. */
  Optional<Integer> number(int least, int most, List<PolicyFault> faults) {
    Optional<Integer> number = number(rest).filter(it -> it >= least && it <= most);
    if (number.isEmpty()) {
      faults.add(fault(Reason.BAD_NUMBER, rest, least, most));
    }
    return number;
  }

  static Optional<Integer> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  /** A number of days, hours, minutes or seconds, or 0. */
  static Optional<Duration> duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (matcher.group(1) == null) {
      return Optional.of(Duration.ZERO);
    }
    long number = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "d" -> Duration.ofDays(number);
          case "h" -> Duration.ofHours(number);
          case "m" -> Duration.ofMinutes(number);
          default -> Duration.ofSeconds(number);
        });
  }

  /** {@code 24h}, or {@code 24h, elevated 72h}, or {@code 24h, elevated 72h, high 7d}. */
  Optional<Holds> holds(List<PolicyFault> faults) {
    List<Duration> read = new ArrayList<>();
    for (String part : rest.split(",", -1)) {
      String before = List.of("", "elevated ", "high ", "\n").get(Math.min(read.size(), 3));
      if (!part.strip().startsWith(before)) {
        faults.add(fault(Reason.BAD_VALUE, part.strip()));
        return Optional.empty();
      }
      String text = part.strip().substring(before.length()).strip();
      Optional<Duration> duration = duration(text);
      if (duration.isEmpty()) {
        faults.add(fault(Reason.BAD_DURATION, text));
        return Optional.empty();
      }
      read.add(duration.get());
    }
    Duration elevated = read.get(Math.min(1, read.size() - 1));
    Duration high = read.get(read.size() - 1);
    if (elevated.compareTo(read.get(0)) < 0 || high.compareTo(elevated) < 0) {
      faults.add(fault(Reason.HOLD_SHRINKS, rest));
      return Optional.empty();
    }
    return Optional.of(new Holds(read.get(0), elevated, high));
  }
}
