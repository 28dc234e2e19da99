package org.sparekey.web.user.drill;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.drill.BeginDrill;
import org.sparekey.application.drill.DrillRefusal;
import org.sparekey.application.readiness.ReadinessView;
import org.sparekey.domain.drill.ImaginedLoss;
import org.sparekey.domain.policy.analysis.Loss;
import org.sparekey.web.user.account.ReadinessBacking;
import org.sparekey.web.user.visit.Visit;

/** The page /account/rehearsal/begin, about the loss that the parameters name. */
@Named
@RequestScoped
public class BeginDrillBacking {

  @Inject ReadinessBacking readiness;
  @Inject BeginDrill begin;
  @Inject Visit visit;

  /** Whoever imagines what cannot be lost, or cannot be rehearsed, sees what can. */
  public void arrive() {
    if (getLoss() == null) {
      visit.go("/account/readiness");
    }
  }

  /** Begins with the way that was chosen. */
  public void begin() {
    Optional<Loss.Kind> kind =
        Arrays.stream(Loss.Kind.values())
            .filter(each -> each.code().equals(visit.param("loss")))
            .findFirst();
    if (kind.isEmpty()) {
      visit.go("/account/readiness");
      return;
    }
    begin
        .begin(
            visit.session(),
            new ImaginedLoss(kind.get(), visit.param("name")),
            number(visit.param("way")),
            visit.origin())
        .refusal()
        .map(DrillRefusal::code)
        .ifPresentOrElse(visit::refuse, () -> visit.go("/account/rehearsal"));
  }

  /** What is imagined; null when nothing is left after it, or there is no such thing. */
  public ReadinessView.@Nullable Loss getLoss() {
    return readiness.getView().losses().stream()
        .filter(loss -> loss.thing().kind().equals(visit.param("loss")))
        .filter(loss -> loss.thing().name().equals(visit.param("name")))
        .filter(loss -> !loss.lockedOut())
        .findFirst()
        .orElse(null);
  }

  private static int number(String typed) {
    return typed.matches("\\d{1,2}") ? Integer.parseInt(typed) : -1;
  }
}
