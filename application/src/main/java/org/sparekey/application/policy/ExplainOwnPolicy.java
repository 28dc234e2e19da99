package org.sparekey.application.policy;

import jakarta.inject.Inject;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;

/** Explains how the session's own account would be recovered. */
@UseCase
public class ExplainOwnPolicy {

  private final PolicyInForce inForce;

  @Inject
  ExplainOwnPolicy(PolicyInForce inForce) {
    this.inForce = inForce;
  }

  /** From the policy that is in force at this moment. */
  public ExplainedPolicy explain(SessionView session) {
    return ExplainedPolicy.of(inForce.of(session));
  }
}
