package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.SignsOfLife;

/** One row for all nodes. */
@Adapter
public class JpaSignsOfLife implements SignsOfLife {

  private final EntityManager em;

  @Inject
  public JpaSignsOfLife(EntityManager em) {
    this.em = em;
  }

  @Override
  public Optional<Instant> last() {
    List<Instant> signs =
        Sql.query(
            em.unwrap(Connection.class),
            "select seen_at from sign_of_life where id = 1",
            row -> Sql.instant(row, 1));
    return signs.stream().findFirst();
  }

  @Override
  public void note(Instant now) {
    Connection connection = em.unwrap(Connection.class);
    if (Sql.update(connection, "update sign_of_life set seen_at = ? where id = 1", now) == 0) {
      Sql.update(
          connection,
          "insert into sign_of_life (id, seen_at) values (1, ?) on conflict do nothing",
          now);
    }
  }
}
