package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.domain.factor.Factor;

/** What can answer the challenge: for those only who have given the password (attacks row 16). */
@UseCase
public class DescribeChallenge {

  private final FactorRepository factors;
  private final ReachableKinds reachable;
  private final RememberedBrowsers remembered;
  private final SessionViews views;

  @Inject
  public DescribeChallenge(
      FactorRepository factors,
      ReachableKinds reachable,
      RememberedBrowsers remembered,
      SessionViews views) {
    this.factors = factors;
    this.reachable = reachable;
    this.remembered = remembered;
    this.views = views;
  }

  /** The active factors that can be asked: phishing-resistant ones first, then the last used. */
  public ChallengeView describe(SessionView session) {
    List<Factor.Active> active =
        factors.ofAccount(session.account()).stream()
            .flatMap(factor -> factor.asActive().stream())
            .toList();
    return new ChallengeView(
        active.stream()
            .filter(reachable::reachable)
            .sorted(
                Comparator.comparing(
                        (Factor.Active factor) -> !factor.details().kind().phishingResistant())
                    .thenComparing(
                        factor -> factor.lastUsedAt().orElse(Instant.EPOCH),
                        Comparator.reverseOrder()))
            .map(FactorView::of)
            .toList(),
        active.stream()
            .filter(factor -> !reachable.reachable(factor))
            .map(factor -> factor.details().kind().code())
            .collect(Collectors.toSet()),
        session.signedIn()
            ? 0
            : remembered.most(views.account(session)).map(Duration::toDays).orElse(0L));
  }
}
