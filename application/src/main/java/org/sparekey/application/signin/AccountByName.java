package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.sparekey.application.Step;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.Macs;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Secret;

/**
 * Finds the account of a name that was typed, and says to whom counters, budgets and codes belong
 * when there is none. That is one answer for all flows: were it one for each, then failures in one
 * flow that are felt, or not felt, in another would tell whether there is an account (attacks row
 * 16).
 */
@Step
public class AccountByName {

  private static final int LONGEST_NAME = 254;
  private static final long VERSION_8 = 0x8000L;
  private static final long VERSION_MASK = 0xf000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long VARIANT_MASK = 0xc000_0000_0000_0000L;

  private final AccountRepository accounts;
  private final Macs macs;

  @Inject
  public AccountByName(AccountRepository accounts, Macs macs) {
    this.accounts = accounts;
    this.macs = macs;
  }

  /**
   * Who was named.
   *
   * @param account empty when nobody has this name
   * @param subject the id of the account, or one that no account has: always the same one for the
   *     same name
   */
  public record Named(Optional<Account> account, AccountId subject) {}

  /** Looks for the name, however it was typed; does the same work whether or not it is there. */
  public Named find(String typed) {
    Optional<SignInName> name = SignInName.parse(typed);
    AccountId decoy = decoy(name.map(SignInName::value).orElseGet(() -> cut(typed)));
    Optional<Account> account = name.flatMap(accounts::findBySignInName);
    return new Named(account, account.map(Account::id).orElse(decoy));
  }

  /** An id of version 8, which Sparekey gives to nothing (RFC 9562 §5.8). */
  private AccountId decoy(String name) {
    String mac = macs.mac("decoy-account", Secret.ofText(name));
    long high = Long.parseUnsignedLong(mac.substring(0, 16), 16);
    long low = Long.parseUnsignedLong(mac.substring(16, 32), 16);
    return new AccountId(
        new UUID((high & ~VERSION_MASK) | VERSION_8, (low & ~VARIANT_MASK) | VARIANT));
  }

  private static String cut(String typed) {
    return typed.substring(0, Math.min(typed.length(), LONGEST_NAME));
  }
}
