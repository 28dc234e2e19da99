package org.sparekey.domain.policy.analysis;

import java.util.List;
import java.util.Set;
import org.sparekey.domain.policy.Channel;

/**
 * Something that owners do lose, and what is left then.
 *
 * @param channels all that is gone with it
 * @param ways back in, the cheapest first, without those that ask more and give nothing for it;
 *     empty when the owner is locked out
 */
public record Loss(Kind kind, Set<Channel> channels, List<WayBack> ways) {

  /** Copies both. */
  public Loss {
    channels = Set.copyOf(channels);
    ways = List.copyOf(ways);
  }

  /** What is lost; {@link #code()} is the message key. */
  public enum Kind {
    /** One device. */
    DEVICE("device"),
    /** All devices at once, and with them the browsers that are known. */
    ALL_DEVICES("all-devices"),
    /** One mailbox: its owner gets in no more. */
    MAILBOX("mailbox"),
    /** The password is forgotten. */
    PASSWORD("password");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The stable code. */
    public String code() {
      return code;
    }
  }

  /** Whether nothing is left. */
  public boolean lockedOut() {
    return ways.isEmpty();
  }
}
