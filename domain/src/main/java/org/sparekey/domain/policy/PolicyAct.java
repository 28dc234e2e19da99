package org.sparekey.domain.policy;

import java.time.Instant;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.OrganisationId;

/** What somebody did with a policy after it was published, and why. */
public record PolicyAct(
    String key, OrganisationId organisation, Kind kind, AccountId by, Instant at, String reason) {

  /** The kinds; {@link #code()} is stored. */
  public enum Kind {
    /** From now on it holds for account owners. */
    FOR_OWNERS("for-owners"),
    /** From now on it holds for members of staff. */
    FOR_STAFF("for-staff"),
    /** From now on no recovery begins under it. */
    RETIRED("retired");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The stable code. */
    public String code() {
      return code;
    }
  }
}
