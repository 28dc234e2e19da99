package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.AccountShapes;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.policy.AccountShape;
import org.sparekey.domain.shared.OrganisationId;

/** Shapes of accounts, made and counted by the database: no account is read. */
@Adapter
public class JpaAccountShapes implements AccountShapes {

  private static final String MAILBOX =
      " c.kind = 'email' and c.confirmed_at is not null and c.removed_at is null";

  /** The number of the device of the factor {@code f}, among all that the account depends on. */
  private static final String DEVICE =
      "(select count(distinct g.device_folded) from factor g where g.account = f.account"
          + " and g.device_folded <= f.device_folded and (g.status = 'active' or g.id in"
          + " (select c.opened_with from contact_point c where c.account = g.account and"
          + MAILBOX
          + ")))";

  private static final String OF_MAILBOX =
      "(case when c.usable_from <= ? then '1' else '0' end) || ':' || coalesce((select "
          + DEVICE
          + " from factor f where f.id = c.opened_with and f.account = c.account), 0)";

  /** How often {@link #SHAPE} takes the moment. */
  private static final int MOMENTS = 3;

  /** {@link AccountShape#code()} of the account {@code a}. */
  private static final String SHAPE =
      "coalesce((select string_agg(f.kind || ':' || "
          + DEVICE
          + ", ',' order by f.device_folded, f.kind) from factor f where f.account = a.id"
          + " and f.status = 'active'), '') || '|' ||"
          + " coalesce((select string_agg("
          + OF_MAILBOX
          + ", ',' order by "
          + OF_MAILBOX
          + ") from contact_point c where c.account = a.id and"
          + MAILBOX
          + "), '') || '|' ||"
          + " (select count(*) from account_password p where p.account = a.id) || '|' ||"
          + " (select least(count(*), 1) from recovery_code r join recovery_code_batch b"
          + " on b.id = r.batch where b.account = a.id and b.ended_at is null"
          + " and r.spent_at is null) || '|' ||"
          + " (select least(count(*), "
          + AccountShape.MOST_BROWSERS
          + ") from known_browser k where k.account = a.id and k.forgotten_at is null)"
          + " || '|' || (select least(count(*), "
          + AccountShape.MOST_CONTACTS
          + ") from recovery_contact r where r.account = a.id and r.status = 'accepted'"
          + " and r.usable_from <= ? and not exists (select c.id from contact_point c"
          + " where c.account = a.id and c.kind = 'email' and c.address_folded = lower(r.address)))";

  private final EntityManager em;

  @Inject
  public JpaAccountShapes(EntityManager em) {
    this.em = em;
  }

  @Override
  public List<AccountShape.Counted> count(OrganisationId organisation, boolean staff, Instant now) {
    em.flush();
    return Sql.query(
        em.unwrap(Connection.class),
        "select s.shape, count(*) from (select "
            + SHAPE
            + " as shape from account a where a.organisation = ? and "
            + roles(staff)
            + ") s group by s.shape order by count(*) desc, s.shape",
        row -> new AccountShape.Counted(shape(row.getString(1)), row.getLong(2)),
        Stream.concat(moments(now), Stream.of(organisation.value())).toArray());
  }

  @Override
  public List<SignInName> having(
      OrganisationId organisation,
      boolean staff,
      AccountShape shape,
      String after,
      int limit,
      Instant now) {
    em.flush();
    return Sql.query(
        em.unwrap(Connection.class),
        "select a.sign_in_name from account a where a.organisation = ? and a.sign_in_name > ? and "
            + roles(staff)
            + " and "
            + SHAPE
            + " = ? order by a.sign_in_name limit ?",
        row -> new SignInName(row.getString(1)),
        Stream.concat(
                Stream.concat(Stream.of(organisation.value(), after), moments(now)),
                Stream.of(shape.code(), limit))
            .toArray());
  }

  private static Stream<Object> moments(Instant now) {
    return Collections.<Object>nCopies(MOMENTS, now).stream();
  }

  private static String roles(boolean staff) {
    return staff ? "a.roles > ''" : "a.roles = ''";
  }

  private static AccountShape shape(String code) {
    List<String> parts = List.of(code.split("\\|", -1));
    return new AccountShape(
        Texts.words(parts.get(0)).stream().map(JpaAccountShapes::factor).toList(),
        Texts.words(parts.get(1)).stream().map(JpaAccountShapes::mailbox).toList(),
        parts.get(2).equals("1"),
        parts.get(3).equals("1"),
        Integer.parseInt(parts.get(4)),
        Integer.parseInt(parts.get(5)));
  }

  private static AccountShape.PlacedMailbox mailbox(String text) {
    List<String> parts = List.of(text.split(":", -1));
    return new AccountShape.PlacedMailbox(parts.get(0).equals("1"), Integer.parseInt(parts.get(1)));
  }

  private static AccountShape.PlacedFactor factor(String text) {
    List<String> parts = List.of(text.split(":", -1));
    return new AccountShape.PlacedFactor(
        Texts.ofCode(FactorKind.values(), FactorKind::code, parts.get(0)),
        Integer.parseInt(parts.get(1)));
  }
}
