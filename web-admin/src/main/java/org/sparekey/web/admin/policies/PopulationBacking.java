package org.sparekey.web.admin.policies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.policy.AssignPolicy.Audience;
import org.sparekey.application.policy.ListPolicyPopulation;
import org.sparekey.application.policy.PolicyPopulation;
import org.sparekey.application.policy.ShowPolicyPopulation;

/** The page /admin/policies/population: whom a policy would lock out or weaken. */
@Named
@RequestScoped
public class PopulationBacking {

  @Inject PolicyVisit visit;
  @Inject PolicyAtHand policyAtHand;
  @Inject ShowPolicyPopulation showPopulation;
  @Inject ListPolicyPopulation listPopulation;

  private @Nullable PolicyPopulation population;
  private ListPolicyPopulation.@Nullable Page names;

  /** Counts, and names the accounts of one group when the address asks for them. */
  public void load() {
    population =
        policyAtHand
            .text()
            .flatMap(
                text ->
                    visit.look(
                        by -> showPopulation.show(by.session(), text, audience(), by.origin())))
            .orElse(null);
    if (population != null && !getShape().isEmpty()) {
      names =
          visit
              .look(
                  by ->
                      listPopulation.list(
                          by.session(), audience(), getShape(), visit.param("after"), by.origin()))
              .orElse(null);
    }
  }

  public @Nullable PolicyPopulation getPopulation() {
    return population;
  }

  /** The group whose accounts are named, or empty. */
  public String getShape() {
    return visit.param("shape");
  }

  public List<String> getNames() {
    return names == null ? List.of() : names.names();
  }

  /** The query of the next page of names, or empty. */
  public String getNextQuery() {
    return names == null
        ? ""
        : names
            .next()
            .map(next -> queryOf(getShape()) + "&after=" + PolicyVisit.encoded(next))
            .orElse("");
  }

  /** The query that names the accounts of a group. */
  public String queryOf(String shape) {
    return policyAtHand.getQuery()
        + "&audience="
        + getAudience()
        + "&shape="
        + PolicyVisit.encoded(shape);
  }

  /** owners or staff. */
  public String getAudience() {
    return visit.param("audience").equals("staff") ? "staff" : "owners";
  }

  private Audience audience() {
    return getAudience().equals("staff") ? Audience.STAFF : Audience.OWNERS;
  }
}
