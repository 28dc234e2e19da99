package org.sparekey.web.user.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.policy.ExplainOwnPolicy;
import org.sparekey.application.policy.ExplainedPolicy;
import org.sparekey.application.recovery.ExplainRecovery;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.visit.Visit;

/** The pages /help and /recover/help: recovery explained from the policy in force. */
@Named
@RequestScoped
public class HelpBacking {

  @Inject ExplainOwnPolicy own;
  @Inject ExplainRecovery recovery;
  @Inject Visit visit;

  private @Nullable ExplainedPolicy policy;

  /** For who is signed in. */
  public ExplainedPolicy getOwn() {
    if (policy == null) {
      policy = own.explain(visit.session());
    }
    return policy;
  }

  /** For the browser that started a recovery; another one is led to the start. */
  public void arrive() {
    policy = visit.secret(CookieName.RECOVERY).flatMap(recovery::explain).orElse(null);
    if (policy == null) {
      visit.go("/recover");
    }
  }

  /** What {@link #arrive()} found. */
  public @Nullable ExplainedPolicy getRunning() {
    return policy;
  }
}
