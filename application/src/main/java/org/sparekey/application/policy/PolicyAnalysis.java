package org.sparekey.application.policy;

import java.util.List;
import java.util.Optional;
import org.sparekey.domain.policy.PolicyDifference;
import org.sparekey.domain.policy.PolicyFault;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.analysis.AccountAnalysis;
import org.sparekey.domain.policy.analysis.Assurance;
import org.sparekey.domain.policy.analysis.InventedAccount;
import org.sparekey.domain.policy.analysis.WorstCase;

/**
 * What a text would mean.
 *
 * @param found empty when the text has faults
 * @param faults by line
 */
public record PolicyAnalysis(Optional<Found> found, List<PolicyFault> faults) {

  /** Copies the faults. */
  public PolicyAnalysis {
    faults = List.copyOf(faults);
  }

  /**
   * What was found.
   *
   * @param account the invented account that was looked at
   * @param of what the policy means for it
   * @param worst what it allows on the worst account that could have it
   * @param assurance what NIST SP 800-63B-4 §4.2.2 says to it
   * @param changes what it says otherwise than the version in force; empty for a new policy
   */
  public record Found(
      RecoveryPolicy policy,
      InventedAccount account,
      AccountAnalysis of,
      WorstCase worst,
      Assurance assurance,
      List<PolicyDifference.Line> changes) {

    /** Copies the lines. */
    public Found {
      changes = List.copyOf(changes);
    }
  }
}
