package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.DrillRepository;
import org.sparekey.domain.drill.Drill;
import org.sparekey.domain.drill.DrillDetails;
import org.sparekey.domain.drill.DrillResult;
import org.sparekey.domain.drill.DrilledWay;
import org.sparekey.domain.drill.ImaginedLoss;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.analysis.Loss;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.DrillId;
import org.sparekey.domain.shared.SessionId;

/** Drills as rows, past JPA: one that is over is never written again. */
@Adapter
public class JpaDrillRepository implements DrillRepository {

  private static final String SELECT =
      "select id, account, session, begun_at, loss, loss_name, policy_key, policy_number, way,"
          + " evidence, done, approvals, hold_seconds, longest_seconds, result, ended_at from drill";

  private final EntityManager em;

  @Inject
  public JpaDrillRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(Drill.Open drill) {
    em.flush(); // the account may be new
    DrillDetails details = drill.details();
    DrilledWay way = details.way();
    Sql.update(
        connection(),
        "insert into drill (row_version, id, account, open_of, session, begun_at, loss, loss_name,"
            + " policy_key, policy_number, way, evidence, done, approvals, hold_seconds,"
            + " longest_seconds) values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        drill.id().value(),
        details.account().value(),
        details.account().value(),
        details.session().value(),
        details.begunAt(),
        details.lost().kind().code(),
        details.lost().name(),
        details.policy().key(),
        details.policy().version(),
        way.code(),
        kinds(way.evidence()),
        kinds(drill.done()),
        way.approvals(),
        way.hold().toSeconds(),
        way.longest().toSeconds());
  }

  @Override
  public void save(Drill drill) {
    DrilledWay way = drill.details().way();
    @Nullable UUID openOf =
        drill.<@Nullable UUID>fold(open -> open.details().account().value(), over -> null);
    @Nullable String result =
        drill.<@Nullable String>fold(open -> null, over -> over.result().code());
    @Nullable Instant endedAt = drill.<@Nullable Instant>fold(open -> null, Drill.Over::endedAt);
    boolean there =
        Rows.updateOne(
            em,
            "update drill set row_version = row_version + 1, open_of = ?, done = ?,"
                + " hold_seconds = ?, longest_seconds = ?, result = ?, ended_at = ?"
                + " where id = ? and ended_at is null",
            openOf,
            kinds(drill.done()),
            way.hold().toSeconds(),
            way.longest().toSeconds(),
            result,
            endedAt,
            drill.id().value());
    if (!there) {
      throw new IllegalStateException("no drill under way");
    }
  }

  @Override
  public Optional<Drill.Open> open(AccountId account) {
    return Sql.query(
            connection(),
            SELECT + " where open_of = ?",
            row -> new Drill.Open(details(row), done(row)),
            account.value())
        .stream()
        .findFirst();
  }

  @Override
  public Optional<Drill.Over> last(AccountId account) {
    return Sql.query(
            connection(),
            SELECT
                + " where account = ? and result in ('back-in', 'given-up')"
                + " order by ended_at desc, id desc limit 1",
            JpaDrillRepository::over,
            account.value())
        .stream()
        .findFirst();
  }

  @Override
  public Optional<Instant> lastBackIn(AccountId account) {
    return Sql.query(
            connection(),
            "select max(ended_at) from drill where account = ? and result = 'back-in'",
            row -> Optional.ofNullable(Sql.nullableInstant(row, 1)),
            account.value())
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  @Override
  public int purge(Instant before, int limit) {
    return Sql.update(
        connection(),
        "delete from drill where id in (select d.id from drill d where d.begun_at < ?"
            + " and (d.result is null or d.result = 'abandoned' or exists (select 1 from drill later"
            + " where later.account = d.account and later.ended_at > d.ended_at"
            + " and (later.result = 'back-in' or (d.result = 'given-up'"
            + " and later.result = 'given-up')))) order by d.begun_at limit ?)",
        before,
        limit);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }

  private static Drill.Over over(ResultSet row) throws SQLException {
    return new Drill.Over(
        details(row),
        done(row),
        Texts.ofCode(DrillResult.values(), DrillResult::code, row.getString(15)),
        Sql.instant(row, 16));
  }

  private static DrillDetails details(ResultSet row) throws SQLException {
    return new DrillDetails(
        new DrillId(row.getObject(1, UUID.class)),
        new AccountId(row.getObject(2, UUID.class)),
        new SessionId(row.getObject(3, UUID.class)),
        Sql.instant(row, 4),
        new ImaginedLoss(
            Texts.ofCode(Loss.Kind.values(), Loss.Kind::code, row.getString(5)), row.getString(6)),
        new PolicyVersion(row.getString(7), row.getInt(8)),
        new DrilledWay(
            row.getString(9),
            Texts.ofCodes(EvidenceKind.values(), EvidenceKind::code, row.getString(10)),
            row.getInt(12),
            Duration.ofSeconds(row.getLong(13)),
            Duration.ofSeconds(row.getLong(14))));
  }

  private static Set<EvidenceKind> done(ResultSet row) throws SQLException {
    return Set.copyOf(Texts.ofCodes(EvidenceKind.values(), EvidenceKind::code, row.getString(11)));
  }

  /** In the given order, which is that of the way. */
  private static String kinds(Collection<EvidenceKind> kinds) {
    return kinds.stream().map(EvidenceKind::code).collect(Collectors.joining(","));
  }
}
