package org.sparekey.application.policy;

import java.util.List;
import java.util.Set;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.RiskAssessment;
import org.sparekey.domain.policy.analysis.LossSet;
import org.sparekey.domain.policy.analysis.TheftSet;
import org.sparekey.domain.policy.analysis.WayBack;

/**
 * What somebody would have to do if something were lost.
 *
 * @param who a sign-in name, or the code of an invented account
 * @param invented whether nobody is meant
 * @param channels all that the account has, to choose what is lost
 * @param lost what is taken for lost
 * @param risk how odd the recovery is taken to look
 * @param ways what is left, the cheapest first; empty when the owner is locked out
 * @param thefts who could break in by a recovery, at that risk
 * @param lockouts the smallest losses that lock out
 */
public record PolicyTrial(
    String who,
    boolean invented,
    List<Channel> channels,
    Set<Channel> lost,
    RiskAssessment.Level risk,
    List<WayBack> ways,
    List<TheftSet> thefts,
    List<LossSet> lockouts) {

  /** Copies all. */
  public PolicyTrial {
    channels = List.copyOf(channels);
    lost = Set.copyOf(lost);
    ways = List.copyOf(ways);
    thefts = List.copyOf(thefts);
    lockouts = List.copyOf(lockouts);
  }

  /** A channel as a form sends it. */
  public static String name(Channel channel) {
    return channel.kind().code() + " " + channel.detail();
  }
}
