package org.sparekey.application.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.AuditQuery;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.audit.AuditEntry;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.OrganisationId;

/** Turns names into ids for a query, and ids into names for a page, within one organisation. */
@Dependent
class AuditNames {

  /** Nobody's id: a name that is unknown, or belongs elsewhere, finds no entry. */
  private static final AccountId NOBODY = new AccountId(new UUID(0, 0));

  private final AccountRepository accounts;

  @Inject
  AuditNames(AccountRepository accounts) {
    this.accounts = accounts;
  }

  AuditQuery query(AuditFilter filter, OrganisationId organisation) {
    return new AuditQuery(
        organisation,
        filter.from(),
        filter.to(),
        filter.codes(),
        filter.actor().map(text -> id(text, organisation)),
        filter.subject().map(text -> id(text, organisation)),
        filter.outcome());
  }

  List<AuditLine> lines(List<AuditEntry> entries, OrganisationId organisation) {
    Map<AccountId, Optional<String>> known = new HashMap<>();
    return entries.stream()
        .map(
            entry ->
                new AuditLine(
                    entry,
                    entry.what().actor().account().flatMap(id -> name(id, organisation, known)),
                    entry.what().subject().flatMap(id -> name(id, organisation, known))))
        .toList();
  }

  private AccountId id(String text, OrganisationId organisation) {
    return AccountId.parse(text.strip())
        .or(
            () ->
                SignInName.parse(text)
                    .flatMap(accounts::findBySignInName)
                    .filter(account -> account.organisation().equals(organisation))
                    .map(Account::id))
        .orElse(NOBODY);
  }

  private Optional<String> name(
      AccountId id, OrganisationId organisation, Map<AccountId, Optional<String>> known) {
    return known.computeIfAbsent(
        id,
        each ->
            accounts
                .find(each)
                .filter(account -> account.organisation().equals(organisation))
                .map(account -> account.signInName().value()));
  }
}
