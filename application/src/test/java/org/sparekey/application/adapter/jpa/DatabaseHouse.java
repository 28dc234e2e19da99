package org.sparekey.application.adapter.jpa;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.sparekey.application.adapter.clock.TimeOrderedIds;
import org.sparekey.application.memory.MoveableClock;
import org.sparekey.application.memory.RepeatableRandom;
import org.sparekey.application.memory.TransparentSealer;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.AccountShapes;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.AuditReader;
import org.sparekey.application.port.ChallengeRepository;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.application.port.DrillRepository;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.House;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.IssuedCodeRepository;
import org.sparekey.application.port.KnownBrowserRepository;
import org.sparekey.application.port.OktaRepository;
import org.sparekey.application.port.OpinionRepository;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.application.port.Outbox;
import org.sparekey.application.port.PasskeyRepository;
import org.sparekey.application.port.PasswordRepository;
import org.sparekey.application.port.PhoneFactorRepository;
import org.sparekey.application.port.PhoneMessageRepository;
import org.sparekey.application.port.PolicyDraftRepository;
import org.sparekey.application.port.PolicyRepository;
import org.sparekey.application.port.PushDeviceRepository;
import org.sparekey.application.port.PushOutbox;
import org.sparekey.application.port.RateLimits;
import org.sparekey.application.port.RecoveryCodeRepository;
import org.sparekey.application.port.RecoveryContactRepository;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.port.ReminderRepository;
import org.sparekey.application.port.ResetHistory;
import org.sparekey.application.port.SeenSources;
import org.sparekey.application.port.SessionRepository;
import org.sparekey.application.port.SignsOfLife;
import org.sparekey.application.port.ThrottleRepository;
import org.sparekey.application.port.VouchingRepository;

/**
 * The real repositories on a real database, whose schema comes from the very migrations that ship;
 * EclipseLink without a container.
 */
public final class DatabaseHouse implements House {

  private static final ThreadLocal<@Nullable EntityManager> CURRENT = new ThreadLocal<>();
  private static final int CONNECTIONS = 32;

  private final MoveableClock clock = new MoveableClock();
  private final IdSource ids = new TimeOrderedIds(clock);
  private final DataSource database;
  private final EntityManagerFactory factory;
  private final EntityManager em;

  private static final class H2Holder {
    static final DatabaseHouse HOUSE = openH2();
  }

  private static final class PostgresqlHolder {
    static final DatabaseHouse HOUSE = openPostgresql();
  }

  /** One H2 in memory for the whole run. */
  public static DatabaseHouse h2() {
    return H2Holder.HOUSE;
  }

  /** One PostgreSQL on the loopback for the whole run; it ends with this process. */
  public static DatabaseHouse postgresql() {
    return PostgresqlHolder.HOUSE;
  }

  private static DatabaseHouse openH2() {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL(
        "jdbc:h2:mem:contract;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
            + "DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=200;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=256");
    h2.setUser("sparekey");
    return new DatabaseHouse(
        h2,
        Map.of(
            "jakarta.persistence.jdbc.driver",
            "org.h2.Driver",
            "jakarta.persistence.jdbc.url",
            h2.getURL(),
            "jakarta.persistence.jdbc.user",
            "sparekey",
            "jakarta.persistence.jdbc.password",
            ""));
  }

  private static DatabaseHouse openPostgresql() {
    try {
      @SuppressWarnings("resource") // its own shutdown hook ends it
      EmbeddedPostgres server = EmbeddedPostgres.start();
      PGConnectionPoolDataSource postgresql = new PGConnectionPoolDataSource();
      postgresql.setUrl(server.getJdbcUrl("postgres", "postgres"));
      return new DatabaseHouse(
          postgresql,
          Map.of(
              "jakarta.persistence.jdbc.driver",
              "org.postgresql.Driver",
              "jakarta.persistence.jdbc.url",
              server.getJdbcUrl("postgres", "postgres")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DatabaseHouse(ConnectionPoolDataSource source, Map<String, String> connection) {
    JdbcConnectionPool pool = JdbcConnectionPool.create(source);
    pool.setMaxConnections(CONNECTIONS);
    database = pool;
    Migrations.run(database, true);
    Map<String, String> properties = new java.util.HashMap<>(connection);
    properties.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
    properties.put("jakarta.persistence.jtaDataSource", "");
    properties.put("eclipselink.connection-pool.default.min", "1");
    properties.put("eclipselink.connection-pool.default.max", Integer.toString(CONNECTIONS));
    properties.put("eclipselink.weaving", "false");
    factory = Persistence.createEntityManagerFactory("sparekey", properties);
    em = ofThread();
  }

  /** As in a container: one entity manager for all, which means that of the transaction. */
  private static EntityManager ofThread() {
    return (EntityManager)
        Proxy.newProxyInstance(
            DatabaseHouse.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) -> {
              EntityManager current = CURRENT.get();
              if (current == null) {
                throw new IllegalStateException("no transaction");
              }
              try {
                return method.invoke(current, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    if (CURRENT.get() != null) {
      return work.get();
    }
    try (EntityManager manager = factory.createEntityManager()) {
      CURRENT.set(manager);
      EntityTransaction transaction = manager.getTransaction();
      transaction.begin();
      T result;
      try {
        result = work.get();
      } catch (RuntimeException e) {
        transaction.rollback();
        throw e;
      }
      transaction.commit();
      return result;
    } finally {
      CURRENT.remove();
    }
  }

  /** Connections past JPA, each by itself. */
  public DataSource database() {
    return database;
  }

  @Override
  public MoveableClock clock() {
    return clock;
  }

  @Override
  public IdSource ids() {
    return ids;
  }

  @Override
  public OrganisationRepository organisations() {
    return new JpaOrganisationRepository(em);
  }

  @Override
  public AccountRepository accounts() {
    return new JpaAccountRepository(em);
  }

  @Override
  public ContactPointRepository contactPoints() {
    return new JpaContactPointRepository(em);
  }

  @Override
  public PasswordRepository passwords() {
    return new JpaPasswordRepository(em);
  }

  @Override
  public SessionRepository sessions() {
    return new JpaSessionRepository(em);
  }

  @Override
  public KnownBrowserRepository browsers() {
    return new JpaKnownBrowserRepository(em);
  }

  @Override
  public FactorRepository factors() {
    return new JpaFactorRepository(em);
  }

  @Override
  public PasskeyRepository passkeys() {
    return new JpaPasskeyRepository(em);
  }

  @Override
  public PushDeviceRepository pushDevices() {
    return new JpaPushDeviceRepository(em, new TransparentSealer());
  }

  @Override
  public PushOutbox pushOutbox() {
    return new JpaPushOutbox(em, new TransparentSealer());
  }

  @Override
  public IssuedCodeRepository codes() {
    return new JpaIssuedCodeRepository(em);
  }

  @Override
  public ChallengeRepository challenges() {
    return new JpaChallengeRepository(em);
  }

  @Override
  public OktaRepository okta() {
    return new JpaOktaRepository(em);
  }

  @Override
  public RecoveryCodeRepository recoveryCodes() {
    return new JpaRecoveryCodeRepository(em);
  }

  @Override
  public ThrottleRepository throttles() {
    return new JpaThrottleRepository(em);
  }

  @Override
  public PolicyRepository policies() {
    return new JpaPolicyRepository(em);
  }

  @Override
  public PolicyDraftRepository policyDrafts() {
    return new JpaPolicyDraftRepository(em);
  }

  @Override
  public AccountShapes shapes() {
    return new JpaAccountShapes(em);
  }

  @Override
  public RecoveryRepository recoveries() {
    return new JpaRecoveryRepository(em);
  }

  @Override
  public OpinionRepository opinions() {
    return new JpaOpinionRepository(em);
  }

  @Override
  public RecoveryContactRepository recoveryContacts() {
    return new JpaRecoveryContactRepository(em);
  }

  @Override
  public VouchingRepository vouchings() {
    return new JpaVouchingRepository(em);
  }

  @Override
  public ResetHistory resets() {
    return new JpaResetHistory(em);
  }

  @Override
  public AuditLog auditLog() {
    return new JpaAuditLog(em, ids, clock, new RepeatableRandom());
  }

  @Override
  public AuditReader auditReader() {
    return new JpaAuditReader(database);
  }

  @Override
  public Outbox outbox() {
    return new JpaOutbox(em, new TransparentSealer());
  }

  @Override
  public PhoneFactorRepository phones() {
    return new JpaPhoneFactorRepository(em);
  }

  @Override
  public PhoneMessageRepository phoneMessages() {
    return new JpaPhoneMessageRepository(em);
  }

  @Override
  public SignsOfLife signsOfLife() {
    return new JpaSignsOfLife(em);
  }

  @Override
  public SeenSources seenSources() {
    return new JpaSeenSources(em);
  }

  @Override
  public DrillRepository drills() {
    return new JpaDrillRepository(em);
  }

  @Override
  public ReminderRepository reminders() {
    return new JpaReminderRepository(em);
  }

  @Override
  public RateLimits rateLimits() {
    return new JpaRateLimits(database, clock);
  }
}
