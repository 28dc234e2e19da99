package org.sparekey.application.okta;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.ChallengeRepository;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.OktaFactor;
import org.sparekey.application.port.OktaQuestion;
import org.sparekey.application.port.OktaRepository;
import org.sparekey.application.port.Sealer;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.challenge.Challenge;
import org.sparekey.domain.challenge.ChallengeStatus;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** The short transactions around a talk with Okta. */
@Step
@Transactional(Transactional.TxType.REQUIRES_NEW)
class OktaStep {

  private final OktaRepository okta;
  private final ChallengeRepository challenges;
  private final FactorRepository factors;
  private final AccountRepository accounts;
  private final Sealer sealer;
  private final AuditLog audit;

  @Inject
  OktaStep(
      OktaRepository okta,
      ChallengeRepository challenges,
      FactorRepository factors,
      AccountRepository accounts,
      Sealer sealer,
      AuditLog audit) {
    this.okta = okta;
    this.challenges = challenges;
    this.factors = factors;
    this.accounts = accounts;
    this.sealer = sealer;
    this.audit = audit;
  }

  List<OktaFactor> claim(Instant now, Instant lease, int limit) {
    return okta.claim(now, lease, limit);
  }

  List<OktaFactor> claimResets(Instant now, Instant lease, int limit) {
    return okta.claimResets(now, lease, limit);
  }

  List<OktaQuestion> claimQuestions(Instant now, Instant lease, int limit) {
    return okta.claimQuestions(now, lease, limit);
  }

  void save(OktaFactor factor) {
    okta.save(factor);
  }

  void save(OktaQuestion question) {
    okta.save(question);
  }

  Optional<OktaFactor> find(FactorId factor) {
    return okta.find(factor);
  }

  /** Whether our factor still waits to be enrolled. */
  boolean wanted(FactorId factor, Instant now) {
    return factors
        .find(factor)
        .filter(Factor.Pending.class::isInstance)
        .map(Factor.Pending.class::cast)
        .filter(pending -> now.isBefore(pending.expiresAt()))
        .isPresent();
  }

  /** The challenge, while it waits for an answer. */
  Optional<Challenge> open(OktaQuestion question, Instant now) {
    return challenges.find(question.challenge()).filter(challenge -> challenge.open(now));
  }

  /** The phone has answered. */
  void answered(OktaQuestion question, ChallengeStatus status, Instant now) {
    challenges.move(question.challenge(), ChallengeStatus.OPEN, status, now);
    okta.save(question.quiet());
  }

  /** It was ended at Okta. */
  void reset(OktaFactor factor) {
    okta.save(factor.reset());
    factors
        .find(factor.factor())
        .map(Factor::details)
        .ifPresent(
            details -> {
              AuditDraft fact =
                  AuditDraft.of(AuditCode.FACTOR_RESET_AT_OKTA, Actor.system(), Origin.internal())
                      .factor(details.kind().code(), details.id());
              audit.record(
                  accounts
                      .find(details.account())
                      .map(owner -> fact.about(owner.id(), owner.organisation()))
                      .orElse(fact));
            });
  }

  String seal(FactorId factor, Secret picture) {
    return sealer.seal(picture, OktaFactor.pictureOf(factor));
  }
}
