package org.sparekey.application.signin;

import java.util.Map;
import java.util.Set;
import org.sparekey.domain.challenge.Challenge;
import org.sparekey.domain.factor.FactorKind;

/**
 * How factors of one kind, or of sister kinds, are asked and checked. It takes part in the
 * transaction of whoever calls it, so it calls no provider: messages go to the outbox.
 */
public interface FactorMethod {

  /** What it knows. */
  Set<FactorKind> kinds();

  /** Puts the question: a message, a push, a WebAuthn challenge. */
  AskResult ask(FactorQuestion question);

  /**
   * What the page needs to show a question that was put before, by a key of the kind's own.
   *
   * @param challenge one that this method made, in time
   */
  default Map<String, String> prompt(FactorQuestion question, Challenge challenge) {
    return Map.of();
  }

  /**
   * Checks the answer, counts the attempt, and uses the answer up. It writes no audit entry and
   * spends no budget of the source; the use case that asks does.
   */
  ProofResult check(FactorQuestion question, FactorAnswer answer);
}
