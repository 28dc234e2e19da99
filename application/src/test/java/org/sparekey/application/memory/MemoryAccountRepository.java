package org.sparekey.application.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.OrganisationId;

/** Accounts in memory. */
public final class MemoryAccountRepository implements AccountRepository {

  private final Map<AccountId, Account> rows = new ConcurrentHashMap<>();
  private final Map<AccountId, ReentrantLock> locks = new ConcurrentHashMap<>();
  private final ContactPointRepository contactPoints;
  private final MemoryTransactions transactions;

  public MemoryAccountRepository(
      ContactPointRepository contactPoints, MemoryTransactions transactions) {
    this.contactPoints = contactPoints;
    this.transactions = transactions;
  }

  @Override
  public synchronized void add(Account account) {
    if (rows.containsKey(account.id()) || findBySignInName(account.signInName()).isPresent()) {
      throw new IllegalStateException("account or sign-in name exists");
    }
    rows.put(account.id(), account);
  }

  @Override
  public synchronized void save(Account account) {
    if (rows.replace(account.id(), account) == null) {
      throw new IllegalStateException("no such account");
    }
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public void lock(AccountId id) {
    ReentrantLock lock = locks.computeIfAbsent(id, key -> new ReentrantLock());
    transactions.whenItEnds(lock::lock, lock::unlock);
  }

  @Override
  public Optional<Account> findBySignInName(SignInName name) {
    return rows.values().stream().filter(row -> row.signInName().equals(name)).findFirst();
  }

  /** All of all organisations. */
  List<Account> all() {
    return List.copyOf(rows.values());
  }

  @Override
  public List<Account> staff(OrganisationId organisation) {
    return rows.values().stream()
        .filter(account -> account.organisation().equals(organisation) && account.isStaff())
        .sorted(Comparator.comparing(account -> account.signInName().value()))
        .toList();
  }

  @Override
  public List<OrganisationId> organisationsOf(String domain) {
    return rows.values().stream()
        .filter(account -> account.signInName().domain().equals(domain))
        .map(Account::organisation)
        .distinct()
        .sorted(Comparator.comparing(organisation -> organisation.value().toString()))
        .toList();
  }

  @Override
  public boolean any() {
    return !rows.isEmpty();
  }

  @Override
  public List<Account> search(
      OrganisationId organisation, String text, Optional<SignInName> after, int limit) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return List.of();
    }
    return rows.values().stream()
        .filter(row -> row.organisation().equals(organisation) && matches(row, wanted))
        .filter(
            row ->
                after
                    .map(last -> row.signInName().value().compareTo(last.value()) > 0)
                    .orElse(true))
        .sorted(Comparator.comparing(row -> row.signInName().value()))
        .limit(limit)
        .toList();
  }

  private boolean matches(Account account, String wanted) {
    return account.id().toString().equals(wanted)
        || account.signInName().value().startsWith(wanted)
        || account.displayName().toLowerCase(Locale.ROOT).startsWith(wanted)
        || contactPoints.ofAccount(account.id()).stream()
            .filter(point -> point.kind() == ContactPoint.Kind.EMAIL && point.active())
            .anyMatch(point -> point.value().toLowerCase(Locale.ROOT).startsWith(wanted));
  }
}
