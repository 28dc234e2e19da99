package org.sparekey.application.adapter.jpa;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** What several repositories do with rows. */
final class Rows {

  private Rows() {}

  /** The row with this id, which the caller knows to be there. */
  static <R> R existing(EntityManager em, Class<R> type, Object id) {
    R row = em.find(type, id);
    if (row == null) {
      throw new IllegalStateException(type.getSimpleName() + " is not there");
    }
    return row;
  }

  /**
   * Changes one row past the persistence context, if its guard holds. A statement of its own costs
   * a fraction of the same in JPQL, which EclipseLink sends with its arguments written out.
   */
  static boolean updateOne(EntityManager em, String sql, @Nullable Object... arguments) {
    return Sql.update(em.unwrap(Connection.class), sql, arguments) == 1;
  }

  /**
   * Changes many rows past the persistence context, after what was pending is written; then what
   * the context knew no longer holds and is forgotten.
   */
  static int updateAll(EntityManager em, String sql, @Nullable Object... arguments) {
    em.flush();
    int rows = Sql.update(em.unwrap(Connection.class), sql, arguments);
    if (rows > 0) {
      em.clear();
    }
    return rows;
  }
}
