package org.sparekey.application.adapter.telephony;

import java.time.InstantSource;
import java.util.List;
import org.sparekey.application.port.DeliveryReport;
import org.sparekey.application.port.Handover;
import org.sparekey.application.port.Handset;
import org.sparekey.application.port.OutboxMessage;

/** Rings on the virtual handset. */
final class HandsetLine implements Line {

  private final Handset handset;
  private final InstantSource clock;

  HandsetLine(Handset handset, InstantSource clock) {
    this.handset = handset;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "handset";
  }

  @Override
  public boolean offers(OutboxMessage.Channel channel) {
    return channel != OutboxMessage.Channel.MAIL;
  }

  @Override
  public Handover hand(OutboxMessage message) {
    handset.ring(
        new Handset.Ring(
            message.id().value(),
            message.channel(),
            message.recipient(),
            message.language(),
            message.body().revealText(),
            clock.instant()));
    return Handover.taken(name(), message.id().toString());
  }

  @Override
  public List<DeliveryReport> reports() {
    return List.of();
  }

  @Override
  public void close() {
    // nothing is open
  }
}
