package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.domain.factor.Factor;

/** What can answer the challenge: for those only who have given the password (attacks row 16). */
@UseCase
public class DescribeChallenge {

  private final FactorRepository factors;
  private final RememberedBrowsers remembered;
  private final SessionViews views;

  @Inject
  public DescribeChallenge(
      FactorRepository factors, RememberedBrowsers remembered, SessionViews views) {
    this.factors = factors;
    this.remembered = remembered;
    this.views = views;
  }

  /** The active factors: phishing-resistant ones first, then the last used. */
  public ChallengeView describe(SessionView session) {
    return new ChallengeView(
        factors.ofAccount(session.account()).stream()
            .flatMap(factor -> factor.asActive().stream())
            .sorted(
                Comparator.comparing(
                        (Factor.Active factor) -> !factor.details().kind().phishingResistant())
                    .thenComparing(
                        factor -> factor.lastUsedAt().orElse(Instant.EPOCH),
                        Comparator.reverseOrder()))
            .map(FactorView::of)
            .toList(),
        session.signedIn()
            ? 0
            : remembered.most(views.account(session)).map(Duration::toDays).orElse(0L));
  }
}
