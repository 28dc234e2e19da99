package org.sparekey.application;

import jakarta.inject.Inject;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.application.port.PolicyRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.policy.RecoveryPolicy;

/** The policy in force for an account: for members of staff their organisation's one for staff. */
@Step
public class PolicyOfAccount {

  private final PolicyRepository policies;
  private final OrganisationRepository organisations;

  @Inject
  public PolicyOfAccount(PolicyRepository policies, OrganisationRepository organisations) {
    this.policies = policies;
    this.organisations = organisations;
  }

  /** The latest version that is published. */
  public RecoveryPolicy of(Account account) {
    Organisation organisation =
        organisations
            .find(account.organisation())
            .orElseThrow(() -> new IllegalStateException("account without its organisation"));
    return latest(account.isStaff() ? organisation.staffPolicy() : organisation.ownerPolicy());
  }

  /** The latest published version of a policy. */
  public RecoveryPolicy latest(String key) {
    return policies
        .latest(key)
        .orElseThrow(() -> new IllegalStateException("no published policy " + key));
  }
}
