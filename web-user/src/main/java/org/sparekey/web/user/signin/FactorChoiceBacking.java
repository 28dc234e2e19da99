package org.sparekey.web.user.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.signin.FactorView;
import org.sparekey.web.user.visit.Visit;

/** Which factor is asked, on /sign-in/challenge, /sign-in/confirm and /recover/factor. */
@Named
@RequestScoped
public class FactorChoiceBacking {

  @Inject @Any Instance<FactorFlow> flows;
  @Inject Visit visit;

  private @Nullable List<FactorView> factors;

  /** For whom this page asks. */
  FactorFlow flow() {
    String view = FacesContext.getCurrentInstance().getViewRoot().getViewId();
    return flows.stream().filter(flow -> flow.asksOn(view)).findFirst().orElseThrow();
  }

  /** Where the page reads whether the chosen factor has answered. */
  public String getQuestionAddress() {
    return flow().questionAddress() + "?factor=" + getFactor();
  }

  /** The factors to choose from. */
  public List<FactorView> getFactors() {
    if (factors == null) {
      factors = flow().factors();
    }
    return factors;
  }

  /** Kinds that this person has and nobody can ask here any more, in a fixed order. */
  public List<String> getMissing() {
    return flow().missing().stream().sorted().toList();
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
