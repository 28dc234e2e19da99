package org.sparekey.application.port;

import java.util.List;

/** Sends text messages and makes calls, through whichever provider can. */
public interface Telephony {

  /** Whether anything is configured that can do this. */
  boolean offers(OutboxMessage.Channel channel);

  /** Whether all that could do it failed lately: then nobody is asked to wait for a code. */
  boolean down(OutboxMessage.Channel channel);

  /**
   * Hands a text or a call over to the first provider that takes it.
   *
   * @throws TelephonyUnavailableException when none can be reached or takes it now
   */
  Handover hand(OutboxMessage message);

  /** What providers with a connection of their own said since the last time this was asked. */
  List<DeliveryReport> reports();
}
