package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import org.sparekey.application.Step;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RiskReason;

/** A factor with a telephone number was bound lately (attacks row 4). */
@Step
class AfterNumberChange implements RiskSource {

  private final FactorRepository factors;

  @Inject
  AfterNumberChange(FactorRepository factors) {
    this.factors = factors;
  }

  @Override
  public RiskReason reason() {
    return RiskReason.NUMBER_CHANGED;
  }

  @Override
  public boolean speaksAgainst(Asked asked) {
    Instant since = asked.now().minus(RiskFacts.LATELY);
    return factors.ofAccount(asked.account().id()).stream()
        .filter(factor -> SurvivingFactors.kind(factor) == EvidenceKind.PHONE_CODE)
        .flatMap((Factor factor) -> factor.asActive().stream())
        .map(Factor.Active::confirmedAt)
        .anyMatch(bound -> bound.isAfter(since) && bound.isAfter(asked.account().createdAt()));
  }
}
