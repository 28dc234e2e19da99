package org.sparekey.application.adapter.telephony;

import java.util.List;
import org.sparekey.application.port.DeliveryReport;
import org.sparekey.application.port.Handover;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.TelephonyUnavailableException;

/** One provider. */
interface Line extends AutoCloseable {

  /** Its name in the configuration and in the log. */
  String name();

  /** Whether it can do this at all. */
  boolean offers(OutboxMessage.Channel channel);

  /**
   * Hands the message over.
   *
   * @throws TelephonyUnavailableException when it cannot be reached or does not take it now
   */
  Handover hand(OutboxMessage message);

  /** What it said since the last time this was asked. */
  List<DeliveryReport> reports();

  /** Ends what is open. */
  @Override
  void close();
}
