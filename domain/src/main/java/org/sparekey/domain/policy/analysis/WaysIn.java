package org.sparekey.domain.policy.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sparekey.domain.policy.Access;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.DistinctChannels;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RecoveryPath;
import org.sparekey.domain.policy.RecoveryPolicy;

/**
 * Finds every way into an account: the sign-ins, and each path with every choice of proofs that a
 * decision would accept: to each kind asked a proof of its own, no kind given twice, and channels
 * that count ({@link DistinctChannels}).
 */
final class WaysIn {

  private final AccountProfile profile;
  private final ChannelNumbers numbers;
  private final Map<Access, Terms> theft = new HashMap<>();
  private final Map<Access, Terms> owner = new HashMap<>();
  private final Map<Way, Map<List<EvidenceKind>, WayIn>> found = new LinkedHashMap<>();
  private final Availability availability;

  private WaysIn(AccountProfile profile, ChannelNumbers numbers, Availability availability) {
    this.profile = profile;
    this.numbers = numbers;
    this.availability = availability;
  }

  static List<WayIn> of(
      RecoveryPolicy policy,
      AccountProfile profile,
      ChannelNumbers numbers,
      Availability availability) {
    WaysIn ways = new WaysIn(profile, numbers, availability);
    profile.signIns().forEach(ways::signIn);
    for (int i = 0; i < policy.paths().size(); i++) {
      ways.path(new Way.ByPath(i + 1, policy.paths().get(i)));
    }
    return ways.found.values().stream().flatMap(kinds -> kinds.values().stream()).toList();
  }

  private void signIn(SignIn signIn) {
    add(
        new WayIn(
            new Way.BySignIn(signIn.kind()),
            signIn.proofs(),
            theft(signIn.obtainableBy()),
            owner(signIn.givenBy())));
  }

  private void path(Way.ByPath way) {
    RecoveryPath path = way.path();
    choose(way, path.evidence().stream().sorted().toList(), new ArrayList<>());
  }

  private void choose(Way.ByPath way, List<EvidenceKind> asked, List<ProofSource> chosen) {
    if (chosen.size() == asked.size()) {
      add(wayIn(way, chosen));
      return;
    }
    EvidenceKind next = asked.get(chosen.size());
    for (ProofSource source : profile.proofs()) {
      if (next.metBy(source.kind())
          && chosen.stream().noneMatch(it -> it.kind() == source.kind())) {
        chosen.add(source);
        if (distinct(chosen)) {
          choose(way, asked, chosen);
        }
        chosen.remove(chosen.size() - 1);
      }
    }
  }

  /** Of proofs that do not count together, more do not either. */
  private static boolean distinct(List<ProofSource> chosen) {
    return DistinctChannels.holdFor(chosen.stream().map(ProofSource::countedAs).toList());
  }

  private WayIn wayIn(Way.ByPath way, List<ProofSource> chosen) {
    Terms approving =
        Stream.iterate(1, number -> number + 1)
            .limit(way.path().approvals())
            .map(number -> Terms.of(numbers.of(Channel.staff(number))))
            .reduce(Terms.ALWAYS, Terms::and);
    return new WayIn(
        way,
        chosen.stream().map(ProofSource::kind).sorted().toList(),
        chosen.stream().map(it -> theft(it.obtainableBy())).reduce(approving, Terms::and),
        chosen.stream().map(it -> owner(it.givenBy())).reduce(Terms.ALWAYS, Terms::and));
  }

  private void add(WayIn way) {
    found
        .computeIfAbsent(way.way(), each -> new LinkedHashMap<>())
        .merge(way.given(), way, WayIn::or);
  }

  private Terms theft(Access access) {
    return theft.computeIfAbsent(access, numbers::terms);
  }

  private Terms owner(Access access) {
    return owner.computeIfAbsent(access, availability::of);
  }
}
