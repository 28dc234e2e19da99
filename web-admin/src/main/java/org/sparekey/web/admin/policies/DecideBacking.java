package org.sparekey.web.admin.policies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.policy.AssignPolicy;
import org.sparekey.application.policy.AssignPolicy.Audience;
import org.sparekey.application.policy.RetirePolicy;
import org.sparekey.domain.policy.PolicyVersion;

/** The page /admin/policies/decide: for whom a policy holds, or that it ends; with a reason. */
@Named
@RequestScoped
public class DecideBacking {

  @Inject PolicyVisit visit;
  @Inject AssignPolicy assignPolicy;
  @Inject RetirePolicy retirePolicy;

  private String reason = "";

  /** Refuses an address that names nothing to decide. */
  public void load() {
    boolean known = PolicyNames.version(getPolicy(), "1").isPresent() && !getAct().isEmpty();
    if (!known && !FacesContext.getCurrentInstance().getResponseComplete()) {
      visit.notFound();
    }
  }

  /** Does what the address says. */
  public void decide() {
    Optional<PolicyVersion> done =
        visit.act(
            "/admin/policies/decide?key=" + getPolicy() + "&act=" + getAct(),
            by ->
                getAct().equals("retire")
                    ? retirePolicy.retire(by.session(), getPolicy(), reason, by.origin())
                    : assignPolicy.assign(
                        by.session(), getPolicy(), audience(), reason, by.origin()));
    done.ifPresent(
        version ->
            visit.go(
                getAct().equals("retire")
                    ? "/admin/policies?done=policy-retired"
                    : "/admin/policies?done=policy-assigned"));
  }

  private Audience audience() {
    return getAct().equals("staff") ? Audience.STAFF : Audience.OWNERS;
  }

  /** The key of the policy. */
  public String getPolicy() {
    return visit.param("key");
  }

  /** owners, staff or retire; empty when it is something else. */
  public String getAct() {
    String act = visit.param("act");
    return act.equals("owners") || act.equals("staff") || act.equals("retire") ? act : "";
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }
}
