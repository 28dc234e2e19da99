package org.sparekey.application.port;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sparekey.domain.shared.MessageId;

/** Reads the reports that a provider posts to us. */
public interface DeliveryReports {

  /** Whether the provider signed exactly this form for exactly this message. */
  boolean signed(
      String provider, MessageId message, Map<String, List<String>> form, String signature);

  /** What the form says; empty while the message is on its way. */
  Optional<DeliveryReport> read(String provider, MessageId message, Map<String, List<String>> form);
}
