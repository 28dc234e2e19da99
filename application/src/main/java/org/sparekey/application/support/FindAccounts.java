package org.sparekey.application.support;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.shared.Origin;

/**
 * Finds accounts of the own organisation by display name, sign-in name, mail address or id. What
 * was typed is personal data and is not written to the log; how many were shown is.
 */
@UseCase
public class FindAccounts {

  /** Accounts on a page. */
  public static final int PAGE = 25;

  /** The longest text that is looked for, in characters; a longer one finds nothing. */
  public static final int LONGEST = 254;

  private final AccountRepository accounts;
  private final AuditLog audit;
  private final StaffAccess access;
  private final InstantSource clock;

  @Inject
  public FindAccounts(
      AccountRepository accounts, AuditLog audit, StaffAccess access, InstantSource clock) {
    this.accounts = accounts;
    this.audit = audit;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Finds a page of accounts; a blank text finds none and reads nothing.
   *
   * @param after {@link AccountPage#next()} of the page before
   */
  public StaffAnswer<AccountPage> find(
      SessionView staff, String text, Optional<String> after, Origin origin) {
    Optional<StaffRefusal> obstacle = access.obstacle(staff, StaffRole::mayReadAccounts);
    if (obstacle.isPresent()) {
      return access.refuse(
          staff, AuditCode.STAFF_SEARCHED, Optional.empty(), obstacle.get(), origin);
    }
    String wanted = text.strip();
    if (wanted.isEmpty()) {
      return new StaffAnswer.Granted<>(new AccountPage(List.of(), Optional.empty()));
    }
    List<Account> found =
        wanted.length() > LONGEST
            ? List.of()
            : accounts.search(
                staff.organisation(), wanted, after.flatMap(SignInName::parse), PAGE + 1);
    Instant now = clock.instant();
    List<AccountLine> lines =
        found.stream().limit(PAGE).map(account -> line(account, now)).toList();
    audit.record(access.fact(AuditCode.STAFF_SEARCHED, staff, origin).with("rows=" + lines.size()));
    Optional<String> next =
        found.size() > PAGE
            ? Optional.of(lines.get(lines.size() - 1).signInName())
            : Optional.empty();
    return new StaffAnswer.Granted<>(new AccountPage(lines, next));
  }

  private static AccountLine line(Account account, Instant now) {
    return new AccountLine(
        account.id(),
        account.signInName().value(),
        account.displayName(),
        account.roles(),
        account.createdAt(),
        account.onProbation(now));
  }
}
