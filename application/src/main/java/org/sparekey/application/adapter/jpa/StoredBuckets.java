package org.sparekey.application.adapter.jpa;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Bucket4j's buckets as rows, by compare-and-swap. Its own adapter for PostgreSQL speaks a dialect
 * that H2 does not understand: {@code on conflict (id)}.
 */
final class StoredBuckets extends AbstractCompareAndSwapBasedProxyManager<String> {

  private final DataSource database;
  private final InstantSource clock;

  StoredBuckets(DataSource database, InstantSource clock, ClientSideConfig config) {
    super(config.withClientClock(meter(clock)));
    this.database = database;
    this.clock = clock;
  }

  private static TimeMeter meter(InstantSource clock) {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return clock.millis() * 1_000_000;
      }

      @Override
      public boolean isWallClockBased() {
        return true;
      }
    };
  }

  boolean known(String id) {
    return state(id).isPresent();
  }

  int purge(Instant before, int limit) {
    try (Connection connection = database.getConnection()) {
      return Sql.update(
          connection,
          "delete from rate_budget where id in"
              + " (select id from rate_budget where changed_at < ? order by changed_at limit ?)",
          before,
          limit);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private Optional<byte[]> state(String id) {
    try (Connection connection = database.getConnection()) {
      List<byte[]> states =
          Sql.query(
              connection, "select state from rate_budget where id = ?", row -> row.getBytes(1), id);
      return states.stream().findFirst();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private boolean swap(String id, byte @Nullable [] before, byte[] after) {
    try (Connection connection = database.getConnection()) {
      int written =
          before == null
              ? Sql.update(
                  connection,
                  "insert into rate_budget (id, state, changed_at) values (?, ?, ?)"
                      + " on conflict do nothing",
                  id,
                  after,
                  clock.instant())
              : Sql.update(
                  connection,
                  "update rate_budget set state = ?, changed_at = ? where id = ? and state = ?",
                  after,
                  clock.instant(),
                  id,
                  before);
      return written == 1;
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  @Override
  protected CompareAndSwapOperation beginCompareAndSwapOperation(String id) {
    return new CompareAndSwapOperation() {
      @Override
      public Optional<byte[]> getStateData(Optional<Long> timeoutNanos) {
        return state(id);
      }

      @Override
      public boolean compareAndSwap(
          byte @Nullable [] before,
          byte[] after,
          RemoteBucketState newState,
          Optional<Long> timeoutNanos) {
        return swap(id, before, after);
      }
    };
  }

  @Override
  protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String id) {
    throw new UnsupportedOperationException("budgets are spent synchronously");
  }

  @Override
  protected CompletableFuture<Void> removeAsync(String id) {
    throw new UnsupportedOperationException("budgets are spent synchronously");
  }

  @Override
  public void removeProxy(String id) {
    try (Connection connection = database.getConnection()) {
      Sql.update(connection, "delete from rate_budget where id = ?", id);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  @Override
  public boolean isAsyncModeSupported() {
    return false;
  }
}
