package org.sparekey.application.readiness;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.ReminderRepository;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Moments;

/**
 * Reminds owners of a way back that is missing, or that nobody has tried for long. Several nodes
 * may do so at once: each account is looked at by one, and reminded once in a period at most.
 */
@UseCase
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class RemindOwners {

  /** Who signed in for the first time a shorter while ago is still setting up. */
  static final Duration SETTLING = Duration.ofDays(30);

  /** How often an account is looked at. */
  static final Duration LOOKED_AT_EVERY = Duration.ofDays(7);

  private static final System.Logger LOG = System.getLogger(RemindOwners.class.getName());
  private static final int BATCH = 50;

  private final RemindOneOwner one;
  private final SiteSettings site;
  private final InstantSource clock;

  @Inject
  RemindOwners(RemindOneOwner one, SiteSettings site, InstantSource clock) {
    this.one = one;
    this.site = site;
    this.clock = clock;
  }

  /** Looks at some accounts, each in a transaction of its own; returns at how many. */
  public int run() {
    Duration every = site.reminderEvery();
    if (every.isZero()) {
      return 0;
    }
    Instant now = Moments.storable(clock.instant());
    ReminderRepository.Due due =
        new ReminderRepository.Due(
            now.minus(LOOKED_AT_EVERY), now.minus(every), now.minus(SETTLING));
    List<AccountId> accounts = one.due(due, BATCH);
    int looked = 0;
    for (AccountId account : accounts) {
      looked += look(account, due, now) ? 1 : 0;
    }
    return looked;
  }

  /** One that fails does not keep the others waiting. */
  private boolean look(AccountId account, ReminderRepository.Due due, Instant now) {
    try {
      return one.look(account, due, now);
    } catch (RuntimeException problem) {
      LOG.log(Level.ERROR, "account " + account + " could not be looked at", problem);
      return false;
    }
  }
}
