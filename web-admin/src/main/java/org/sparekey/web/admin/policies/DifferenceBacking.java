package org.sparekey.web.admin.policies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.policy.ComparePolicies;
import org.sparekey.domain.policy.PolicyVersion;

/** The page /admin/policies/difference: two versions, line by line. */
@Named
@RequestScoped
public class DifferenceBacking {

  @Inject PolicyVisit visit;
  @Inject ComparePolicies comparePolicies;

  private ComparePolicies.@Nullable Difference difference;

  /** Compares what the address names, before anything is shown. */
  public void load() {
    Optional<PolicyVersion> older = PolicyNames.version(visit.param("older"));
    Optional<PolicyVersion> newer = PolicyNames.version(visit.param("newer"));
    if (older.isEmpty() || newer.isEmpty()) {
      visit.notFound();
      return;
    }
    difference =
        visit
            .look(
                by -> comparePolicies.compare(by.session(), older.get(), newer.get(), by.origin()))
            .orElse(null);
  }

  public ComparePolicies.@Nullable Difference getDifference() {
    return difference;
  }
}
