package org.sparekey.domain.policy.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.RiskAssessment.Level;

/**
 * What an owner can count on under a policy: what is left after each usual loss, which theft is
 * enough, and what would help. All of it is the analysis of the account as it is and as it would
 * be, so nothing is guessed.
 */
public final class Readiness {

  /** Losses of more things at once are rarer than owners' patience with advice. */
  private static final int MOST_LOST = 2;

  private final AccountAnalysis analysis;
  private final List<Loss> losses;
  private final List<Advice> advice;

  private Readiness(AccountAnalysis analysis, List<Loss> losses, List<Advice> advice) {
    this.analysis = analysis;
    this.losses = losses;
    this.advice = advice;
  }

  /**
   * Looks at an account.
   *
   * @param account is not changed
   * @param possible what its owner could add
   */
  public static Readiness of(
      RecoveryPolicy policy, ProfileBuilder account, Set<Addition> possible) {
    AccountAnalysis present = AccountAnalysis.of(policy, account.build());
    List<Loss> losses = losses(present);
    return new Readiness(
        present,
        losses,
        Arrays.stream(Addition.values())
            .filter(possible::contains)
            .flatMap(addition -> advice(policy, account, present, losses, addition).stream())
            .toList());
  }

  /** One for each usual loss, devices first. */
  public List<Loss> losses() {
    return losses;
  }

  /** What would help, the cheapest first. */
  public List<Advice> advice() {
    return advice;
  }

  /** Thefts of a single thing that open the account when nothing is odd. */
  public List<TheftSet> weakSpots() {
    return singles(analysis.thefts(Level.LOW)).toList();
  }

  /** How many things a thief needs at least; 0 when nothing opens the account. */
  public int leastTheft() {
    return analysis.thefts(Level.LOW).stream()
        .mapToInt(theft -> theft.channels().size())
        .min()
        .orElse(0);
  }

  /** The smallest things whose loss together locks the owner out, as few as there are. */
  public List<LossSet> lockouts() {
    List<LossSet> all = analysis.lockouts();
    int least = all.stream().mapToInt(loss -> loss.channels().size()).min().orElse(0);
    return all.stream().filter(loss -> loss.channels().size() == least).toList();
  }

  /** What is left when these are gone, as in {@link Loss#ways()}. */
  public List<WayBack> left(Set<Channel> lost) {
    return left(analysis, lost);
  }

  /** The account that was looked at. */
  public AccountProfile profile() {
    return analysis.profile();
  }

  /** One for each usual loss of an account that was analysed, devices first. */
  public static List<Loss> losses(AccountAnalysis analysis) {
    List<Channel> channels =
        analysis
            .profile()
            .channels()
            .distinct()
            .sorted(Comparator.comparing(Channel::kind).thenComparing(Channel::detail))
            .toList();
    List<Channel> devices = of(channels, Channel.Kind.DEVICE);
    List<Channel> withScreen =
        Stream.concat(devices.stream(), of(channels, Channel.Kind.BROWSER).stream()).toList();
    List<Loss> losses = new ArrayList<>();
    devices.forEach(one -> losses.add(loss(analysis, Loss.Kind.DEVICE, Set.of(one))));
    if (!devices.isEmpty() && withScreen.size() > 1) {
      losses.add(loss(analysis, Loss.Kind.ALL_DEVICES, Set.copyOf(withScreen)));
    }
    of(channels, Channel.Kind.MEMORY)
        .forEach(one -> losses.add(loss(analysis, Loss.Kind.PASSWORD, Set.of(one))));
    of(channels, Channel.Kind.MAILBOX)
        .forEach(one -> losses.add(loss(analysis, Loss.Kind.MAILBOX, Set.of(one))));
    return List.copyOf(losses);
  }

  private static List<Channel> of(List<Channel> channels, Channel.Kind kind) {
    return channels.stream().filter(channel -> channel.kind() == kind).toList();
  }

  private static Loss loss(AccountAnalysis analysis, Loss.Kind kind, Set<Channel> lost) {
    return new Loss(kind, lost, left(analysis, lost));
  }

  private static List<WayBack> left(AccountAnalysis analysis, Set<Channel> lost) {
    List<WayBack> kept = new ArrayList<>();
    for (WayBack way : analysis.left(lost, Level.LOW)) {
      if (kept.stream().noneMatch(better -> better.noDearerThan(way))) {
        kept.add(way);
      }
    }
    return List.copyOf(kept);
  }

  private static Optional<Advice> advice(
      RecoveryPolicy policy,
      ProfileBuilder account,
      AccountAnalysis present,
      List<Loss> losses,
      Addition addition) {
    ProfileBuilder more = account.copy();
    addition.addTo(more, policy.rules());
    AccountAnalysis then = AccountAnalysis.of(policy, more.build());
    if (weaker(present, then)) {
      return Optional.empty();
    }
    List<Set<Channel>> survives =
        fatal(present, losses).filter(lost -> !then.left(lost, Level.LOW).isEmpty()).toList();
    Set<Advice.Benefit> benefits = EnumSet.noneOf(Advice.Benefit.class);
    add(benefits, Advice.Benefit.SURVIVES, !survives.isEmpty());
    add(benefits, Advice.Benefit.HARDER, least(then) > least(present));
    add(benefits, Advice.Benefit.SOONER, losses.stream().anyMatch(sooner(then)));
    add(
        benefits,
        Advice.Benefit.HEARD,
        present.thefts(Level.LOW).stream()
            .anyMatch(theft -> !theft.heard() && then.heard(theft.channels())));
    return benefits.isEmpty()
        ? Optional.empty()
        : Optional.of(new Advice(addition, benefits, survives));
  }

  private static void add(Set<Advice.Benefit> benefits, Advice.Benefit benefit, boolean has) {
    if (has) {
      benefits.add(benefit);
    }
  }

  /** Whether one thing alone completed a recovery then, and does not now. */
  private static boolean weaker(AccountAnalysis present, AccountAnalysis then) {
    Set<Set<Channel>> before =
        singles(present.theftsByRecovery(Level.LOW))
            .map(TheftSet::channels)
            .collect(Collectors.toUnmodifiableSet());
    return singles(then.theftsByRecovery(Level.LOW))
        .anyMatch(theft -> !before.contains(theft.channels()));
  }

  private static Stream<TheftSet> singles(List<TheftSet> thefts) {
    return thefts.stream().filter(theft -> theft.channels().size() == 1);
  }

  private static int least(AccountAnalysis analysis) {
    return analysis.thefts(Level.LOW).stream()
        .mapToInt(theft -> theft.channels().size())
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /** The usual losses that lock out, and the smallest others. */
  private static Stream<Set<Channel>> fatal(AccountAnalysis present, List<Loss> losses) {
    return Stream.concat(
            losses.stream().filter(Loss::lockedOut).map(Loss::channels),
            present.lockouts().stream()
                .map(LossSet::channels)
                .filter(lost -> !lost.isEmpty() && lost.size() <= MOST_LOST))
        .distinct();
  }

  private static Predicate<Loss> sooner(AccountAnalysis then) {
    Comparator<WayBack> cost =
        Comparator.comparingInt(WayBack::approvals).thenComparing(WayBack::hold);
    return loss ->
        loss.ways().stream()
            .findFirst()
            .filter(
                best ->
                    then.left(loss.channels(), Level.LOW).stream()
                        .anyMatch(way -> cost.compare(way, best) < 0))
            .isPresent();
  }
}
