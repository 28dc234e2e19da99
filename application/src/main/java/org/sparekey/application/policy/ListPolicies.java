package org.sparekey.application.policy;

import jakarta.inject.Inject;
import java.util.List;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.PolicyRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.policy.RecoveryPolicy;

/** The recovery policies, for staff. */
@UseCase
public class ListPolicies {

  private final PolicyRepository policies;

  @Inject
  public ListPolicies(PolicyRepository policies) {
    this.policies = policies;
  }

  /** The latest version of each, by key; none for anybody who is not an administrator. */
  public List<RecoveryPolicy> list(SessionView staff) {
    return staff.full() && staff.roles().contains(StaffRole.ADMINISTRATOR)
        ? policies.latest()
        : List.of();
  }
}
