package org.sparekey.application.support;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.AuditQuery;
import org.sparekey.application.port.AuditReader;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.audit.AuditEntry;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.AuditEntryId;
import org.sparekey.domain.shared.FactorId;

/** Reads the events of an account, which the caller has been found allowed to see. */
@Dependent
class AccountHistory {

  /** Events on a page. */
  static final int PAGE = 50;

  private static final Set<AuditCode> EVENTS =
      EnumSet.complementOf(
          EnumSet.of(
              AuditCode.STAFF_SEARCHED,
              AuditCode.STAFF_VIEWED,
              AuditCode.AUDIT_SEARCHED,
              AuditCode.AUDIT_EXPORTED));

  private final AuditReader reader;
  private final AccountRepository accounts;

  @Inject
  AccountHistory(AuditReader reader, AccountRepository accounts) {
    this.reader = reader;
    this.accounts = accounts;
  }

  Timeline of(Account account, List<Factor> factors, Optional<AuditEntryId> before) {
    AuditQuery query =
        new AuditQuery(
            account.organisation(),
            Optional.empty(),
            Optional.empty(),
            EVENTS,
            Optional.empty(),
            Optional.of(account.id()),
            Optional.empty());
    List<AuditEntry> found = reader.page(query, before, PAGE + 1);
    Map<FactorId, String> devices = new HashMap<>();
    factors.forEach(factor -> devices.put(factor.id(), factor.details().device().value()));
    Map<AccountId, Optional<String>> staff = new HashMap<>();
    List<Timeline.Event> events =
        found.stream()
            .limit(PAGE)
            .map(entry -> event(entry, devices, actorName(entry, account, staff)))
            .toList();
    return new Timeline(
        events, found.size() > PAGE ? Optional.of(events.get(PAGE - 1).id()) : Optional.empty());
  }

  private Optional<String> actorName(
      AuditEntry entry, Account account, Map<AccountId, Optional<String>> known) {
    return entry
        .what()
        .actor()
        .account()
        .filter(id -> entry.what().actor().kind() == Actor.Kind.STAFF)
        .flatMap(
            id ->
                known.computeIfAbsent(
                    id,
                    each ->
                        accounts
                            .find(each)
                            .filter(one -> one.organisation().equals(account.organisation()))
                            .map(one -> one.signInName().value())));
  }

  private static Timeline.Event event(
      AuditEntry entry, Map<FactorId, String> devices, Optional<String> actorName) {
    AuditDraft what = entry.what();
    return new Timeline.Event(
        entry.id(),
        entry.at(),
        what.code(),
        what.outcome(),
        what.reason(),
        what.actor().kind(),
        actorName,
        what.factorKind(),
        what.factor().flatMap(id -> Optional.ofNullable(devices.get(id))),
        what.recovery(),
        what.policy(),
        what.detail(),
        what.origin().sourceAddress());
  }
}
