package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.Secret;

/**
 * Finds the recovery of the browser that started it: nothing but its token leads there (attacks
 * rows 17 and 35).
 */
@Step
class RecoveryByToken {

  private static final int LONGEST_TOKEN = 100;

  private final RecoveryRepository recoveries;
  private final AccountRepository accounts;
  private final Macs macs;

  @Inject
  RecoveryByToken(RecoveryRepository recoveries, AccountRepository accounts, Macs macs) {
    this.recoveries = recoveries;
    this.accounts = accounts;
    this.macs = macs;
  }

  /** To look at. */
  Optional<Recovery> find(Secret token) {
    return token.length() > LONGEST_TOKEN
        ? Optional.empty()
        : recoveries.findByBrowserHash(macs.fingerprint(token));
  }

  /** To change what is the recovery's alone: locked until the transaction ends, and read then. */
  Optional<Recovery> lock(Secret token) {
    return find(token).flatMap(recovery -> recoveries.findForUpdate(recovery.id()));
  }

  /**
   * To decide about the account, as whoever gives a proof does: the account is locked, then the
   * recovery, in this order everywhere.
   */
  Optional<Recovery> lockWithAccount(Secret token) {
    return find(token)
        .flatMap(
            recovery -> {
              recovery.details().account().ifPresent(accounts::lock);
              return recoveries.findForUpdate(recovery.id());
            });
  }
}
