package org.sparekey.domain.policy.analysis;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.PolicyText;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.RiskAssessment.Level;
import org.sparekey.domain.policy.ShippedPolicies;

/** Prints what the shipped policies withstand, as Markdown. */
final class PolicyDocument {

  String print() {
    return ShippedPolicies.all().stream().map(this::policy).collect(Collectors.joining("\n"));
  }

  private String policy(RecoveryPolicy policy) {
    return "\n### "
        + policy.name()
        + "\n\n"
        + assurance(policy)
        + "\n"
        + "| Account | A thief's recovery | The worst device to lose | What locks out for good |\n"
        + "|---|---|---|---|\n"
        + Arrays.stream(InventedAccount.values())
            .map(account -> row(account, AccountAnalysis.of(policy, account.under(policy))))
            .collect(Collectors.joining());
  }

  private String assurance(RecoveryPolicy policy) {
    return Arrays.stream(PasswordResetRule.values())
        .map(rule -> assurance(rule, Assurance.of(policy, rule)))
        .collect(Collectors.joining());
  }

  private String assurance(PasswordResetRule rule, Assurance assurance) {
    String failures =
        assurance.paths().stream()
            .filter(path -> !path.failures().isEmpty())
            .map(
                path ->
                    "path "
                        + path.number()
                        + " ("
                        + path.failures().stream()
                            .map(it -> "§" + it.clause().section() + " " + it.reason().code())
                            .collect(Collectors.joining(", "))
                        + ")")
            .collect(Collectors.joining("; "));
    return "- Password reset by *"
        + rule.code()
        + "*: recovers up to "
        + assurance.level().name()
        + (failures.isEmpty() ? "; no clause fails" : "; fails: " + failures)
        + "\n";
  }

  private String row(InventedAccount account, AccountAnalysis analysis) {
    return "| "
        + account.code()
        + " | "
        + thefts(analysis)
        + " | "
        + worstDevice(analysis)
        + " | "
        + lockouts(analysis)
        + " |\n";
  }

  /** Those that are no sign-in, alike ones together. */
  private String thefts(AccountAnalysis analysis) {
    Map<Set<Channel>, TheftSet> elevated = bySet(analysis, Level.ELEVATED);
    Map<Set<Channel>, TheftSet> high = bySet(analysis, Level.HIGH);
    return together(
        Weakness.of(analysis).besideSignIn().stream(),
        theft ->
            kinds(theft.channels())
                + ": "
                + Stream.of(theft, elevated.get(theft.channels()), high.get(theft.channels()))
                    .map(each -> time(each.toReact()))
                    .collect(Collectors.joining(", "))
                + (theft.heard() ? "" : ", unheard"));
  }

  private static Map<Set<Channel>, TheftSet> bySet(AccountAnalysis analysis, Level level) {
    return analysis.theftsByRecovery(level).stream()
        .collect(Collectors.toMap(TheftSet::channels, Function.identity()));
  }

  private String worstDevice(AccountAnalysis analysis) {
    return analysis.withoutEachDevice().entrySet().stream()
        .max(Comparator.comparing(Map.Entry::getValue, this::dearer))
        .map(entry -> entry.getKey().detail() + ": " + cheapest(entry.getValue()))
        .orElse("–");
  }

  private int dearer(List<WayBack> one, List<WayBack> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Boolean.compare(one.isEmpty(), other.isEmpty());
    }
    return WayBack.CHEAPEST_FIRST.compare(one.get(0), other.get(0));
  }

  private String cheapest(List<WayBack> ways) {
    return ways.stream()
        .findFirst()
        .map(
            way ->
                way.given().stream().map(EvidenceKind::code).collect(Collectors.joining(" + "))
                    + ", "
                    + time(way.hold())
                    + (way.approvals() == 0 ? "" : ", approvals: " + way.approvals()))
        .orElse("**locked out**");
  }

  private String lockouts(AccountAnalysis analysis) {
    return together(analysis.lockouts().stream(), loss -> kinds(loss.channels()));
  }

  private static <E> String together(Stream<E> all, Function<E, String> text) {
    Map<String, Long> counts =
        all.map(text)
            .collect(Collectors.groupingBy(it -> it, LinkedHashMap::new, Collectors.counting()));
    return counts.isEmpty()
        ? "–"
        : counts.entrySet().stream()
            .map(it -> it.getKey() + (it.getValue() == 1 ? "" : " (" + it.getValue() + " ×)"))
            .collect(Collectors.joining("<br>"));
  }

  private static String kinds(Set<Channel> channels) {
    Map<String, Long> kinds =
        channels.stream()
            .sorted(ChannelNumbers.ORDER)
            .collect(
                Collectors.groupingBy(
                    it -> it.kind().code(), LinkedHashMap::new, Collectors.counting()));
    return kinds.entrySet().stream()
        .map(it -> (it.getValue() == 1 ? "" : it.getValue() + " ") + it.getKey())
        .collect(Collectors.joining(" + "));
  }

  private static String time(Duration duration) {
    return duration.isZero() ? "at once" : PolicyText.duration(duration);
  }
}
