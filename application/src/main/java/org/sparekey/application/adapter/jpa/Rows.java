package org.sparekey.application.adapter.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

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
   * Runs an update of many rows and forgets what the persistence context knew before, for it no
   * longer holds. What was pending is written first.
   */
  static int updateAll(EntityManager em, Query update) {
    int rows = update.executeUpdate();
    if (rows > 0) {
      em.clear();
    }
    return rows;
  }
}
