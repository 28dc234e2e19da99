package org.sparekey.domain.policy.analysis;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sparekey.domain.policy.Access;
import org.sparekey.domain.policy.Channel;

/** Gives the channels of a profile other names, but for those that need none. */
final class Renaming {

  private final Map<Channel, Channel> names = new HashMap<>();
  private final Map<Access, Access> accesses = new HashMap<>();

  /** Running numbers for each kind, in the order given. */
  Renaming(List<Channel> inOrder) {
    Map<Channel.Kind, Integer> used = new EnumMap<>(Channel.Kind.class);
    for (Channel channel : inOrder) {
      if (channel.detail().isEmpty()) {
        names.put(channel, channel);
      } else if (!names.containsKey(channel)) {
        int number = used.merge(channel.kind(), 1, Integer::sum);
        names.put(channel, new Channel(channel.kind(), Integer.toString(number)));
      }
    }
  }

  /** The profile with the new names, the order of its lists kept. */
  AccountProfile of(AccountProfile profile) {
    return new AccountProfile(
        profile.signIns().stream()
            .map(
                way ->
                    new SignIn(way.kind(), way.proofs(), of(way.obtainableBy()), of(way.givenBy())))
            .toList(),
        profile.proofs().stream()
            .map(
                proof ->
                    new ProofSource(
                        proof.kind(),
                        of(proof.countedAs()),
                        of(proof.obtainableBy()),
                        of(proof.givenBy())))
            .toList(),
        of(profile.notices()),
        needs(profile.needs()));
  }

  private Set<Need> needs(Set<Need> needs) {
    Set<Need> renamed = new HashSet<>();
    needs.forEach(need -> renamed.add(new Need(of(need.channel()), of(need.needed()))));
    return renamed;
  }

  private Access of(Access access) {
    return accesses.computeIfAbsent(access, this::renamed);
  }

  private Access renamed(Access access) {
    Set<Set<Channel>> alternatives = new HashSet<>();
    access.alternatives().forEach(channels -> alternatives.add(of(channels)));
    return new Access(alternatives);
  }

  private Set<Channel> of(Set<Channel> channels) {
    Set<Channel> renamed = new HashSet<>();
    channels.forEach(channel -> renamed.add(of(channel)));
    return renamed;
  }

  private Channel of(Channel channel) {
    Channel name = names.get(channel);
    if (name == null) {
      throw new IllegalStateException("not one of the profile: " + channel);
    }
    return name;
  }
}
