package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.util.List;
import org.sparekey.application.PolicyOfAccount;
import org.sparekey.application.Step;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.application.port.PolicyRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.Strictness;
import org.sparekey.domain.recovery.RecoveryDetails;

/** Which policy holds: the latest at the start, and that version until the end. */
@Step
class PolicyOfRecovery {

  private final PolicyRepository policies;
  private final OrganisationRepository organisations;
  private final PolicyOfAccount inForce;

  @Inject
  PolicyOfRecovery(
      PolicyRepository policies, OrganisationRepository organisations, PolicyOfAccount inForce) {
    this.policies = policies;
    this.organisations = organisations;
    this.inForce = inForce;
  }

  /** For members of staff the organisation's policy for staff. */
  RecoveryPolicy forAccount(Account account) {
    return inForce.of(account);
  }

  /**
   * For a name without an account: the policy for owners of some organisation, always the same one
   * for the same name, so that asking twice tells nothing (attacks row 16).
   */
  RecoveryPolicy forNobody(String subject) {
    List<Organisation> all = organisations.all();
    if (all.isEmpty()) {
      throw new IllegalStateException("no organisation");
    }
    return inForce.latest(all.get(Math.floorMod(subject.hashCode(), all.size())).ownerPolicy());
  }

  /**
   * The version under which it was begun, or a newer one that says that running recoveries follow
   * and lets in nobody whom the older one keeps out: whoever began under a promise keeps it.
   */
  RecoveryPolicy of(RecoveryDetails recovery) {
    RecoveryPolicy holds =
        policies
            .find(recovery.policy())
            .orElseThrow(() -> new IllegalStateException("no policy " + recovery.policy()));
    for (RecoveryPolicy newer : policies.after(recovery.policy())) {
      if (newer.rules().running() == PolicyRules.Running.FOLLOW
          && Strictness.noWeaker(newer, holds)) {
        holds = newer;
      }
    }
    return holds;
  }
}
