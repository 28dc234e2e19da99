package org.sparekey.domain.policy;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rule that makes two proofs two: a set of n proofs counts only if no fewer than n channels
 * give all of them. A password that a mailbox can reset, and a code mailed to that mailbox, are one
 * proof (attacks rows 1 and 2).
 */
public final class DistinctChannels {

  private DistinctChannels() {}

  /** Whether nobody who holds fewer channels than there are proofs could have given them all. */
  public static boolean hold(Collection<EvidenceGiven> proofs) {
    return fewestChannels(List.copyOf(proofs)) >= proofs.size();
  }

  /** The size of the smallest set of channels that gives every proof. */
  static int fewestChannels(List<EvidenceGiven> proofs) {
    List<Channel> channels =
        List.copyOf(
            proofs.stream()
                .flatMap(proof -> proof.obtainableBy().stream())
                .collect(Collectors.toSet()));
    for (int size = 0; size < channels.size(); size++) {
      if (anySubsetGivesAll(channels, 0, size, new HashSet<>(), proofs)) {
        return size;
      }
    }
    return channels.size();
  }

  private static boolean anySubsetGivesAll(
      List<Channel> channels, int from, int more, Set<Channel> held, List<EvidenceGiven> proofs) {
    if (more == 0) {
      return proofs.stream()
          .allMatch(proof -> proof.obtainableBy().stream().anyMatch(held::contains));
    }
    for (int i = from; i <= channels.size() - more; i++) {
      held.add(channels.get(i));
      if (anySubsetGivesAll(channels, i + 1, more - 1, held, proofs)) {
        return true;
      }
      held.remove(channels.get(i));
    }
    return false;
  }
}
