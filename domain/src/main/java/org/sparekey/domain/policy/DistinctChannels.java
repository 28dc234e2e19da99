package org.sparekey.domain.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rule that makes two proofs two: a set of n proofs counts only if every n of them take no
 * fewer than n channels. A password that a mailbox can reset, and a code mailed to that mailbox,
 * are one proof (attacks rows 1 and 2). Every part of the set is looked at, so that a proof that
 * takes many channels, such as the words of two contacts, does not make up for two that are one.
 */
public final class DistinctChannels {

  private DistinctChannels() {}

  /** Whether nobody who holds fewer channels than there are proofs could have given them. */
  public static boolean hold(Collection<EvidenceGiven> proofs) {
    return holdFor(proofs.stream().map(EvidenceGiven::obtainableBy).toList());
  }

  /** The same for proofs that are known by their access alone. */
  public static boolean holdFor(List<Access> proofs) {
    return partsHold(proofs, 0, new ArrayList<>());
  }

  private static boolean partsHold(List<Access> proofs, int from, List<Access> part) {
    if (part.size() > 1 && givenByFewerThan(part.size(), part, 0, new HashSet<>())) {
      return false;
    }
    for (int i = from; i < proofs.size(); i++) {
      part.add(proofs.get(i));
      boolean holds = partsHold(proofs, i + 1, part);
      part.remove(part.size() - 1);
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  /** Whether fewer than {@code limit} channels give the proofs from {@code next} on as well. */
  private static boolean givenByFewerThan(
      int limit, List<Access> proofs, int next, Set<Channel> held) {
    if (held.size() >= limit) {
      return false;
    }
    if (next == proofs.size()) {
      return true;
    }
    for (Set<Channel> alternative : proofs.get(next).alternatives()) {
      Set<Channel> more = new HashSet<>(held);
      more.addAll(alternative);
      if (givenByFewerThan(limit, proofs, next + 1, more)) {
        return true;
      }
    }
    return false;
  }
}
