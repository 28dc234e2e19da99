package org.sparekey.application.adapter.telephony;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sparekey.application.Adapter;
import org.sparekey.application.adapter.config.Configuration;
import org.sparekey.application.adapter.config.TelephonySettings;
import org.sparekey.application.adapter.config.TwilioSettings;
import org.sparekey.application.port.DeliveryReport;
import org.sparekey.application.port.DeliveryReports;
import org.sparekey.domain.shared.MessageId;

/** The status callbacks of Twilio's messages and calls. */
@Adapter
public class TwilioReports implements DeliveryReports {

  private static final String NAME = TelephonySettings.Provider.TWILIO.code();
  private static final Set<String> ARRIVED = Set.of("delivered", "read", "completed");
  private static final Set<String> LOST =
      Set.of("undelivered", "failed", "busy", "no-answer", "canceled");

  private final Optional<TwilioSettings> settings;

  @Inject
  public TwilioReports(Configuration configuration) {
    this(configuration.telephony().twilio());
  }

  /** For tests. */
  TwilioReports(Optional<TwilioSettings> settings) {
    this.settings = settings;
  }

  /** Reckons with the address that we gave, never with what a request says about itself. */
  @Override
  public boolean signed(
      String provider, MessageId message, Map<String, List<String>> form, String signature) {
    return NAME.equals(provider)
        && settings
            .flatMap(
                twilio ->
                    twilio
                        .reports()
                        .map(base -> URI.create(base.toString() + message))
                        .filter(
                            address ->
                                TwilioSignature.right(twilio.token(), address, form, signature)))
            .isPresent();
  }

  @Override
  public Optional<DeliveryReport> read(
      String provider, MessageId message, Map<String, List<String>> form) {
    boolean call = form.containsKey("CallSid");
    String reference = first(form, call ? "CallSid" : "MessageSid");
    String status = first(form, call ? "CallStatus" : "MessageStatus");
    if (reference.isEmpty() || !(ARRIVED.contains(status) || LOST.contains(status))) {
      return Optional.empty();
    }
    String error = first(form, "ErrorCode");
    return Optional.of(
        new DeliveryReport(
            Optional.of(message),
            NAME,
            reference,
            ARRIVED.contains(status),
            error.isEmpty() ? status : error));
  }

  private static String first(Map<String, List<String>> form, String name) {
    return form.getOrDefault(name, List.of()).stream().findFirst().orElse("");
  }
}
