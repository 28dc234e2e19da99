package org.sparekey.application.adapter.jpa;

import static org.sparekey.application.port.RateLimit.PHONE;
import static org.sparekey.application.port.RateLimit.PHONE_BY_ACCOUNT;
import static org.sparekey.application.port.RateLimit.PHONE_BY_PREFIX;
import static org.sparekey.application.port.RateLimit.REQUESTS_BY_SOURCE;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.sparekey.application.Adapter;
import org.sparekey.application.adapter.config.Configuration;
import org.sparekey.application.port.RateLimit;
import org.sparekey.application.port.RateLimits;

/**
 * Budgets by Bucket4j, kept in the database: they survive restarts and are the same for all nodes.
 * What is spent stays spent when the transaction of the caller fails: it is written past that
 * transaction, by connections of its own.
 */
@Adapter
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class JpaRateLimits implements RateLimits {

  private final StoredBuckets buckets;
  private final Map<RateLimit, BucketConfiguration> budgets;

  @Inject
  public JpaRateLimits(
      @Aside DataSource database, InstantSource clock, Configuration configuration) {
    this(
        database,
        clock,
        Map.of(
            REQUESTS_BY_SOURCE,
            (long) configuration.requestsBySource(),
            PHONE_BY_ACCOUNT,
            (long) configuration.telephony().mostByAccount(),
            PHONE_BY_PREFIX,
            (long) configuration.telephony().mostByPrefix(),
            PHONE,
            (long) configuration.telephony().mostAltogether()));
  }

  /** With the capacities that {@link RateLimit} names. */
  JpaRateLimits(DataSource database, InstantSource clock) {
    this(database, clock, Map.of());
  }

  private JpaRateLimits(DataSource database, InstantSource clock, Map<RateLimit, Long> capacities) {
    budgets = budgets(capacities);
    buckets = new StoredBuckets(database, clock, ClientSideConfig.getDefault());
  }

  /** One that was never spent from has no row and needs none. */
  @Override
  public boolean exhausted(RateLimit limit, String subject) {
    String id = id(limit, subject);
    return buckets.known(id) && bucket(id, limit).getAvailableTokens() <= 0;
  }

  @Override
  public boolean trySpend(RateLimit limit, String subject) {
    return bucket(id(limit, subject), limit).tryConsume(1);
  }

  @Override
  public int purge(Instant before, int limit) {
    return buckets.purge(before, limit);
  }

  private Bucket bucket(String id, RateLimit limit) {
    return buckets.builder().build(id, () -> configuration(limit));
  }

  private BucketConfiguration configuration(RateLimit limit) {
    BucketConfiguration configuration = budgets.get(limit);
    if (configuration == null) {
      throw new IllegalStateException(limit + " has no budget");
    }
    return configuration;
  }

  private static String id(RateLimit limit, String subject) {
    return limit.name() + ' ' + subject;
  }

  private static Map<RateLimit, BucketConfiguration> budgets(Map<RateLimit, Long> capacities) {
    Map<RateLimit, BucketConfiguration> budgets = new EnumMap<>(RateLimit.class);
    for (RateLimit limit : RateLimit.values()) {
      long capacity = capacities.getOrDefault(limit, limit.capacity());
      budgets.put(
          limit,
          BucketConfiguration.builder()
              .addLimit(
                  bandwidth -> bandwidth.capacity(capacity).refillGreedy(capacity, limit.period()))
              .build());
    }
    return budgets;
  }
}
