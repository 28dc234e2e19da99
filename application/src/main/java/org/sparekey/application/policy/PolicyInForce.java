package org.sparekey.application.policy;

import jakarta.inject.Inject;
import org.sparekey.application.Step;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.application.port.PolicyRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.policy.RecoveryPolicy;

/** The policy under which a recovery of one's own account would begin now. */
@Step
class PolicyInForce {

  private final OrganisationRepository organisations;
  private final PolicyRepository policies;

  @Inject
  PolicyInForce(OrganisationRepository organisations, PolicyRepository policies) {
    this.organisations = organisations;
    this.policies = policies;
  }

  /** For members of staff the one for staff. */
  RecoveryPolicy of(SessionView session) {
    Organisation organisation = organisations.find(session.organisation()).orElseThrow();
    String key =
        session.roles().isEmpty() ? organisation.ownerPolicy() : organisation.staffPolicy();
    return policies.latest(key).orElseThrow();
  }
}
