package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.util.Set;
import org.sparekey.application.Step;
import org.sparekey.domain.factor.FactorKind;

/** One-time passwords of an app: nothing to ask, a code to check. */
@Step
public class TotpMethod implements FactorMethod {

  private final TotpProof proof;

  @Inject
  public TotpMethod(TotpProof proof) {
    this.proof = proof;
  }

  @Override
  public Set<FactorKind> kinds() {
    return Set.of(FactorKind.TOTP);
  }

  @Override
  public AskResult ask(FactorQuestion question) {
    return AskResult.Asked.nothing();
  }

  @Override
  public ProofResult check(FactorQuestion question, FactorAnswer answer) {
    return answer instanceof FactorAnswer.TypedCode typed
        ? proof.check(question.factor().id(), typed.text(), question.lane())
        : ProofResult.refused(ChallengeRefusal.MALFORMED_CODE);
  }
}
