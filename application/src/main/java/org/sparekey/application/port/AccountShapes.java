package org.sparekey.application.port;

import java.time.Instant;
import java.util.List;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.policy.AccountShape;
import org.sparekey.domain.shared.OrganisationId;

/** Accounts by what they could prove, counted where they lie. */
public interface AccountShapes {

  /**
   * The shapes that there are in an organisation, with how many accounts have each; the most
   * frequent first.
   *
   * @param staff whether members of staff are counted, or else all others
   */
  List<AccountShape.Counted> count(OrganisationId organisation, boolean staff, Instant now);

  /**
   * Sign-in names of accounts of one shape, in their order.
   *
   * @param after the last name of the page before; "" for the first page
   * @param limit at most this many, 1 to 200
   */
  List<SignInName> having(
      OrganisationId organisation,
      boolean staff,
      AccountShape shape,
      String after,
      int limit,
      Instant now);
}
