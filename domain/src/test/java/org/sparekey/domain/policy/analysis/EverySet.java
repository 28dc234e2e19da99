package org.sparekey.domain.policy.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.Circumstances;
import org.sparekey.domain.policy.EvidenceGiven;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RecoveryPath;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.RiskAssessment.Level;

/**
 * The reference: what the decision says to everything that could be given, tried for one set of
 * channels after the other. It knows nothing of the analysis.
 */
final class EverySet {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private final AccountProfile profile;
  private final List<Channel> channels;
  private final List<Opening> openings = new ArrayList<>();

  /** Proofs that complete a path. */
  private record Opening(RecoveryPath path, List<ProofSource> proofs) {}

  EverySet(RecoveryPolicy policy, AccountProfile profile) {
    this.profile = profile;
    this.channels = profile.channels().distinct().toList();
    for (List<ProofSource> choice : choices()) {
      for (RecoveryPath path : policy.paths()) {
        if (satisfied(policy, path, choice)) {
          openings.add(new Opening(path, choice));
        }
      }
    }
  }

  private static boolean satisfied(
      RecoveryPolicy policy, RecoveryPath path, List<ProofSource> choice) {
    List<EvidenceGiven> given =
        choice.stream()
            .map(proof -> new EvidenceGiven(proof.kind(), proof.countedAs(), NOW))
            .toList();
    return new RecoveryPolicy(policy.version(), policy.name(), List.of(path), policy.rules())
        .decide(given, Circumstances.nothingOdd(NOW))
        .<Boolean>fold(more -> false, enough -> true, refused -> false);
  }

  /** Of each kind one proof or none: the latest is what a decision looks at. */
  private List<List<ProofSource>> choices() {
    Map<EvidenceKind, List<ProofSource>> byKind =
        profile.proofs().stream().distinct().collect(Collectors.groupingBy(ProofSource::kind));
    List<List<ProofSource>> choices = List.of(List.of());
    for (List<ProofSource> ofKind : byKind.values()) {
      List<List<ProofSource>> longer = new ArrayList<>(choices);
      for (List<ProofSource> choice : choices) {
        ofKind.forEach(
            proof -> longer.add(Stream.concat(choice.stream(), Stream.of(proof)).toList()));
      }
      choices = longer;
    }
    return choices;
  }

  /** Every set of the account's channels. */
  Stream<Set<Channel>> sets() {
    return IntStream.range(0, 1 << channels.size())
        .mapToObj(
            mask ->
                IntStream.range(0, channels.size())
                    .filter(i -> (mask & 1 << i) != 0)
                    .mapToObj(channels::get)
                    .collect(Collectors.toSet()));
  }

  /** How long the owner has when these are stolen; empty when they do not open the account. */
  Optional<Duration> opensAfter(Set<Channel> stolen, int staff, Level level) {
    boolean signsIn = profile.signIns().stream().anyMatch(it -> it.obtainableBy().openTo(stolen));
    return signsIn ? Optional.of(Duration.ZERO) : recoversAfter(stolen, staff, level);
  }

  /** The same by recoveries alone. */
  Optional<Duration> recoversAfter(Set<Channel> stolen, int staff, Level level) {
    return openings.stream()
        .filter(opening -> opening.path().approvals() <= staff)
        .filter(
            opening -> opening.proofs().stream().allMatch(it -> it.obtainableBy().openTo(stolen)))
        .map(opening -> opening.path().holds().at(level))
        .min(Duration::compareTo);
  }

  /** Whether the owner gets in when these are lost. */
  boolean left(Set<Channel> lost) {
    return signInLeft(lost) || left(lost, opening -> true);
  }

  /** Whether the owner gets in without waiting and without people when these are lost. */
  boolean leftAtOnce(Set<Channel> lost) {
    return signInLeft(lost)
        || left(
            lost,
            opening -> opening.path().approvals() == 0 && opening.path().holds().low().isZero());
  }

  /** Whether a notice still reaches the owner. */
  boolean heard(Set<Channel> stolen) {
    Set<Channel> remaining = remaining(stolen);
    return profile.notices().stream().anyMatch(remaining::contains);
  }

  private boolean signInLeft(Set<Channel> lost) {
    Set<Channel> remaining = remaining(lost);
    return profile.signIns().stream().anyMatch(it -> it.givenBy().openTo(remaining));
  }

  private boolean left(Set<Channel> lost, Predicate<Opening> which) {
    Set<Channel> remaining = remaining(lost);
    return openings.stream()
        .filter(which)
        .anyMatch(
            opening -> opening.proofs().stream().allMatch(it -> it.givenBy().openTo(remaining)));
  }

  /** What is not lost: with each channel goes what needs it, until nothing more goes. */
  private Set<Channel> remaining(Set<Channel> lost) {
    Set<Channel> remaining = new HashSet<>(channels);
    remaining.removeAll(lost);
    boolean gone = true;
    while (gone) {
      Set<Channel> still = Set.copyOf(remaining);
      gone =
          remaining.removeIf(
              channel ->
                  profile.needs().stream()
                      .anyMatch(
                          need -> need.channel().equals(channel) && !need.needed().openTo(still)));
    }
    return remaining;
  }
}
