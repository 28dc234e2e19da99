package org.sparekey.web.user.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.sparekey.application.recovery.ProveBySurvivingFactor;
import org.sparekey.application.recovery.RecoveryView;
import org.sparekey.application.signin.FactorAnswer;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.web.user.signin.FactorChoiceBacking;
import org.sparekey.web.user.signin.TakesAnswers;
import org.sparekey.web.user.visit.Visit;

/** The page /recover/factor: a factor that is left gives a proof. */
@Named
@RequestScoped
public class SurvivingFactorBacking implements TakesAnswers {

  @Inject RecoveryBacking recovery;
  @Inject FactorChoiceBacking choice;
  @Inject ProveBySurvivingFactor prove;
  @Inject Visit visit;

  private String code = "";

  /** Where no factor can prove anything now, the page of the present state is shown. */
  public void arrive() {
    if (recovery.found().filter(it -> !it.survivors().isEmpty()).isEmpty()) {
      recovery.arriveAt("/recover/factor");
    }
  }

  /** Proves by the code that was typed. */
  public void answer() {
    answer(new FactorAnswer.TypedCode(code));
  }

  @Override
  public void answer(FactorAnswer given) {
    Optional<FactorId> factor = FactorId.parse(choice.getFactor());
    if (factor.isEmpty()) {
      visit.refuse("unknown-factor");
      return;
    }
    boolean typed = given instanceof FactorAnswer.TypedCode;
    recovery.act(
        token -> prove.prove(token, factor.get(), given, visit.origin()),
        typed ? "code" : null,
        null);
  }

  /** Whether the policy takes such a proof now; before the first one, of whichever factor. */
  public boolean isWanted() {
    return recovery.found().filter(SurvivingFactorBacking::wants).isPresent();
  }

  /** Whether a recovery code would help now. */
  public boolean isCodeWanted() {
    return recovery
        .found()
        .filter(it -> it.offered().contains(EvidenceKind.RECOVERY_CODE))
        .isPresent();
  }

  private static boolean wants(RecoveryView view) {
    return view.offered().stream()
        .anyMatch(
            kind ->
                kind.byFactor()
                    || kind == EvidenceKind.SURVIVING_FACTOR
                    || kind == EvidenceKind.PHONE_CODE);
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
