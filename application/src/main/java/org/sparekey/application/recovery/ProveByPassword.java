package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.PasswordHasher;
import org.sparekey.application.signin.PasswordProof;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Takes the password as a proof. The slow hash runs between two short transactions, so that it
 * holds no connection and no lock; for a name without an account it runs as well (attacks row 16).
 */
@UseCase
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class ProveByPassword {

  private final PasswordAttempt attempt;
  private final PasswordHasher hasher;

  @Inject
  ProveByPassword(PasswordAttempt attempt, PasswordHasher hasher) {
    this.attempt = attempt;
    this.hasher = hasher;
  }

  /** Refused when it is wrong, and when there is nothing to prove now. */
  public RecoveryAnswer prove(Secret recoveryToken, Secret typed, Origin origin) {
    Secret password = PasswordProof.bounded(typed);
    return attempt
        .reserve(recoveryToken, origin)
        .fold(
            answer -> answer,
            hash -> attempt.settle(recoveryToken, hash, hasher.matches(password, hash), origin),
            () -> {
              hasher.waste(password);
              return attempt.settleDecoy(recoveryToken, origin);
            });
  }
}
