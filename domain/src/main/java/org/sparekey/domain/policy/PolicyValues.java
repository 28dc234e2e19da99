package org.sparekey.domain.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sparekey.domain.policy.PolicyFault.Reason;
import org.sparekey.domain.policy.PolicyRules.Contacts;
import org.sparekey.domain.policy.PolicyRules.Revokes;
import org.sparekey.domain.policy.PolicyRules.Running;
import org.sparekey.domain.policy.PolicyRules.Survivor;
import org.sparekey.domain.policy.PolicyRules.Vetoes;

/**
 * Reads the lines that concern the whole policy. A line that is missing has been told already.
 *
 * @param lines by their first word
 * @param faults gets those that are found here
 */
record PolicyValues(Map<String, PolicyLine> lines, List<PolicyFault> faults) {

  /** Longer names are cut by every list. */
  static final int LONGEST_NAME = 60;

  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,49}");
  private static final Pattern CONTACTS = Pattern.compile("(\\d) of (\\d)");
  private static final Pattern VETOES = Pattern.compile("(\\d{1,2}) then-approvals (\\d)");
  private static final String NONE = "none";

  Optional<String> key() {
    return value("key", line -> Optional.of(line.rest()).filter(KEY.asMatchPredicate()));
  }

  Optional<String> name() {
    return value(
        "name",
        line ->
            Optional.of(line.rest())
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME));
  }

  /** 1 when it is not said. */
  Optional<Integer> version() {
    return lines.containsKey("version") ? number("version", 1, 1_000_000) : Optional.of(1);
  }

  /** Empty when one of the lines is missing or cannot be taken. */
  Optional<PolicyRules> rules() {
    Optional<Duration> probation = duration("probation");
    Optional<Duration> coolOff = duration("contact-cool-off");
    Optional<Integer> wrong = number("wrong-proofs", 3, 100);
    Optional<Revokes> revokes =
        value("revokes", line -> ofCode(Revokes.values(), Revokes::code, line.rest()));
    Optional<Set<Survivor>> survivors = value("surviving-factor-may", PolicyValues::survivors);
    Optional<OrNone<Duration>> browsers = browsers();
    Optional<OrNone<Contacts>> contacts = value("recovery-contacts", PolicyValues::contacts);
    Optional<Vetoes> vetoes = value("vetoes", PolicyValues::vetoes);
    Optional<Integer> least = number("least-factors", 1, 5);
    Optional<Running> running = running();
    boolean complete =
        Stream.of(
                probation, coolOff, wrong, revokes, survivors, browsers, contacts, vetoes, least,
                running)
            .allMatch(Optional::isPresent);
    return complete
        ? Optional.of(
            new PolicyRules(
                probation.orElseThrow(),
                coolOff.orElseThrow(),
                wrong.orElseThrow(),
                revokes.orElseThrow(),
                survivors.orElseThrow(),
                browsers.orElseThrow().value(),
                contacts.orElseThrow().value(),
                vetoes.orElseThrow(),
                least.orElseThrow(),
                running.orElseThrow()))
        : Optional.empty();
  }

  /** They keep their version when it is not said. */
  private Optional<Running> running() {
    String word = "running-recoveries";
    return lines.containsKey(word)
        ? value(word, line -> ofCode(Running.values(), Running::code, line.rest()))
        : Optional.of(Running.KEEP);
  }

  private Optional<OrNone<Duration>> browsers() {
    String word = "remembered-browsers";
    return Optional.ofNullable(lines.get(word)).filter(it -> it.rest().equals(NONE)).isPresent()
        ? Optional.of(new OrNone<>(Optional.empty()))
        : duration(word).map(it -> new OrNone<>(Optional.of(it)));
  }

  private Optional<Duration> duration(String word) {
    Optional<PolicyLine> line = Optional.ofNullable(lines.get(word));
    Optional<Duration> duration = line.flatMap(it -> PolicyLine.duration(it.rest()));
    line.filter(it -> duration.isEmpty())
        .ifPresent(it -> faults.add(it.fault(Reason.BAD_DURATION, it.rest())));
    return duration;
  }

  private Optional<Integer> number(String word, int least, int most) {
    return Optional.ofNullable(lines.get(word)).flatMap(line -> line.number(least, most, faults));
  }

  private <T> Optional<T> value(String word, Function<PolicyLine, Optional<T>> read) {
    Optional<PolicyLine> line = Optional.ofNullable(lines.get(word));
    Optional<T> value = line.flatMap(read);
    line.filter(it -> value.isEmpty())
        .ifPresent(it -> faults.add(it.fault(Reason.BAD_VALUE, it.rest())));
    return value;
  }

  private static Optional<Set<Survivor>> survivors(PolicyLine line) {
    if (line.rest().equals(NONE)) {
      return Optional.of(Set.of());
    }
    List<Optional<Survivor>> read = new ArrayList<>();
    for (String word : line.rest().split(",", -1)) {
      read.add(ofCode(Survivor.values(), Survivor::code, word.strip()));
    }
    Set<Survivor> known = new HashSet<>();
    read.forEach(each -> each.ifPresent(known::add));
    return known.size() == read.size() ? Optional.of(known) : Optional.empty();
  }

  private static Optional<OrNone<Contacts>> contacts(PolicyLine line) {
    Matcher matcher = CONTACTS.matcher(line.rest());
    if (line.rest().equals(NONE)) {
      return Optional.of(new OrNone<>(Optional.empty()));
    }
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int needed = Integer.parseInt(matcher.group(1));
    int of = Integer.parseInt(matcher.group(2));
    return needed >= 1 && needed <= of
        ? Optional.of(new OrNone<>(Optional.of(new Contacts(needed, of))))
        : Optional.empty();
  }

  private static Optional<Vetoes> vetoes(PolicyLine line) {
    Matcher matcher = VETOES.matcher(line.rest());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int then = Integer.parseInt(matcher.group(1));
    int approvals = Integer.parseInt(matcher.group(2));
    return then >= 1 && then <= 10 && approvals <= RecoveryPath.MOST_APPROVALS
        ? Optional.of(new Vetoes(then, approvals))
        : Optional.empty();
  }

  private static <E> Optional<E> ofCode(E[] values, Function<E, String> code, String text) {
    return Arrays.stream(values).filter(value -> code.apply(value).equals(text)).findFirst();
  }

  /** What a line says that may say that there is none. */
  private record OrNone<T>(Optional<T> value) {}
}
