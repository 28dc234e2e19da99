package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.SeenSources;
import org.sparekey.domain.shared.AccountId;

/** A row for each pair; two nodes that note the same at once write one. */
@Adapter
public class JpaSeenSources implements SeenSources {

  private final EntityManager em;

  @Inject
  public JpaSeenSources(EntityManager em) {
    this.em = em;
  }

  @Override
  public void noteSignIn(AccountId account, String network, Instant now) {
    int changed =
        Sql.update(
            connection(),
            "update sign_in_network set seen_at = ? where account = ? and network = ?",
            now,
            account.value(),
            network);
    if (changed == 0) {
      Sql.update(
          connection(),
          "insert into sign_in_network (account, network, seen_at) values (?, ?, ?)"
              + " on conflict do nothing",
          account.value(),
          network,
          now);
    }
  }

  @Override
  public Set<String> networks(AccountId account, Instant since) {
    return Set.copyOf(
        Sql.query(
            connection(),
            "select network from sign_in_network where account = ? and seen_at > ?",
            row -> row.getString(1),
            account.value(),
            since));
  }

  @Override
  public void noteRecovery(String source, String subject, Instant now) {
    int changed =
        Sql.update(
            connection(),
            "update recovery_source set asked_at = ? where source = ? and subject = ?",
            now,
            source,
            subject);
    if (changed == 0) {
      Sql.update(
          connection(),
          "insert into recovery_source (source, subject, asked_at) values (?, ?, ?)"
              + " on conflict do nothing",
          source,
          subject,
          now);
    }
  }

  @Override
  public int subjects(String source, Instant since) {
    List<Integer> counted =
        Sql.query(
            connection(),
            "select count(*) from recovery_source where source = ? and asked_at > ?",
            row -> row.getInt(1),
            source,
            since);
    return counted.get(0);
  }

  @Override
  public int purge(Instant signIns, Instant recoveries, int limit) {
    return Sql.update(
            connection(),
            "delete from sign_in_network where (account, network) in (select account, network"
                + " from sign_in_network where seen_at < ? order by seen_at limit ?)",
            signIns,
            limit)
        + Sql.update(
            connection(),
            "delete from recovery_source where (source, subject) in (select source, subject"
                + " from recovery_source where asked_at < ? order by asked_at limit ?)",
            recoveries,
            limit);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
