package org.sparekey.domain.shared;

import java.util.Optional;

/** Who did something. The kind is a stable code in the audit log. */
public record Actor(Kind kind, Optional<AccountId> account) {

  /** The kinds of actor; {@link #code()} is stored. */
  public enum Kind {
    OWNER("owner"),
    STAFF("staff"),
    ANONYMOUS("anonymous"),
    SYSTEM("system");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The stable code. */
    public String code() {
      return code;
    }
  }

  /** A person acting on the own account, proved by a session. */
  public static Actor owner(AccountId account) {
    return new Actor(Kind.OWNER, Optional.of(account));
  }

  /** A member of staff, by the own account. */
  public static Actor staff(AccountId account) {
    return new Actor(Kind.STAFF, Optional.of(account));
  }

  /** Somebody who has not proved who he is. */
  public static Actor anonymous() {
    return new Actor(Kind.ANONYMOUS, Optional.empty());
  }

  /** Sparekey itself. */
  public static Actor system() {
    return new Actor(Kind.SYSTEM, Optional.empty());
  }
}
