package org.sparekey.application.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sparekey.application.port.ReminderRepository;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.KnownBrowser;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.AccountId;

/** Reminders in memory. */
public final class MemoryReminderRepository implements ReminderRepository {

  private final Set<AccountId> unwanted = new HashSet<>();
  private final Map<AccountId, Instant> looked = new HashMap<>();
  private final Map<AccountId, Instant> reminded = new HashMap<>();
  private final MemoryAccountRepository accounts;
  private final MemoryContactPointRepository contacts;
  private final MemoryKnownBrowserRepository browsers;
  private final MemoryFactorRepository factors;

  MemoryReminderRepository(
      MemoryAccountRepository accounts,
      MemoryContactPointRepository contacts,
      MemoryKnownBrowserRepository browsers,
      MemoryFactorRepository factors) {
    this.accounts = accounts;
    this.contacts = contacts;
    this.browsers = browsers;
    this.factors = factors;
  }

  @Override
  public synchronized boolean wanted(AccountId account) {
    return accounts.find(account).isPresent() && !unwanted.contains(account);
  }

  @Override
  public synchronized boolean want(AccountId account, boolean wanted) {
    return wanted ? unwanted.remove(account) : unwanted.add(account);
  }

  @Override
  public synchronized List<AccountId> due(Due due, int limit) {
    return accounts.all().stream()
        .map(account -> account.id())
        .filter(account -> open(account, due))
        .filter(
            account ->
                contacts.ofAccount(account).stream()
                    .anyMatch(one -> one.kind() == ContactPoint.Kind.EMAIL && one.active()))
        .filter(
            account ->
                firstSignIn(account).filter(first -> !first.isAfter(due.signedIn())).isPresent())
        .sorted(
            Comparator.<AccountId, Instant>comparing(
                    account -> looked.getOrDefault(account, Instant.MIN))
                .thenComparing(AccountId::value, Uuids.BYTEWISE))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized boolean look(AccountId account, Due due, Instant now) {
    if (!open(account, due)) {
      return false;
    }
    looked.put(account, now);
    return true;
  }

  @Override
  public synchronized void reminded(AccountId account, Instant now) {
    reminded.put(account, now);
  }

  @Override
  public synchronized Optional<Instant> firstSignIn(AccountId account) {
    return Stream.concat(
            browsers.all().stream()
                .filter(browser -> browser.account().equals(account))
                .map(KnownBrowser::firstSeenAt),
            factors.ofAccount(account).stream()
                .flatMap(
                    factor ->
                        confirmedAt(factor)
                            .filter(factor.details().createdAt()::isBefore)
                            .stream()))
        .min(Comparator.naturalOrder());
  }

  private static Optional<Instant> confirmedAt(Factor factor) {
    return factor.fold(
        pending -> Optional.empty(),
        active -> Optional.of(active.confirmedAt()),
        suspended -> Optional.of(suspended.confirmedAt()),
        Factor.Revoked::confirmedAt);
  }

  private boolean open(AccountId account, Due due) {
    return wanted(account)
        && !looked.getOrDefault(account, Instant.MIN).isAfter(due.looked())
        && !reminded.getOrDefault(account, Instant.MIN).isAfter(due.reminded());
  }
}
