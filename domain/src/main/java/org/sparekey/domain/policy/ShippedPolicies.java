package org.sparekey.domain.policy;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The policies that every installation starts with. */
public final class ShippedPolicies {

  private static final Set<EvidenceKind> PASSWORD_AND_MAIL =
      Set.of(EvidenceKind.PASSWORD, EvidenceKind.MAILED_CODE);

  private ShippedPolicies() {}

  /** Password and mailed code, at once: what many sites do today. */
  public static RecoveryPolicy quick() {
    return new RecoveryPolicy(
        new PolicyVersion("quick", 1),
        "Quick",
        List.of(new RecoveryPath(PASSWORD_AND_MAIL, Duration.ZERO, Duration.ZERO, 0)),
        Duration.ofHours(24));
  }

  /** Password and mailed code, with a day for the owner to object; three when something is odd. */
  public static RecoveryPolicy standard() {
    return new RecoveryPolicy(
        new PolicyVersion("standard", 1),
        "Standard",
        List.of(new RecoveryPath(PASSWORD_AND_MAIL, Duration.ofHours(24), Duration.ofHours(72), 0)),
        Duration.ofHours(72));
  }

  /** All of them. */
  public static List<RecoveryPolicy> all() {
    return List.of(quick(), standard());
  }
}
