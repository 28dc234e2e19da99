package org.sparekey.web.user.factors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import org.sparekey.application.enrolment.OfferedKinds;

/** The page /factors/add: what can be set up at this site. */
@Named
@RequestScoped
public class AddFactorBacking {

  @Inject OfferedKinds kinds;

  /** Stable codes of the kinds that can be asked here. */
  public Set<String> getOffered() {
    return kinds.codes();
  }
}
