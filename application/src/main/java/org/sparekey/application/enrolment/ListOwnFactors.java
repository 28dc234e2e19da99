package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.List;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.signin.FactorView;
import org.sparekey.application.signin.SessionView;

/** The owner's factors that are in use or suspended, oldest first. */
@UseCase
public class ListOwnFactors {

  private final FactorRepository factors;

  @Inject
  public ListOwnFactors(FactorRepository factors) {
    this.factors = factors;
  }

  /** Nothing before the factor was given: the names of devices help a thief. */
  public List<FactorView> list(SessionView view) {
    if (!view.signedIn()) {
      return List.of();
    }
    return factors.ofAccount(view.account()).stream()
        .filter(factor -> factor.fold(begun -> false, active -> true, held -> true, ended -> false))
        .map(FactorView::of)
        .toList();
  }
}
