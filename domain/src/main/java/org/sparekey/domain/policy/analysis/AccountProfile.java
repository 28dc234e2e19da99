package org.sparekey.domain.policy.analysis;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sparekey.domain.policy.Access;
import org.sparekey.domain.policy.Channel;

/**
 * What one account can prove, and by which channels: all that the analysis looks at. {@link
 * ProfileBuilder} makes one.
 *
 * @param signIns the ways of the ordinary sign-in
 * @param proofs what can be proved in a recovery
 * @param notices where notices, and with them vetoes, reach the owner
 * @param needs what is lost with what, as the owner declared it
 */
public record AccountProfile(
    List<SignIn> signIns, List<ProofSource> proofs, Set<Channel> notices, Set<Need> needs) {

  /** Copies all. Refuses the staff: they stand for approvals, and are no account's own. */
  public AccountProfile {
    signIns = List.copyOf(signIns);
    proofs = List.copyOf(proofs);
    notices = Set.copyOf(notices);
    needs = Set.copyOf(needs);
    signIns.forEach(way -> refuseStaff(way.obtainableBy(), way.givenBy()));
    proofs.forEach(proof -> refuseStaff(proof.countedAs(), proof.obtainableBy(), proof.givenBy()));
  }

  private static void refuseStaff(Access... accesses) {
    for (Access access : accesses) {
      for (Set<Channel> channels : access.alternatives()) {
        for (Channel channel : channels) {
          if (channel.kind() == Channel.Kind.STAFF) {
            throw new IllegalArgumentException("the staff are no channel of an account");
          }
        }
      }
    }
  }

  /** Every channel that plays a part; one may come more than once. */
  public Stream<Channel> channels() {
    Stream<Access> accesses =
        Stream.of(
                signIns.stream().flatMap(way -> Stream.of(way.obtainableBy(), way.givenBy())),
                proofs.stream()
                    .flatMap(
                        proof ->
                            Stream.of(proof.countedAs(), proof.obtainableBy(), proof.givenBy())),
                needs.stream().map(Need::needed))
            .flatMap(each -> each);
    return Stream.of(
            accesses.flatMap(access -> access.channels().stream()),
            notices.stream(),
            needs.stream().map(Need::channel))
        .flatMap(each -> each);
  }

  /** The devices, by name. */
  public List<Channel> devices() {
    return channels()
        .filter(channel -> channel.kind() == Channel.Kind.DEVICE)
        .distinct()
        .sorted(ChannelNumbers.ORDER)
        .toList();
  }
}
