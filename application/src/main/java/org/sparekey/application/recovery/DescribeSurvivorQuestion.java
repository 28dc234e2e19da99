package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.ChallengeRepository;
import org.sparekey.application.signin.FactorMethods;
import org.sparekey.application.signin.FactorQuestion;
import org.sparekey.application.signin.QuestionView;
import org.sparekey.domain.challenge.Challenge;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** Shows the last question that this recovery put to a factor; to no other browser. */
@UseCase
public class DescribeSurvivorQuestion {

  private final RecoveryByToken byToken;
  private final SurvivingFactors survivors;
  private final SurvivorQuestions questions;
  private final FactorMethods methods;
  private final ChallengeRepository challenges;
  private final InstantSource clock;

  @Inject
  DescribeSurvivorQuestion(
      RecoveryByToken byToken,
      SurvivingFactors survivors,
      SurvivorQuestions questions,
      FactorMethods methods,
      ChallengeRepository challenges,
      InstantSource clock) {
    this.byToken = byToken;
    this.survivors = survivors;
    this.questions = questions;
    this.methods = methods;
    this.challenges = challenges;
    this.clock = clock;
  }

  /** Empty when nothing was asked, or the time for the answer is over. */
  public Optional<QuestionView> describe(Secret recoveryToken, FactorId id, Origin origin) {
    Instant now = clock.instant();
    return byToken
        .find(recoveryToken)
        .flatMap(
            recovery ->
                survivors
                    .find(recovery, id, now)
                    .map(factor -> questions.to(recovery, factor, origin)))
        .flatMap(
            question ->
                challenges
                    .latest(question.purpose(), question.flow(), id)
                    .filter(challenge -> challenge.inTime(now))
                    .map(challenge -> view(question, challenge)));
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
