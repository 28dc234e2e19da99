package org.sparekey.application.recovery;

import java.time.Instant;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.policy.RiskReason;
import org.sparekey.domain.recovery.RecoveryDetails;
import org.sparekey.domain.shared.Origin;

/** One thing that can speak against a recovery. One that throws counts as a risk. */
interface RiskSource {

  /** What it finds. */
  RiskReason reason();

  /** Whether it speaks against this one. */
  boolean speaksAgainst(Asked asked);

  /**
   * What is looked at.
   *
   * @param origin where the latest proof came from
   */
  record Asked(RecoveryDetails recovery, Account account, Origin origin, Instant now) {}
}
