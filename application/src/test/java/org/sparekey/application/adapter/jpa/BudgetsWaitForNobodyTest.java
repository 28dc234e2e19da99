package org.sparekey.application.adapter.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.sql.DataSourceDefinition;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sparekey.application.adapter.config.Configuration;
import org.sparekey.application.port.RateLimit;

/** A budget is spent while a transaction holds a connection: the two must not be of one pool. */
class BudgetsWaitForNobodyTest {

  private static final int THREADS = 32;
  private static final int TRANSACTIONS = 2;

  private final JdbcConnectionPool ofTransactions = pool(TRANSACTIONS);
  private final JdbcConnectionPool aside = pool(1);

  @AfterEach
  void close() {
    ofTransactions.dispose();
    aside.dispose();
  }

  @Test
  @Timeout(60)
  void manyTransactionsSpendWhenAllTheirConnectionsAreTaken() throws Exception {
    Migrations.run(ofTransactions, false);
    JpaRateLimits limits = new JpaRateLimits(aside, InstantSource.system());
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    CyclicBarrier together = new CyclicBarrier(TRANSACTIONS);
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      work.add(
          () -> {
            try (Connection held = ofTransactions.getConnection()) {
              held.setAutoCommit(false);
              together.await(10, TimeUnit.SECONDS);
              return limits.trySpend(RateLimit.FAILED_PROOFS, "all");
            }
          });
    }

    try {
      for (Future<Boolean> spent : threads.invokeAll(work, 50, TimeUnit.SECONDS)) {
        assertThat(spent.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theServerHasTwoPoolsAndBudgetsTakeTheSecond() throws Exception {
    assertThat(ManagedDatabase.class.getAnnotationsByType(DataSourceDefinition.class))
        .extracting(DataSourceDefinition::name)
        .containsExactlyInAnyOrder(ManagedDatabase.NAME, ManagedDatabase.ASIDE)
        .doesNotHaveDuplicates();
    assertThat(
            JpaRateLimits.class
                .getConstructor(DataSource.class, InstantSource.class, Configuration.class)
                .getParameters()[0]
                .isAnnotationPresent(Aside.class))
        .isTrue();
  }

  @Test
  void noPoolGivesADeadConnectionAway() {
    for (DataSourceDefinition pool :
        ManagedDatabase.class.getAnnotationsByType(DataSourceDefinition.class)) {
      assertThat(Arrays.asList(pool.properties()))
          .contains(
              "fish.payara.is-connection-validation-required=true",
              "fish.payara.fail-all-connections=true");
    }
  }

  private static JdbcConnectionPool pool(int connections) {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL(
        "jdbc:h2:mem:pools;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
            + "DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000");
    h2.setUser("sparekey");
    JdbcConnectionPool pool = JdbcConnectionPool.create(h2);
    pool.setMaxConnections(connections);
    pool.setLoginTimeout(20);
    return pool;
  }
}
