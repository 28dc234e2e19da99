package org.sparekey.application.drill;

import jakarta.inject.Inject;
import java.util.List;
import org.sparekey.application.Step;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.domain.drill.Drill;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;

/** The factors that would be left and can be tried at no cost: authenticator apps. */
@Step
class DrillFactors {

  private final FactorRepository factors;

  @Inject
  DrillFactors(FactorRepository factors) {
    this.factors = factors;
  }

  /** In use, and not on what is lost. */
  List<Factor.Active> left(Drill drill) {
    return factors.ofAccount(drill.details().account()).stream()
        .flatMap(factor -> factor.asActive().stream())
        .filter(factor -> factor.details().kind() == FactorKind.TOTP)
        .filter(factor -> !drill.details().lost().takes(factor.details().device()))
        .toList();
  }
}
