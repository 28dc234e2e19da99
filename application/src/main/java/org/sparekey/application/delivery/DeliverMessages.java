package org.sparekey.application.delivery;

import org.sparekey.application.UseCase;

/** Delivers what is due in the outbox. */
@UseCase
public class DeliverMessages {

  /** Delivers one batch; returns how many messages were taken from the outbox. */
  public int run() {
    throw new UnsupportedOperationException();
  }
}
