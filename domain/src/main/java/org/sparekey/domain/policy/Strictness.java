package org.sparekey.domain.policy;

import java.util.Set;
import org.sparekey.domain.policy.PolicyRules.Revokes;

/** Compares two versions of a policy. */
public final class Strictness {

  private Strictness() {}

  /**
   * Whether the newer lets in nobody whom the older keeps out: each of its paths asks for at least
   * what some path of the older asks for, holds as long, and takes as many people; and its other
   * rules are no weaker. Running recoveries may be moved to such a version only.
   */
  public static boolean noWeaker(RecoveryPolicy newer, RecoveryPolicy older) {
    return newer.paths().stream()
            .allMatch(path -> older.paths().stream().anyMatch(path::neverBetterThan))
        && rulesNoWeaker(newer.rules(), older.rules());
  }

  private static boolean rulesNoWeaker(PolicyRules newer, PolicyRules older) {
    return newer.probation().compareTo(older.probation()) >= 0
        && newer.contactCoolOff().compareTo(older.contactCoolOff()) >= 0
        && (newer.revokes() == older.revokes() || newer.revokes() == Revokes.ALL_FACTORS)
        && newer.wrongProofs() <= older.wrongProofs()
        && newer.survivors().containsAll(vetoOf(older))
        && (older.survivors().contains(PolicyRules.Survivor.SHORTEN)
            || !newer.survivors().contains(PolicyRules.Survivor.SHORTEN))
        && browsersNoWeaker(newer, older)
        && newer.vetoes().then() <= older.vetoes().then()
        && newer.vetoes().approvals() >= older.vetoes().approvals()
        && contactsNoWeaker(newer, older);
  }

  private static Set<PolicyRules.Survivor> vetoOf(PolicyRules rules) {
    return rules.survivors().contains(PolicyRules.Survivor.VETO)
        ? Set.of(PolicyRules.Survivor.VETO)
        : Set.of();
  }

  /** Remembered as long at most. */
  private static boolean browsersNoWeaker(PolicyRules newer, PolicyRules older) {
    return newer
        .rememberedBrowsers()
        .map(mine -> older.rememberedBrowsers().filter(his -> mine.compareTo(his) <= 0).isPresent())
        .orElse(true);
  }

  private static boolean contactsNoWeaker(PolicyRules newer, PolicyRules older) {
    return newer
        .contacts()
        .map(
            mine ->
                older
                    .contacts()
                    .filter(his -> mine.needed() >= his.needed() && mine.of() <= his.of())
                    .isPresent())
        .orElse(true);
  }
}
