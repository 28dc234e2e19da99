package org.sparekey.web.user.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.account.DescribeAssurance;
import org.sparekey.application.policy.DescribeReadiness;
import org.sparekey.application.policy.ReadinessView;
import org.sparekey.web.user.visit.Visit;

/** The page /home: readiness in words, and what to do next. */
@Named
@RequestScoped
public class HomeBacking {

  @Inject DescribeReadiness readiness;
  @Inject DescribeAssurance assurance;
  @Inject Visit visit;

  private @Nullable ReadinessView view;

  public ReadinessView getReadiness() {
    if (view == null) {
      view = readiness.describe(visit.session());
    }
    return view;
  }

  /** Names in one line. */
  public String together(List<String> names) {
    return String.join(", ", names);
  }

  public String getName() {
    return visit.session().displayName();
  }

  public boolean isOnProbation() {
    return visit.session().onProbation();
  }

  /** When the probation is over; null without one. */
  public @Nullable Instant getProbationUntil() {
    return assurance.describe(visit.session()).probationUntil().orElse(null);
  }
}
