package org.sparekey.application.signin;

import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** Second step of a sign-in. */
@UseCase
public class AnswerTotpChallenge {

  public ChallengeOutcome answer(
      SessionView session,
      FactorId factor,
      String code,
      Origin origin,
      Optional<Secret> browserToken) {
    throw new UnsupportedOperationException();
  }
}
