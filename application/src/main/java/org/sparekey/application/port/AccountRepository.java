package org.sparekey.application.port;

import java.util.List;
import java.util.Optional;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.OrganisationId;

/** The accounts. */
public interface AccountRepository {

  /** Adds an account; the sign-in name must be free. */
  void add(Account account);

  /** Writes a changed account. */
  void save(Account account);

  Optional<Account> find(AccountId id);

  /**
   * Lets one transaction at a time go on with this account, until it ends. It comes before anything
   * is read on which a decision about the whole account stands, such as which factor is the last
   * one, and before any recovery is locked; whatever is read again after it is read anew. Does
   * nothing for an account that does not exist.
   */
  void lock(AccountId id);

  Optional<Account> findBySignInName(SignInName name);

  /** The members of staff of an organisation, by sign-in name; there are few. */
  List<Account> staff(OrganisationId organisation);

  /**
   * The organisations in which somebody signs in with a name of this domain, in the order of their
   * ids.
   *
   * @param domain as {@link SignInName#domain} gives it
   */
  List<OrganisationId> organisationsOf(String domain);

  /** Whether there is any account at all. */
  boolean any();

  /**
   * Accounts of one organisation whose id, sign-in name or confirmed mail address equals {@code
   * text}, or whose display name, sign-in name or address begins with it, whatever the case; by
   * sign-in name.
   *
   * @param after the last sign-in name of the page before
   * @param limit at most this many, 1 to 200
   */
  List<Account> search(
      OrganisationId organisation, String text, Optional<SignInName> after, int limit);
}
