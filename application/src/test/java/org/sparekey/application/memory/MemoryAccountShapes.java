package org.sparekey.application.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sparekey.application.PeopleWhoMayVouch;
import org.sparekey.application.port.AccountShapes;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.factor.FactorDetails;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.policy.AccountShape;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.OrganisationId;

/** Shapes of the accounts in memory. */
public final class MemoryAccountShapes implements AccountShapes {

  private final Memory memory;

  MemoryAccountShapes(Memory memory) {
    this.memory = memory;
  }

  @Override
  public List<AccountShape.Counted> count(OrganisationId organisation, boolean staff, Instant now) {
    return accounts(organisation, staff)
        .map(account -> shape(account.id(), now))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> new AccountShape.Counted(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(AccountShape.Counted::accounts)
                .reversed()
                .thenComparing(each -> each.shape().code()))
        .toList();
  }

  @Override
  public List<SignInName> having(
      OrganisationId organisation,
      boolean staff,
      AccountShape shape,
      String after,
      int limit,
      Instant now) {
    return accounts(organisation, staff)
        .filter(account -> shape(account.id(), now).equals(shape))
        .map(Account::signInName)
        .filter(name -> name.value().compareTo(after) > 0)
        .sorted(Comparator.comparing(SignInName::value))
        .limit(limit)
        .toList();
  }

  private Stream<Account> accounts(OrganisationId organisation, boolean staff) {
    return memory.accounts.all().stream()
        .filter(account -> account.organisation().equals(organisation))
        .filter(account -> account.isStaff() == staff);
  }

  private AccountShape shape(AccountId id, Instant now) {
    List<FactorDetails> factors =
        memory.factors.ofAccount(id).stream()
            .filter(factor -> factor.status() == FactorStatus.ACTIVE)
            .map(factor -> factor.details())
            .toList();
    List<ContactPoint> mailboxes =
        memory.contactPoints.ofAccount(id).stream()
            .filter(contact -> contact.kind() == ContactPoint.Kind.EMAIL)
            .filter(contact -> contact.active())
            .toList();
    List<String> devices =
        Stream.concat(
                factors.stream().map(each -> each.device().folded()),
                mailboxes.stream().flatMap(this::device))
            .distinct()
            .sorted()
            .toList();
    return new AccountShape(
        factors.stream()
            .map(
                each ->
                    new AccountShape.PlacedFactor(
                        each.kind(), devices.indexOf(each.device().folded()) + 1))
            .toList(),
        mailboxes.stream()
            .map(
                each ->
                    new AccountShape.PlacedMailbox(
                        each.usableForRecovery(now),
                        device(each).findFirst().map(devices::indexOf).orElse(-1) + 1))
            .toList(),
        memory.passwords.find(id).isPresent(),
        memory.recoveryCodes.inForce(id).filter(sheet -> sheet.left() > 0).isPresent(),
        Math.min(memory.browsers.ofAccount(id).size(), AccountShape.MOST_BROWSERS),
        Math.min(
            new PeopleWhoMayVouch(memory.recoveryContacts, memory.contactPoints).of(id, now).size(),
            AccountShape.MOST_CONTACTS));
  }

  private Stream<String> device(ContactPoint mailbox) {
    return mailbox.openedWith().flatMap(memory.factors::find).stream()
        .map(factor -> factor.details().device().folded());
  }
}
