package org.sparekey.web.admin.policies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.policy.PolicyTrial;
import org.sparekey.application.policy.TryPolicy;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.RiskAssessment.Level;

/** The page /admin/policies/try: what somebody would have to do if something were lost. */
@Named
@RequestScoped
public class TryBacking {

  @Inject PolicyVisit visit;
  @Inject PolicyWords words;
  @Inject PolicyAtHand policyAtHand;
  @Inject TryPolicy tryPolicy;

  private @Nullable PolicyTrial trial;

  /** Tries what the address asks for, before anything is shown. */
  public void load() {
    Optional<String> text = policyAtHand.text();
    if (text.isEmpty()) {
      return;
    }
    trial =
        visit
            .act(
                "/admin/policies/try?" + policyAtHand.getQuery(),
                by ->
                    tryPolicy.attempt(
                        by.session(),
                        text.get(),
                        getWho(),
                        Set.copyOf(visit.params("lost")),
                        risk(),
                        by.origin()))
            .orElse(null);
    if (trial != null) {
      words.number(trial.channels());
    }
  }

  public @Nullable PolicyTrial getTrial() {
    return trial;
  }

  /** A typed name, else a chosen invented account. */
  public String getWho() {
    String name = visit.param("name").strip();
    return name.isEmpty() ? PolicyNames.account(visit.param("who")).code() : name;
  }

  /** The name that was typed. */
  public String getName() {
    return visit.param("name");
  }

  public String getRisk() {
    return risk().code();
  }

  /** As the form sends it. */
  public String nameOf(Channel channel) {
    return PolicyTrial.name(channel);
  }

  private Level risk() {
    return Arrays.stream(Level.values())
        .filter(level -> level.code().equals(visit.param("risk")))
        .findFirst()
        .orElse(Level.LOW);
  }
}
