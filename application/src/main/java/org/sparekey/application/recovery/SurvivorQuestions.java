package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import org.sparekey.application.Step;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.signin.FactorQuestion;
import org.sparekey.domain.challenge.ChallengePurpose;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.Origin;

/**
 * What a factor is asked in a recovery: an answer for a sign-in or for another recovery is
 * worthless (attacks row 24).
 */
@Step
class SurvivorQuestions {

  private final AccountRepository accounts;

  @Inject
  SurvivorQuestions(AccountRepository accounts) {
    this.accounts = accounts;
  }

  /** The question to this factor of the owner. */
  FactorQuestion to(Recovery recovery, Factor factor, Origin origin) {
    return new FactorQuestion(
        recovery.details().account().flatMap(accounts::find).orElseThrow(),
        factor,
        ChallengePurpose.RECOVERY,
        EndRecovery.ceremony(recovery.id()),
        AttemptGate.lane(recovery),
        origin);
  }
}
