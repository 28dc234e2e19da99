package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.OktaFactor;
import org.sparekey.application.port.OktaQuestion;
import org.sparekey.application.port.OktaRepository;
import org.sparekey.domain.shared.ChallengeId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;

/** What is known at Okta as rows, past JPA: workers take them by guarded statements. */
@Adapter
public class JpaOktaRepository implements OktaRepository {

  private static final String FACTOR =
      "select o.factor, o.login, o.okta_user, o.okta_id, o.enrolled_here, o.step, o.sealed_picture,"
          + " o.failure, o.due_at, o.attempts from okta_factor o";
  private static final String QUESTION =
      "select challenge, factor, source_address, user_agent, okta_transaction, shown_number,"
          + " failure, due_at, attempts from okta_question";

  private final EntityManager em;

  @Inject
  public JpaOktaRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(OktaFactor factor) {
    em.flush(); // the factor that this row points to may be new
    Sql.update(
        connection(),
        "insert into okta_factor (login, okta_user, okta_id, enrolled_here, step, sealed_picture,"
            + " failure, due_at, attempts, factor) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values(factor));
  }

  @Override
  public void save(OktaFactor factor) {
    Sql.update(
        connection(),
        "update okta_factor set login = ?, okta_user = ?, okta_id = ?, enrolled_here = ?, step = ?,"
            + " sealed_picture = ?, failure = ?, due_at = ?, attempts = ? where factor = ?",
        values(factor));
  }

  @Override
  public Optional<OktaFactor> find(FactorId factor) {
    return Sql.query(
            connection(), FACTOR + " where o.factor = ?", JpaOktaRepository::factor, factor.value())
        .stream()
        .findFirst();
  }

  @Override
  public List<OktaFactor> claim(Instant now, Instant lease, int limit) {
    return Sql.query(
            connection(),
            FACTOR
                + " where o.due_at <= ? and o.step in ('wanted', 'scanning')"
                + " order by o.due_at limit ?",
            JpaOktaRepository::factor,
            now,
            limit)
        .stream()
        .filter(due -> take("okta_factor", "factor", due.factor().value(), due.dueAt(), lease))
        .toList();
  }

  @Override
  public List<OktaFactor> claimResets(Instant now, Instant lease, int limit) {
    em.flush(); // a factor may have been revoked in this very transaction
    return Sql.query(
            connection(),
            FACTOR
                + " join factor f on f.id = o.factor where f.status = 'revoked'"
                + " and (f.reason in ('lost', 'replaced-by-reset') or o.enrolled_here)"
                + " and o.okta_id is not null and o.step <> 'reset'"
                + " and (o.due_at is null or o.due_at <= ?) order by f.revoked_at limit ?",
            JpaOktaRepository::factor,
            now,
            limit)
        .stream()
        .filter(due -> take("okta_factor", "factor", due.factor().value(), due.dueAt(), lease))
        .toList();
  }

  @Override
  public void add(OktaQuestion question) {
    em.flush(); // the challenge that this row points to is new
    Sql.update(
        connection(),
        "insert into okta_question (factor, source_address, user_agent, okta_transaction,"
            + " shown_number, failure, due_at, attempts, challenge)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values(question));
  }

  @Override
  public void save(OktaQuestion question) {
    Sql.update(
        connection(),
        "update okta_question set factor = ?, source_address = ?, user_agent = ?,"
            + " okta_transaction = ?, shown_number = ?, failure = ?, due_at = ?, attempts = ?"
            + " where challenge = ?",
        values(question));
  }

  @Override
  public Optional<OktaQuestion> find(ChallengeId challenge) {
    return Sql.query(
            connection(),
            QUESTION + " where challenge = ?",
            JpaOktaRepository::question,
            challenge.value())
        .stream()
        .findFirst();
  }

  @Override
  public List<OktaQuestion> claimQuestions(Instant now, Instant lease, int limit) {
    return Sql.query(
            connection(),
            QUESTION + " where due_at <= ? order by due_at limit ?",
            JpaOktaRepository::question,
            now,
            limit)
        .stream()
        .filter(
            due -> take("okta_question", "challenge", due.challenge().value(), due.dueAt(), lease))
        .toList();
  }

  /** Whether nobody took it since it was read. */
  private boolean take(String table, String key, UUID id, Optional<Instant> dueAt, Instant lease) {
    String sql = "update " + table + " set due_at = ? where " + key + " = ? and due_at";
    return dueAt
        .map(due -> Rows.updateOne(em, sql + " = ?", lease, id, due))
        .orElseGet(() -> Rows.updateOne(em, sql + " is null", lease, id));
  }

  private static @Nullable Object[] values(OktaFactor factor) {
    return new @Nullable Object[] {
      factor.login(),
      factor.user().orElse(null),
      factor.id().orElse(null),
      factor.enrolledHere(),
      factor.step().code(),
      factor.sealedPicture().orElse(null),
      factor.failure().orElse(null),
      factor.dueAt().orElse(null),
      factor.attempts(),
      factor.factor().value()
    };
  }

  private static @Nullable Object[] values(OktaQuestion question) {
    return new @Nullable Object[] {
      question.factor().value(),
      question.origin().sourceAddress(),
      question.origin().userAgent(),
      question.transaction().orElse(null),
      question.number().orElse(null),
      question.failure().orElse(null),
      question.dueAt().orElse(null),
      question.attempts(),
      question.challenge().value()
    };
  }

  private static OktaFactor factor(ResultSet row) throws SQLException {
    return new OktaFactor(
        new FactorId(row.getObject(1, UUID.class)),
        row.getString(2),
        Optional.ofNullable(row.getString(3)),
        Optional.ofNullable(row.getString(4)),
        row.getBoolean(5),
        Texts.ofCode(OktaFactor.Step.values(), OktaFactor.Step::code, row.getString(6)),
        Optional.ofNullable(row.getString(7)),
        Optional.ofNullable(row.getString(8)),
        Optional.ofNullable(Sql.nullableInstant(row, 9)),
        row.getInt(10));
  }

  private static OktaQuestion question(ResultSet row) throws SQLException {
    return new OktaQuestion(
        new ChallengeId(row.getObject(1, UUID.class)),
        new FactorId(row.getObject(2, UUID.class)),
        new Origin(row.getString(3), row.getString(4), Optional.empty()),
        Optional.ofNullable(row.getString(5)),
        Optional.ofNullable(row.getString(6)),
        Optional.ofNullable(row.getString(7)),
        Optional.ofNullable(Sql.nullableInstant(row, 8)),
        row.getInt(9));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
