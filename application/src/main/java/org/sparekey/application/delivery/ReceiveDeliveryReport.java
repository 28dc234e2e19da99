package org.sparekey.application.delivery;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.DeliveryReports;
import org.sparekey.domain.shared.MessageId;

/**
 * Takes what a provider posts about a message. A forged report is refused, and so is a true one
 * that comes with another message's address; one that comes again changes nothing.
 */
@UseCase
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class ReceiveDeliveryReport {

  private final DeliveryReports reports;
  private final PhoneStep step;

  @Inject
  public ReceiveDeliveryReport(DeliveryReports reports, PhoneStep step) {
    this.reports = reports;
    this.step = step;
  }

  /**
   * False when the signature is wrong.
   *
   * @param message in the address that the provider was given
   */
  public boolean receive(
      String provider, String message, Map<String, List<String>> form, String signature) {
    Optional<MessageId> id = MessageId.parse(message);
    if (id.isEmpty() || !reports.signed(provider, id.get(), form, signature)) {
      return false;
    }
    reports.read(provider, id.get(), form).ifPresent(step::reported);
    return true;
  }
}
