package org.sparekey.domain.policy;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The policies that every installation starts with. */
public final class ShippedPolicies {

  private static final Set<EvidenceKind> PASSWORD_AND_MAIL =
      Set.of(EvidenceKind.PASSWORD, EvidenceKind.MAILED_CODE);

  private static final Set<EvidenceKind> PASSWORD_AND_PAPER =
      Set.of(EvidenceKind.PASSWORD, EvidenceKind.RECOVERY_CODE);
  private static final Set<EvidenceKind> PAPER_AND_MAIL =
      Set.of(EvidenceKind.RECOVERY_CODE, EvidenceKind.MAILED_CODE);

  private ShippedPolicies() {}

  /**
   * Any two of password, mailed code and recovery code, at once: what many sites do today. Version
   * 1 knew no recovery codes.
   */
  public static RecoveryPolicy quick() {
    return new RecoveryPolicy(
        new PolicyVersion("quick", 2),
        "Quick",
        List.of(
            new RecoveryPath(PASSWORD_AND_MAIL, Duration.ZERO, Duration.ZERO, 0),
            new RecoveryPath(PASSWORD_AND_PAPER, Duration.ZERO, Duration.ZERO, 0),
            new RecoveryPath(PAPER_AND_MAIL, Duration.ZERO, Duration.ZERO, 0)),
        Duration.ofHours(24));
  }

  /**
   * Password and mailed code, with a day for the owner to object; three when something is odd.
   * Password and recovery code, at once: nobody far away has the paper; a day when something is
   * odd. Recovery code and mailed code, for who forgot the password (NIST SP 800-63B-4 §4.2.2.2:
   * two recovery codes by different methods), with the day, because then the mailbox counts as much
   * as in the first. Version 1 knew no recovery codes.
   */
  public static RecoveryPolicy standard() {
    return new RecoveryPolicy(
        new PolicyVersion("standard", 2),
        "Standard",
        List.of(
            new RecoveryPath(PASSWORD_AND_MAIL, Duration.ofHours(24), Duration.ofHours(72), 0),
            new RecoveryPath(PASSWORD_AND_PAPER, Duration.ZERO, Duration.ofHours(24), 0),
            new RecoveryPath(PAPER_AND_MAIL, Duration.ofHours(24), Duration.ofHours(72), 0)),
        Duration.ofHours(72));
  }

  /** All of them. */
  public static List<RecoveryPolicy> all() {
    return List.of(quick(), standard());
  }
}
