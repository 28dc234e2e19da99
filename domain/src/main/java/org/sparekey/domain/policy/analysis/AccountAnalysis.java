package org.sparekey.domain.policy.analysis;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.RecoveryPath;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.RiskAssessment.Level;

/**
 * What a policy means for one account, exactly: every smallest set of channels whose holder opens
 * it, and every smallest set whose loss locks its owner out. It counts as open for whoever
 * completes a path, though the sign-in that follows asks for more. Nothing is guessed and nothing
 * sampled.
 *
 * <p>The staff are at hand when the owner needs them, and nobody has vetoed lately.
 */
public final class AccountAnalysis {

  private final AccountProfile profile;
  private final ChannelNumbers numbers;
  private final Availability availability;
  private final List<WayIn> ways;

  private AccountAnalysis(
      AccountProfile profile, ChannelNumbers numbers, Availability availability, List<WayIn> ways) {
    this.profile = profile;
    this.numbers = numbers;
    this.availability = availability;
    this.ways = ways;
  }

  /** Looks at every way into the account. */
  public static AccountAnalysis of(RecoveryPolicy policy, AccountProfile profile) {
    Stream<Channel> staff =
        Stream.iterate(1, number -> number + 1)
            .limit(RecoveryPath.MOST_APPROVALS)
            .map(Channel::staff);
    ChannelNumbers numbers = ChannelNumbers.of(Stream.concat(profile.channels(), staff));
    Availability availability = new Availability(numbers, profile.needs());
    return new AccountAnalysis(
        profile, numbers, availability, WaysIn.of(policy, profile, numbers, availability));
  }

  /** The account that was looked at. */
  public AccountProfile profile() {
    return profile;
  }

  /** The smallest sets of channels that open the account, the smallest first. */
  public List<TheftSet> thefts(Level level) {
    return thefts(level, way -> true);
  }

  /** The same, but only by ways without a hold: the owner has no time to react. */
  public List<TheftSet> theftsAtOnce(Level level) {
    return thefts(level, way -> way.hold(level).isZero());
  }

  /** The same, but only by recoveries. */
  public List<TheftSet> theftsByRecovery(Level level) {
    return thefts(level, WayIn::recovery);
  }

  /** The smallest sets whose loss locks the owner out for good, the smallest first. */
  public List<LossSet> lockouts() {
    return losses(owner(way -> true));
  }

  /**
   * The smallest sets whose loss makes the owner wait, or need people, to get in again; those that
   * lock out are not among them.
   */
  public List<LossSet> delays() {
    return losses(owner(WayIn::immediate)).stream()
        .filter(loss -> loss.left().isPresent())
        .toList();
  }

  /** The ways that are left when these channels are lost, the cheapest first. */
  public List<WayBack> left(Set<Channel> lost, Level level) {
    ChannelSet gone = numbers.known(lost);
    return ways.stream()
        .filter(way -> way.owner().survives(gone))
        .map(way -> way.back(level))
        .sorted(WayBack.CHEAPEST_FIRST)
        .toList();
  }

  /** For each device what is left without it, when nothing is odd. */
  public Map<Channel, List<WayBack>> withoutEachDevice() {
    Map<Channel, List<WayBack>> left = new LinkedHashMap<>();
    profile.devices().forEach(device -> left.put(device, left(Set.of(device), Level.LOW)));
    return left;
  }

  /** Whether a notice reaches the owner when a thief holds these channels. */
  public boolean heard(Collection<Channel> stolen) {
    return heard(numbers.known(stolen));
  }

  /** Whether nothing opens the account any more, even with all its channels. */
  public boolean lockedOutAlready() {
    return ways.isEmpty();
  }

  /** Every way, for the comparison of policies. */
  List<WayIn> ways() {
    return ways;
  }

  ChannelNumbers numbers() {
    return numbers;
  }

  /** What a thief must hold, by the ways that are asked for. */
  Terms theft(Predicate<WayIn> which) {
    return ways.stream().filter(which).map(WayIn::theft).reduce(Terms.NEVER, Terms::or);
  }

  /** What the owner must have left, by the ways that are asked for. */
  Terms owner(Predicate<WayIn> which) {
    return ways.stream().filter(which).map(WayIn::owner).reduce(Terms.NEVER, Terms::or);
  }

  private List<TheftSet> thefts(Level level, Predicate<WayIn> which) {
    return theft(which).sets().stream().map(set -> theftSet(set, level, which)).toList();
  }

  private TheftSet theftSet(ChannelSet set, Level level, Predicate<WayIn> which) {
    List<WayIn> open = ways.stream().filter(which).filter(way -> way.theft().openTo(set)).toList();
    return new TheftSet(
        numbers.channels(set),
        open.stream().map(WayIn::way).distinct().toList(),
        open.stream().map(way -> way.hold(level)).min(Duration::compareTo).orElseThrow(),
        heard(set));
  }

  private boolean heard(ChannelSet stolen) {
    return profile.notices().stream().anyMatch(channel -> availability.left(channel, stolen));
  }

  private List<LossSet> losses(Terms owner) {
    return owner.transversals().sets().stream()
        .map(numbers::channels)
        .map(lost -> new LossSet(lost, left(lost, Level.LOW).stream().findFirst()))
        .toList();
  }
}
