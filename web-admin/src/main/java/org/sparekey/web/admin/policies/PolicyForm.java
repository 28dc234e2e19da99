package org.sparekey.web.admin.policies;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.PolicyText;

/**
 * A policy as fields. They hold what was typed, right or wrong: the text that they make is read by
 * the domain, which says what is wrong and in which line.
 *
 * @param rules what stands behind the first word of each line that is no path's
 */
public record PolicyForm(String name, List<Path> paths, Map<String, String> rules) {

  /** The lines that a form has a field for, in the order of the text. */
  static final List<String> RULES =
      List.of(
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

  private static final List<String> KINDS =
      Stream.of(EvidenceKind.values()).map(EvidenceKind::code).toList();

  private static final Pattern LINE = Pattern.compile("(\\S+)\\s*(.*)");

  /** Copies both. */
  public PolicyForm {
    paths = List.copyOf(paths);
    rules = Map.copyOf(rules);
  }

  /**
   * A path.
   *
   * @param evidence codes of the kinds that are ticked
   */
  public record Path(
      List<String> evidence, String low, String elevated, String high, String approvals) {

    /** Copies the codes. */
    public Path {
      evidence = List.copyOf(evidence);
    }

    /** A path to begin with. */
    static Path fresh() {
      return new Path(List.of(), "1d", "3d", "7d", "0");
    }

    /** Whether this kind is ticked. */
    public boolean asks(String code) {
      return evidence.contains(code);
    }

    private Stream<String> lines() {
      return Stream.of(
          "path " + String.join(" + ", evidence),
          "  hold " + low + ", elevated " + elevated + ", high " + high,
          "  approvals " + approvals);
    }
  }

  /** What is typed behind the first word of a line. */
  public String rule(String word) {
    return rules.getOrDefault(word, "");
  }

  /** One more path at the end. */
  PolicyForm withPath() {
    return new PolicyForm(
        name, Stream.concat(paths.stream(), Stream.of(Path.fresh())).toList(), rules);
  }

  /** Without a path, counted from 1. */
  PolicyForm without(String number) {
    List<Path> left =
        IntStream.range(0, paths.size())
            .filter(index -> !number.equals(Integer.toString(index + 1)))
            .mapToObj(paths::get)
            .toList();
    return new PolicyForm(name, left, rules);
  }

  /** The text that the fields make. */
  String text(String key) {
    return Stream.of(
            Stream.of(PolicyText.FORMAT, "key " + key, "name " + name, ""),
            paths.stream().flatMap(Path::lines),
            Stream.of(""),
            RULES.stream().map(word -> word + " " + rule(word)))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** The fields of a text; empty when it has lines for which there is no field. */
  static Optional<PolicyForm> of(String text) {
    String name = "";
    List<Path> paths = new ArrayList<>();
    Map<String, String> rules = new HashMap<>(Map.of("running-recoveries", "keep"));
    for (String line : text.lines().skip(1).toList()) {
      Matcher words = LINE.matcher(line.strip());
      if (!words.matches() || words.group(1).startsWith("#")) {
        continue;
      }
      String word = words.group(1);
      String rest = words.group(2);
      if (word.equals("name")) {
        name = rest;
      } else if (word.equals("path")) {
        paths.add(new Path(evidence(rest), "0", "0", "0", "0"));
      } else if (RULES.contains(word)) {
        rules.put(word, rest);
      } else if (!word.equals("key") && !word.equals("version") && !inPath(paths, word, rest)) {
        return Optional.empty();
      }
    }
    boolean known =
        paths.stream().flatMap(path -> path.evidence().stream()).allMatch(KINDS::contains);
    return known ? Optional.of(new PolicyForm(name, paths, rules)) : Optional.empty();
  }

  private static List<String> evidence(String rest) {
    return Stream.of(rest.split("\\+", -1)).map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  private static boolean inPath(List<Path> paths, String word, String rest) {
    if (paths.isEmpty()) {
      return false;
    }
    Path last = paths.get(paths.size() - 1);
    if (word.equals("hold")) {
      Optional<Path> held = held(last, List.of(rest.split(",", -1)));
      held.ifPresent(path -> paths.set(paths.size() - 1, path));
      return held.isPresent();
    }
    if (word.equals("approvals")) {
      paths.set(
          paths.size() - 1,
          new Path(last.evidence(), last.low(), last.elevated(), last.high(), rest));
      return true;
    }
    return false;
  }

  /** Up to three durations, the second after "elevated", the third after "high". */
  private static Optional<Path> held(Path path, List<String> parts) {
    Optional<String> elevated = after("elevated", parts, 1);
    Optional<String> high = after("high", parts, 2);
    if (parts.size() > 3 || elevated.isEmpty() || high.isEmpty()) {
      return Optional.empty();
    }
    String low = parts.get(0).strip();
    String second = parts.size() > 1 ? elevated.get() : low;
    String third = parts.size() > 2 ? high.get() : second;
    return Optional.of(new Path(path.evidence(), low, second, third, path.approvals()));
  }

  /** What stands behind the word; an empty text where there is no such part. */
  private static Optional<String> after(String word, List<String> parts, int index) {
    if (index >= parts.size()) {
      return Optional.of("");
    }
    String part = parts.get(index).strip();
    return part.startsWith(word)
        ? Optional.of(part.substring(word.length()).strip())
        : Optional.empty();
  }

  /**
   * The fields of a request.
   *
   * @param values all values of a parameter
   */
  static PolicyForm sent(Function<String, List<String>> values) {
    Function<String, String> one =
        name -> values.apply(name).stream().findFirst().map(PolicyForm::line).orElse("");
    String name = values.apply("name").stream().findFirst().map(PolicyForm::oneLine).orElse("");
    int count = values.apply("low").size();
    List<Path> paths =
        IntStream.range(0, count)
            .mapToObj(
                index ->
                    new Path(
                        values.apply("evidence-" + (index + 1)).stream()
                            .filter(KINDS::contains)
                            .toList(),
                        nth(values.apply("low"), index),
                        nth(values.apply("elevated"), index),
                        nth(values.apply("high"), index),
                        nth(values.apply("approvals"), index)))
            .toList();
    Map<String, String> rules = new HashMap<>();
    RULES.forEach(word -> rules.put(word, one.apply(word)));
    rules.put("surviving-factor-may", orNone(String.join(", ", values.apply("survivor"))));
    rules.put("remembered-browsers", orNone(one.apply("remembered-browsers")));
    rules.put("recovery-contacts", orNone(one.apply("recovery-contacts")));
    rules.put("vetoes", one.apply("vetoes") + " then-approvals " + one.apply("veto-approvals"));
    rules.put("running-recoveries", values.apply("follow").isEmpty() ? "keep" : "follow");
    return new PolicyForm(name, paths, rules);
  }

  private static String nth(List<String> all, int index) {
    return index < all.size() ? line(all.get(index)) : "";
  }

  private static String orNone(String typed) {
    return typed.isBlank() ? "none" : typed;
  }

  /** A field is a part of one line, whatever was sent. */
  private static String line(String typed) {
    return oneLine(typed.replace(',', ' '));
  }

  private static String oneLine(String typed) {
    return typed.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  /** Whether a factor that is left may do this. */
  public boolean survivor(String code) {
    return List.of(rule("surviving-factor-may").split(",\\s*", -1)).contains(code);
  }

  /** What is typed, where "none" is an empty field. */
  public String orEmpty(String word) {
    return rule(word).equals("none") ? "" : rule(word);
  }

  /** From so many vetoes on. */
  public String vetoes() {
    return rule("vetoes").split(" then-approvals ", -1)[0];
  }

  /** … so many people. */
  public String vetoApprovals() {
    String[] parts = rule("vetoes").split(" then-approvals ", -1);
    return parts.length > 1 ? parts[1] : "";
  }
}
