package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.util.List;
import org.sparekey.application.PolicyOfAccount;
import org.sparekey.application.Step;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.application.port.PolicyRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.Strictness;
import org.sparekey.domain.recovery.RecoveryDetails;
import org.sparekey.domain.shared.OrganisationId;

/** Which policy holds: the latest at the start, and that version until the end. */
@Step
class PolicyOfRecovery {

  private final PolicyRepository policies;
  private final OrganisationRepository organisations;
  private final AccountRepository accounts;
  private final PolicyOfAccount inForce;

  @Inject
  PolicyOfRecovery(
      PolicyRepository policies,
      OrganisationRepository organisations,
      AccountRepository accounts,
      PolicyOfAccount inForce) {
    this.policies = policies;
    this.organisations = organisations;
    this.accounts = accounts;
    this.inForce = inForce;
  }

  /** For members of staff the organisation's policy for staff. */
  RecoveryPolicy forAccount(Account account) {
    return inForce.of(account);
  }

  /**
   * For a name without an account: the policy for owners of an organisation whose people have names
   * of the same domain, else of any; always the same one for the same name. Who knows where a
   * domain belongs, or asks twice, learns nothing (attacks row 16).
   */
  RecoveryPolicy forNobody(String typed, String subject) {
    List<Organisation> all = organisations.all();
    if (all.isEmpty()) {
      throw new IllegalStateException("no organisation");
    }
    List<OrganisationId> near =
        SignInName.parse(typed)
            .map(SignInName::domain)
            .filter(domain -> !domain.isEmpty())
            .map(accounts::organisationsOf)
            .orElse(List.of());
    List<Organisation> likely =
        all.stream().filter(one -> near.isEmpty() || near.contains(one.id())).toList();
    return inForce.latest(
        likely.get(Math.floorMod(subject.hashCode(), likely.size())).ownerPolicy());
  }

  /**
   * The version under which it was begun, or a newer one that says that running recoveries follow
   * and lets in nobody whom the older one keeps out: whoever began under a promise keeps it. A
   * version that is retired meanwhile still holds for those: nothing gets easier by that.
   */
  RecoveryPolicy of(RecoveryDetails recovery) {
    RecoveryPolicy holds = begunUnder(recovery);
    for (RecoveryPolicy newer : policies.after(recovery.policy())) {
      if (newer.rules().running() == PolicyRules.Running.FOLLOW
          && Strictness.noWeaker(newer, holds)) {
        holds = newer;
      }
    }
    return holds;
  }

  /** Whether a newer version took it along that lets in less than the one it began under. */
  boolean stricterThanBegun(RecoveryDetails recovery) {
    return !Strictness.noWeaker(begunUnder(recovery), of(recovery));
  }

  /** The version under which it was begun. */
  RecoveryPolicy begunUnder(RecoveryDetails recovery) {
    return policies
        .find(recovery.policy())
        .orElseThrow(() -> new IllegalStateException("no policy " + recovery.policy()));
  }
}
