package org.sparekey.application.recoverycontact;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.application.port.PolicyRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.shared.AccountId;

/** What the policy of an account says about recovery contacts. */
@Step
class ContactRules {

  private final AccountRepository accounts;
  private final OrganisationRepository organisations;
  private final PolicyRepository policies;

  @Inject
  ContactRules(
      AccountRepository accounts, OrganisationRepository organisations, PolicyRepository policies) {
    this.accounts = accounts;
    this.organisations = organisations;
    this.policies = policies;
  }

  /** The rules in force; for members of staff those of the policy for staff. */
  PolicyRules of(AccountId id) {
    Account account =
        accounts.find(id).orElseThrow(() -> new IllegalStateException("no account " + id));
    Organisation organisation =
        organisations
            .find(account.organisation())
            .orElseThrow(() -> new IllegalStateException("account without its organisation"));
    String key = account.isStaff() ? organisation.staffPolicy() : organisation.ownerPolicy();
    return policies
        .latest(key)
        .map(RecoveryPolicy::rules)
        .orElseThrow(() -> new IllegalStateException("no published policy " + key));
  }

  /** How many must vouch, of how many; empty when the policy knows none. */
  Optional<PolicyRules.Contacts> contacts(AccountId id) {
    return of(id).contacts();
  }
}
