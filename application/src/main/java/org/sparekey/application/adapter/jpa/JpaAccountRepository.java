package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.OrganisationId;

/** Accounts as rows. */
@Adapter
public class JpaAccountRepository implements AccountRepository {

  private static final String OF_ORGANISATION =
      "select a from AccountRow a where a.organisation = :organisation and a.signInName > :after"
          + " and ";
  private static final String BY_NAME = " order by a.signInName";
  private static final String MATCHES = " like :start escape '!'";

  private final EntityManager em;

  @Inject
  public JpaAccountRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(Account account) {
    em.persist(new AccountRow(account));
    em.flush(); // rows that point here may follow in the same transaction
  }

  @Override
  public void save(Account account) {
    Rows.existing(em, AccountRow.class, account.id().value()).take(account);
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return Optional.ofNullable(em.find(AccountRow.class, id.value())).map(AccountRow::toDomain);
  }

  @Override
  public void lock(AccountId id) {
    em.flush();
    em.clear(); // what was read without the lock may be old
    em.find(AccountRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
  }

  @Override
  public Optional<Account> findBySignInName(SignInName name) {
    return em.createQuery("select a from AccountRow a where a.signInName = :name", AccountRow.class)
        .setParameter("name", name.value())
        .getResultStream()
        .findFirst()
        .map(AccountRow::toDomain);
  }

  @Override
  public List<Account> staff(OrganisationId organisation) {
    return em
        .createQuery(
            "select a from AccountRow a where a.organisation = :organisation and a.roles > ''"
                + BY_NAME,
            AccountRow.class)
        .setParameter("organisation", organisation.value())
        .getResultList()
        .stream()
        .map(AccountRow::toDomain)
        .toList();
  }

  /** A look into an index for each organisation, however many accounts have the domain. */
  @Override
  public List<OrganisationId> organisationsOf(String domain) {
    return em.createQuery(
            "select o.id from OrganisationRow o where exists (select a.id from AccountRow a"
                + " where a.organisation = o.id and a.signInDomain = :domain) order by o.id",
            UUID.class)
        .setParameter("domain", domain)
        .getResultStream()
        .map(OrganisationId::new)
        .toList();
  }

  @Override
  public boolean any() {
    return !em.createQuery("select a.id from AccountRow a", UUID.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /**
   * One query for each way to match: each has its index, while a single one with OR would read the
   * whole organisation.
   */
  @Override
  public List<Account> search(
      OrganisationId organisation, String text, Optional<SignInName> after, int limit) {
    String wanted = Texts.folded(text);
    if (wanted.isEmpty() || wanted.indexOf('\0') >= 0) {
      return List.of();
    }
    String start = wanted.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    Stream<TypedQuery<AccountRow>> byStart =
        Stream.of(
                "a.signInName" + MATCHES,
                "a.displayNameFolded" + MATCHES,
                "a.id in (select c.account from ContactPointRow c where c.kind = 'email'"
                    + " and c.confirmedAt is not null and c.removedAt is null"
                    + " and c.addressFolded"
                    + MATCHES
                    + ")")
            .map(
                condition ->
                    em.createQuery(OF_ORGANISATION + condition + BY_NAME, AccountRow.class)
                        .setParameter("start", start));
    Stream<TypedQuery<AccountRow>> byId =
        AccountId.parse(wanted).stream()
            .map(
                id ->
                    em.createQuery(OF_ORGANISATION + "a.id = :id" + BY_NAME, AccountRow.class)
                        .setParameter("id", id.value()));
    return Stream.concat(byStart, byId)
        .flatMap(
            query ->
                query
                    .setParameter("organisation", organisation.value())
                    .setParameter("after", after.map(SignInName::value).orElse(""))
                    .setMaxResults(limit)
                    .getResultStream())
        .distinct()
        .map(AccountRow::toDomain)
        .sorted(Comparator.comparing(account -> account.signInName().value()))
        .limit(limit)
        .toList();
  }
}
