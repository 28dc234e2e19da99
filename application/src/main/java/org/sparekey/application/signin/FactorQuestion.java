package org.sparekey.application.signin;

import org.sparekey.domain.account.Account;
import org.sparekey.domain.challenge.ChallengePurpose;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.Origin;

/**
 * A factor and all that its answer is bound to (attacks row 24).
 *
 * @param factor an active one; while it is being bound, the pending one
 * @param flow the session, recovery or reset that asks, as text
 * @param lane whose failure counter counts, see {@link ThrottleKey}
 */
public record FactorQuestion(
    Account account,
    Factor factor,
    ChallengePurpose purpose,
    String flow,
    String lane,
    Origin origin) {

  /** How a session names itself as a flow. */
  public static String flow(SessionView session) {
    return "session:" + session.id();
  }
}
