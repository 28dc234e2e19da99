package org.sparekey.web.user.drill;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.drill.DrillOutcome;
import org.sparekey.application.drill.DrillRefusal;
import org.sparekey.application.drill.DrillView;
import org.sparekey.application.drill.ShowDrill;
import org.sparekey.web.user.visit.Visit;

/** The page /account/rehearsal: the drill that is under way, or what the last one said. */
@Named
@RequestScoped
public class DrillBacking {

  static final String PAGE = "/account/rehearsal";

  @Inject ShowDrill show;
  @Inject LastDrillBacking last;
  @Inject Visit visit;

  private boolean looked;
  private @Nullable DrillView view;

  /** Who has never rehearsed begins where losses are listed. */
  public void arrive() {
    boolean nothing = getView() == null && last.getView() == null;
    if (nothing && !FacesContext.getCurrentInstance().isPostback()) {
      visit.go("/account/readiness");
    }
  }

  /** Null when none is under way. */
  public @Nullable DrillView getView() {
    if (!looked) {
      view = show.show(visit.session()).orElse(null);
      looked = true;
    }
    return view;
  }

  /** For each kind of proof: done, wanted, told; or none where it is not asked for. */
  public Map<String, String> getStanding() {
    return steps().stream()
        .collect(
            Collectors.toMap(
                DrillView.Step::kind,
                step -> step.done() ? "done" : step.checked() ? "wanted" : "told"));
  }

  /** What is told in words and was not read yet. */
  public List<String> getTold() {
    return steps().stream()
        .filter(step -> !step.checked() && !step.done())
        .map(DrillView.Step::kind)
        .toList();
  }

  /** Takes a step; a refusal is shown at the field, or above the form. */
  void act(@Nullable String field, Supplier<DrillOutcome> step) {
    DrillOutcome outcome = step.get();
    Optional<String> refusal = outcome.refusal().map(DrillRefusal::code);
    if (refusal.isPresent()) {
      visit.refuse(field, refusal.get(), outcome.retryAt());
    } else {
      visit.go(PAGE);
    }
  }

  private List<DrillView.Step> steps() {
    DrillView drill = getView();
    return drill == null ? List.of() : drill.steps();
  }
}
