package org.sparekey.application.delivery;

import org.sparekey.application.memory.Memory;
import org.sparekey.application.port.MailTransport;

/** The workers of this room, for tests of other rooms. */
public final class DeliveryWiring {

  private DeliveryWiring() {}

  /** Delivers mails from the twin of the outbox. */
  public static DeliverMessages mails(Memory memory, MailTransport transport) {
    return new DeliverMessages(
        new OutboxStep(memory.outbox, memory.accounts, memory.audit, memory.random),
        transport,
        memory.clock);
  }
}
