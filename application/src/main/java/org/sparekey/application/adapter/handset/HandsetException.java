package org.sparekey.application.adapter.handset;

import java.sql.SQLException;

/** The tables of the virtual handset cannot be reached. */
final class HandsetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HandsetException(SQLException cause) {
    super(cause);
  }
}
