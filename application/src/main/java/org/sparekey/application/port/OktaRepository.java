package org.sparekey.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.domain.shared.ChallengeId;
import org.sparekey.domain.shared.FactorId;

/**
 * What is known at Okta and what is still to be said there. Whatever is due is taken for one worker
 * alone, until {@code lease}.
 */
public interface OktaRepository {

  void add(OktaFactor factor);

  void save(OktaFactor factor);

  Optional<OktaFactor> find(FactorId factor);

  /** Takes enrolments that are due, at most {@code limit}. */
  List<OktaFactor> claim(Instant now, Instant lease, int limit);

  /**
   * Takes those to be ended at Okta, at most {@code limit}: ours are revoked, by a recovery, or for
   * any reason when they came into being by our enrolment.
   */
  List<OktaFactor> claimResets(Instant now, Instant lease, int limit);

  void add(OktaQuestion question);

  void save(OktaQuestion question);

  Optional<OktaQuestion> find(ChallengeId challenge);

  /** Takes pushes that are due, at most {@code limit}. */
  List<OktaQuestion> claimQuestions(Instant now, Instant lease, int limit);
}
