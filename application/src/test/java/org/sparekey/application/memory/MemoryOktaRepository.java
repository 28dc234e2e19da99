package org.sparekey.application.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sparekey.application.port.OktaFactor;
import org.sparekey.application.port.OktaQuestion;
import org.sparekey.application.port.OktaRepository;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.shared.ChallengeId;
import org.sparekey.domain.shared.FactorId;

/** What is known at Okta, in memory. */
public final class MemoryOktaRepository implements OktaRepository {

  private static final Set<RevocationReason> BY_RECOVERY =
      EnumSet.of(RevocationReason.LOST, RevocationReason.REPLACED_BY_RESET);

  private final Map<FactorId, OktaFactor> factors = new HashMap<>();
  private final Map<ChallengeId, OktaQuestion> questions = new HashMap<>();
  private final MemoryFactorRepository ours;

  MemoryOktaRepository(MemoryFactorRepository ours) {
    this.ours = ours;
  }

  @Override
  public synchronized void add(OktaFactor factor) {
    factors.put(factor.factor(), factor);
  }

  @Override
  public synchronized void save(OktaFactor factor) {
    factors.put(factor.factor(), factor);
  }

  @Override
  public synchronized Optional<OktaFactor> find(FactorId factor) {
    return Optional.ofNullable(factors.get(factor));
  }

  @Override
  public synchronized List<OktaFactor> claim(Instant now, Instant lease, int limit) {
    List<OktaFactor> due =
        factors.values().stream()
            .filter(factor -> due(factor.dueAt(), now))
            .filter(
                factor ->
                    factor.step() == OktaFactor.Step.WANTED
                        || factor.step() == OktaFactor.Step.SCANNING)
            .sorted(Comparator.comparing(factor -> factor.dueAt().orElseThrow()))
            .limit(limit)
            .toList();
    due.forEach(factor -> factors.put(factor.factor(), leased(factor, lease)));
    return due;
  }

  @Override
  public synchronized List<OktaFactor> claimResets(Instant now, Instant lease, int limit) {
    List<OktaFactor> due =
        factors.values().stream()
            .filter(factor -> factor.dueAt().isEmpty() || due(factor.dueAt(), now))
            .filter(factor -> factor.id().isPresent())
            .filter(factor -> factor.step() != OktaFactor.Step.RESET)
            .filter(this::ended)
            .limit(limit)
            .toList();
    due.forEach(factor -> factors.put(factor.factor(), leased(factor, lease)));
    return due;
  }

  private boolean ended(OktaFactor factor) {
    return ours.find(factor.factor())
        .filter(Factor.Revoked.class::isInstance)
        .map(Factor.Revoked.class::cast)
        .filter(revoked -> factor.enrolledHere() || BY_RECOVERY.contains(revoked.reason()))
        .isPresent();
  }

  @Override
  public synchronized void add(OktaQuestion question) {
    questions.put(question.challenge(), question);
  }

  @Override
  public synchronized void save(OktaQuestion question) {
    questions.put(question.challenge(), question);
  }

  @Override
  public synchronized Optional<OktaQuestion> find(ChallengeId challenge) {
    return Optional.ofNullable(questions.get(challenge));
  }

  @Override
  public synchronized List<OktaQuestion> claimQuestions(Instant now, Instant lease, int limit) {
    List<OktaQuestion> due =
        questions.values().stream()
            .filter(question -> due(question.dueAt(), now))
            .sorted(Comparator.comparing(question -> question.dueAt().orElseThrow()))
            .limit(limit)
            .toList();
    due.forEach(question -> questions.put(question.challenge(), leased(question, lease)));
    return due;
  }

  private static boolean due(Optional<Instant> at, Instant now) {
    return at.filter(due -> !due.isAfter(now)).isPresent();
  }

  private static OktaFactor leased(OktaFactor factor, Instant lease) {
    return new OktaFactor(
        factor.factor(),
        factor.login(),
        factor.user(),
        factor.id(),
        factor.enrolledHere(),
        factor.step(),
        factor.sealedPicture(),
        factor.failure(),
        Optional.of(lease),
        factor.attempts());
  }

  private static OktaQuestion leased(OktaQuestion question, Instant lease) {
    return new OktaQuestion(
        question.challenge(),
        question.factor(),
        question.origin(),
        question.transaction(),
        question.number(),
        question.failure(),
        Optional.of(lease),
        question.attempts());
  }
}
