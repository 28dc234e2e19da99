package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.ChallengeRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.challenge.Challenge;
import org.sparekey.domain.challenge.ChallengePurpose;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;

/** Shows the last question that this session put to a factor; to no other session. */
@UseCase
public class DescribeQuestion {

  private final SessionViews views;
  private final FactorMethods methods;
  private final ChallengeRepository challenges;
  private final InstantSource clock;

  @Inject
  public DescribeQuestion(
      SessionViews views,
      FactorMethods methods,
      ChallengeRepository challenges,
      InstantSource clock) {
    this.views = views;
    this.methods = methods;
    this.challenges = challenges;
    this.clock = clock;
  }

  /** Empty when nothing was asked, or the time for the answer is over. */
  public Optional<QuestionView> describe(SessionView view, FactorId id, Origin origin) {
    if (view.level() == Session.Level.ENROLMENT || views.current(view).isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Account account = views.account(view);
    ChallengePurpose purpose =
        view.signedIn() ? ChallengePurpose.CONFIRM : ChallengePurpose.SIGN_IN;
    String flow = FactorQuestion.flow(view);
    Optional<Factor.Active> factor = methods.active(account.id(), id);
    return factor
        .flatMap(found -> challenges.latest(purpose, flow, id))
        .filter(challenge -> challenge.inTime(now))
        .map(
            challenge ->
                view(
                    new FactorQuestion(
                        account, factor.orElseThrow(), purpose, flow, ThrottleKey.ANY, origin),
                    challenge));
  }

  private QuestionView view(FactorQuestion question, Challenge challenge) {
    return new QuestionView(
        challenge.id(),
        challenge.createdAt(),
        challenge.expiresAt(),
        challenge.status(),
        methods.prompt(question, challenge));
  }
}
