package org.sparekey.domain.policy.analysis;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.RecoveryPolicy;

/**
 * What a policy allows on the worst account that could have it, for a policy that no account has
 * yet: one of everything, in an organisation that lets a mailbox reset passwords, too; and all on
 * one handset. Proofs count only if the channels that a decision knows are as many as they are; but
 * it cannot know that a phone reads the mailbox and is the known browser, so that one channel may
 * give several.
 */
public final class WorstCase {

  private final Map<InventedAccount, Weakness> weaknesses;

  private WorstCase(Map<InventedAccount, Weakness> weaknesses) {
    this.weaknesses = weaknesses;
  }

  /** Tries the policy on every invented account. */
  public static WorstCase of(RecoveryPolicy policy) {
    Map<InventedAccount, Weakness> weaknesses = new EnumMap<>(InventedAccount.class);
    Arrays.stream(InventedAccount.values())
        .forEach(account -> weaknesses.put(account, Weakness.of(policy, account.under(policy))));
    return new WorstCase(weaknesses);
  }

  /** The weakness of one invented account. */
  public Weakness weaknessOf(InventedAccount account) {
    Weakness weakness = weaknesses.get(account);
    if (weakness == null) {
      throw new IllegalStateException("not looked at: " + account);
    }
    return weakness;
  }

  /** Every channel that alone opens some account by a recovery. */
  public Set<Channel> singleChannels() {
    return weaknesses.values().stream()
        .flatMap(weakness -> weakness.singleChannels().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether publishing takes a second signature. */
  public boolean singleChannel() {
    return !singleChannels().isEmpty();
  }
}
