package org.sparekey.domain.drill;

import java.time.Instant;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.DrillId;
import org.sparekey.domain.shared.SessionId;

/**
 * What a drill is about.
 *
 * @param session no other may go on with it, and it ends with that session
 * @param policy the one in force when it began
 */
public record DrillDetails(
    DrillId id,
    AccountId account,
    SessionId session,
    Instant begunAt,
    ImaginedLoss lost,
    PolicyVersion policy,
    DrilledWay way) {

  DrillDetails by(DrilledWay other) {
    return new DrillDetails(id, account, session, begunAt, lost, policy, other);
  }
}
