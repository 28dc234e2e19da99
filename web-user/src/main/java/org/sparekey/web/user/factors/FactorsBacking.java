package org.sparekey.web.user.factors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.enrolment.ListOwnFactors;
import org.sparekey.application.signin.FactorView;
import org.sparekey.web.user.visit.Visit;

/** The page /factors. */
@Named
@RequestScoped
public class FactorsBacking {

  @Inject ListOwnFactors list;
  @Inject Visit visit;

  private @Nullable List<FactorView> factors;

  /** In use or suspended, oldest first. */
  public List<FactorView> getFactors() {
    if (factors == null) {
      factors = list.list(visit.session());
    }
    return factors;
  }
}
