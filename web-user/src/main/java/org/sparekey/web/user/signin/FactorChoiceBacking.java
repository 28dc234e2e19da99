package org.sparekey.web.user.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.signin.DescribeChallenge;
import org.sparekey.application.signin.FactorView;
import org.sparekey.web.user.visit.Visit;

/** Which factor is asked, on /sign-in/challenge and /sign-in/confirm. */
@Named
@RequestScoped
public class FactorChoiceBacking {

  @Inject DescribeChallenge challenge;
  @Inject Visit visit;

  private @Nullable List<FactorView> factors;

  /** The factors to choose from, the most phishing-resistant first. */
  public List<FactorView> getFactors() {
    if (factors == null) {
      factors = challenge.describe(visit.session()).factors();
    }
    return factors;
  }

  /** The chosen factor, at first the first one; empty when none is in use. */
  public Optional<FactorView> getChosen() {
    String chosen = visit.param("factor");
    return getFactors().stream()
        .filter(each -> chosen.isEmpty() || each.id().toString().equals(chosen))
        .findFirst();
  }

  /** Id of the chosen factor, or "". */
  public String getFactor() {
    return getChosen().map(each -> each.id().toString()).orElse("");
  }

  /** Its kind, which names the part of the page that asks it. */
  public String getKind() {
    return getChosen().map(FactorView::kind).orElse("none");
  }

  /** The others, to change to. */
  public List<FactorView> getOthers() {
    String chosen = getFactor();
    return getFactors().stream().filter(each -> !each.id().toString().equals(chosen)).toList();
  }
}
