package org.sparekey.web.user.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.account.DescribeAssurance;
import org.sparekey.web.user.visit.Visit;

/** The page /home: who is there, and whether rights are restricted. */
@Named
@RequestScoped
public class HomeBacking {

  @Inject DescribeAssurance assurance;
  @Inject Visit visit;

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
