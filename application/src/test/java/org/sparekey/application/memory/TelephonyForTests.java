package org.sparekey.application.memory;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sparekey.application.port.DeliveryReport;
import org.sparekey.application.port.Handover;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.Telephony;
import org.sparekey.application.port.TelephonyRules;
import org.sparekey.application.port.TelephonyUnavailableException;
import org.sparekey.domain.challenge.ConversionRule;

/**
 * A provider that takes everything, until a test says otherwise; and the rules of an ordinary site.
 */
public final class TelephonyForTests implements Telephony, TelephonyRules {

  public final Set<OutboxMessage.Channel> offered =
      EnumSet.of(OutboxMessage.Channel.TEXT, OutboxMessage.Channel.CALL);
  public final List<OutboxMessage> taken = new ArrayList<>();
  public final List<DeliveryReport> reports = new ArrayList<>();
  public boolean down;
  public boolean refusing;

  @Override
  public boolean offers(OutboxMessage.Channel channel) {
    return offered.contains(channel);
  }

  @Override
  public boolean down(OutboxMessage.Channel channel) {
    return down;
  }

  @Override
  public synchronized Handover hand(OutboxMessage message) {
    if (down) {
      throw new TelephonyUnavailableException("down");
    }
    if (refusing) {
      return Handover.refused("test", "not-a-number");
    }
    taken.add(message);
    return Handover.taken("test", "ref-" + message.id());
  }

  @Override
  public synchronized List<DeliveryReport> reports() {
    List<DeliveryReport> all = List.copyOf(reports);
    reports.clear();
    return all;
  }

  @Override
  public boolean allows(String country) {
    return Set.of("DE", "AT", "US").contains(country);
  }

  @Override
  public ConversionRule conversion() {
    return new ConversionRule(5, 20);
  }
}
