package org.sparekey.application.adapter.telephony;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparekey.application.Adapter;
import org.sparekey.application.adapter.config.Configuration;
import org.sparekey.application.adapter.config.TelephonySettings;
import org.sparekey.application.port.DeliveryReport;
import org.sparekey.application.port.Handover;
import org.sparekey.application.port.Handset;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.Telephony;
import org.sparekey.application.port.TelephonyUnavailableException;

/**
 * The providers in the configured order: when one cannot, the next one does. Without any, and only
 * in the developer profile, the virtual handset rings.
 */
@Adapter
public class ChosenTelephony implements Telephony {

  private static final System.Logger LOG = System.getLogger(ChosenTelephony.class.getName());

  private final Map<Line, LineHealth> lines = new LinkedHashMap<>();

  @Inject
  public ChosenTelephony(Configuration configuration, Handset handset, InstantSource clock) {
    this(lines(configuration, handset, clock), clock);
  }

  /** For tests of how lines stand in for each other. */
  ChosenTelephony(List<Line> order, InstantSource clock) {
    order.forEach(line -> lines.put(line, new LineHealth(clock)));
  }

  private static List<Line> lines(
      Configuration configuration, Handset handset, InstantSource clock) {
    TelephonySettings settings = configuration.telephony();
    List<Line> lines = new ArrayList<>();
    for (TelephonySettings.Provider provider : settings.order()) {
      switch (provider) {
        case TWILIO ->
            settings.twilio().ifPresent(twilio -> lines.add(new TwilioLine(twilio, clock)));
        case SMPP -> settings.smpp().ifPresent(smpp -> lines.add(new SmppLine(smpp, clock)));
      }
    }
    if (lines.isEmpty() && configuration.developer()) {
      lines.add(new HandsetLine(handset, clock));
    }
    return lines;
  }

  @Override
  public boolean offers(OutboxMessage.Channel channel) {
    return lines.keySet().stream().anyMatch(line -> line.offers(channel));
  }

  @Override
  public boolean down(OutboxMessage.Channel channel) {
    return lines.entrySet().stream()
        .filter(line -> line.getKey().offers(channel))
        .allMatch(line -> line.getValue().rests());
  }

  @Override
  public Handover hand(OutboxMessage message) {
    TelephonyUnavailableException last =
        new TelephonyUnavailableException("every provider rests after failures, or none can");
    for (Map.Entry<Line, LineHealth> line : lines.entrySet()) {
      if (!line.getKey().offers(message.channel()) || line.getValue().rests()) {
        continue;
      }
      try {
        Handover handover = line.getKey().hand(message);
        line.getValue().worked();
        return handover;
      } catch (TelephonyUnavailableException problem) {
        line.getValue().failed();
        LOG.log(
            Level.WARNING,
            "{0} did not take message {1}: {2}",
            line.getKey().name(),
            message.id(),
            problem.getMessage());
        last = problem;
      }
    }
    throw last;
  }

  @Override
  public List<DeliveryReport> reports() {
    return lines.keySet().stream().flatMap(line -> line.reports().stream()).toList();
  }

  /** Says goodbye to those that hold a connection. */
  @PreDestroy
  public void close() {
    lines.keySet().forEach(Line::close);
  }
}
