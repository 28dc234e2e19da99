package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.PasswordHasher;
import org.sparekey.domain.recoverycode.RecoveryCode;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Takes a saved recovery code as a proof, and uses it up (attacks row 11). The slow hash runs
 * between two short transactions; it runs as well, and once, for a name without an account and for
 * an account without such a code (row 16).
 */
@UseCase
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class ProveByRecoveryCode {

  private final RecoveryCodeAttempt attempt;
  private final PasswordHasher hasher;

  @Inject
  ProveByRecoveryCode(RecoveryCodeAttempt attempt, PasswordHasher hasher) {
    this.attempt = attempt;
    this.hasher = hasher;
  }

  /**
   * Refused when the code is not good, and when there is nothing to prove now.
   *
   * @param typed as it stands on the sheet, see {@link RecoveryCode#parse}
   */
  public RecoveryAnswer prove(Secret recoveryToken, Secret typed, Origin origin) {
    Optional<RecoveryCode> code = RecoveryCode.parse(typed);
    return attempt
        .reserve(recoveryToken, code, origin)
        .fold(
            answer -> answer,
            hash -> {
              RecoveryCode read = code.orElseThrow();
              boolean right = hasher.matches(read.secret(), hash);
              return attempt.settle(recoveryToken, read, hash, right, origin);
            },
            () -> {
              hasher.waste(code.orElseThrow().secret());
              return attempt.settleDecoy(recoveryToken, origin);
            });
  }
}
