package org.sparekey.domain.policy.analysis;

import java.util.HashMap;
import java.util.Map;
import org.sparekey.domain.policy.Channel;

/**
 * Counts accounts by shape, one after the other, in memory for the shapes only. Of one account it
 * keeps nothing but that: names are numbers before they are compared.
 */
public final class Census {

  private final Map<String, Counted> shapes = new HashMap<>();

  /** Nobody yet. */
  public Census() {}

  private record Counted(AccountProfile profile, long accounts) {

    Counted with(Counted other) {
      return new Counted(profile, accounts + other.accounts);
    }
  }

  /** One more account. */
  public Census add(AccountProfile profile) {
    return add(profile, 1);
  }

  /** So many accounts of one shape. */
  public Census add(AccountProfile profile, long accounts) {
    shapes.merge(asItStands(profile), new Counted(profile, accounts), Counted::with);
    return this;
  }

  /** The accounts counted so far. */
  public Population population() {
    Map<AccountProfile, Long> profiles = new HashMap<>();
    shapes
        .values()
        .forEach(
            counted ->
                profiles.merge(
                    CanonicalProfile.of(counted.profile()), counted.accounts(), Long::sum));
    return new Population(profiles);
  }

  /** Cheap, and the same for most accounts of one shape: channels by first appearance. */
  private static String asItStands(AccountProfile profile) {
    Map<Channel, Integer> numbers = new HashMap<>();
    ProfileText text =
        new ProfileText(
            channel ->
                numbers.computeIfAbsent(
                    channel,
                    each -> numbers.size() * ProfileText.MOST_KINDS + ProfileText.kind(each)));
    return text.text(profile);
  }
}
