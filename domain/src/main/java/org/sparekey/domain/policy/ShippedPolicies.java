package org.sparekey.domain.policy;

import static org.sparekey.domain.policy.EvidenceKind.KNOWN_BROWSER;
import static org.sparekey.domain.policy.EvidenceKind.MAILED_CODE;
import static org.sparekey.domain.policy.EvidenceKind.PASSWORD;
import static org.sparekey.domain.policy.EvidenceKind.PHONE_CODE;
import static org.sparekey.domain.policy.EvidenceKind.RECOVERY_CODE;
import static org.sparekey.domain.policy.EvidenceKind.RECOVERY_CONTACTS;
import static org.sparekey.domain.policy.EvidenceKind.SURVIVING_FACTOR;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The policies that every installation starts with. */
public final class ShippedPolicies {

  private ShippedPolicies() {}

  /** Any two of password, mailed code and recovery code, at once: what many sites do today. */
  public static RecoveryPolicy quick() {
    return new RecoveryPolicy(
        new PolicyVersion("quick", 3),
        "Quick",
        List.of(
            path(Holds.none(), 0, PASSWORD, MAILED_CODE),
            path(Holds.none(), 0, PASSWORD, RECOVERY_CODE),
            path(Holds.none(), 0, RECOVERY_CODE, MAILED_CODE)),
        PolicyRules.usual(Duration.ofDays(1)));
  }

  /**
   * Password and a factor that is left, at once: that is a sign-in. Password and recovery code, at
   * once: nobody far away has the paper; a day when something is odd. Password and mailed code,
   * with a day for the owner to object; three when something is odd. Recovery code and mailed code,
   * for who forgot the password (NIST SP 800-63B-4 §4.2.2.2: two recovery codes by different
   * methods), with the day, because then the mailbox counts as much as before. A phone is never
   * enough with a mailbox alone (attacks row 4): with the password it waits. The recovery contacts
   * stand in for the paper. At last a known browser beside password and mailed code: four hours.
   */
  public static RecoveryPolicy standard() {
    Holds paper = Holds.hours(0, 24, 72);
    Holds mail = Holds.hours(24, 72, 168);
    return new RecoveryPolicy(
        new PolicyVersion("standard", 3),
        "Standard",
        List.of(
            path(paper, 0, PASSWORD, SURVIVING_FACTOR),
            path(paper, 0, PASSWORD, RECOVERY_CODE),
            path(mail, 0, PASSWORD, MAILED_CODE),
            path(mail, 0, PASSWORD, PHONE_CODE),
            path(mail, 0, RECOVERY_CODE, MAILED_CODE),
            path(mail, 0, PASSWORD, RECOVERY_CONTACTS),
            path(mail, 0, MAILED_CODE, RECOVERY_CONTACTS),
            path(Holds.hours(4, 24, 72), 0, PASSWORD, MAILED_CODE, KNOWN_BROWSER)),
        PolicyRules.usual(Duration.ofDays(3)));
  }

  /**
   * For accounts whose loss hurts (AAL3): nothing at once but with two strong proofs, three proofs
   * or people for the rest, and every factor ends.
   */
  public static RecoveryPolicy strict() {
    Holds strong = Holds.hours(24, 72, 168);
    Holds slow = Holds.hours(72, 120, 240);
    return new RecoveryPolicy(
        new PolicyVersion("strict", 1),
        "Strict",
        List.of(
            path(strong, 0, PASSWORD, RECOVERY_CODE, SURVIVING_FACTOR),
            path(strong, 0, PASSWORD, RECOVERY_CODE, MAILED_CODE),
            path(slow, 1, RECOVERY_CODE, SURVIVING_FACTOR),
            path(slow, 1, PASSWORD, MAILED_CODE, RECOVERY_CONTACTS),
            path(slow, 2, PASSWORD, MAILED_CODE)),
        new PolicyRules(
            Duration.ofDays(7),
            Duration.ofDays(14),
            5,
            PolicyRules.Revokes.ALL_FACTORS,
            Set.of(PolicyRules.Survivor.VETO),
            Optional.empty(),
            Optional.of(new PolicyRules.Contacts(3, 5)),
            new PolicyRules.Vetoes(1, 2),
            2));
  }

  /** For members of staff: as many proofs, and always colleagues (attacks rows 6 and 7). */
  public static RecoveryPolicy staff() {
    Holds hold = Holds.hours(4, 24, 72);
    return new RecoveryPolicy(
        new PolicyVersion("staff", 1),
        "Staff",
        List.of(
            path(hold, 0, PASSWORD, RECOVERY_CODE, SURVIVING_FACTOR),
            path(hold, 1, PASSWORD, RECOVERY_CODE),
            path(hold, 1, PASSWORD, SURVIVING_FACTOR),
            path(Holds.hours(24, 72, 168), 2, PASSWORD, MAILED_CODE)),
        new PolicyRules(
            Duration.ofDays(3),
            Duration.ofDays(14),
            5,
            PolicyRules.Revokes.LOST_FACTORS,
            Set.of(PolicyRules.Survivor.VETO, PolicyRules.Survivor.SHORTEN),
            Optional.of(Duration.ofDays(7)),
            Optional.empty(),
            new PolicyRules.Vetoes(1, 2),
            2));
  }

  /** All of them. */
  public static List<RecoveryPolicy> all() {
    return List.of(quick(), standard(), strict(), staff());
  }

  private static RecoveryPath path(Holds holds, int approvals, EvidenceKind... evidence) {
    return new RecoveryPath(Set.of(evidence), holds, approvals);
  }
}
