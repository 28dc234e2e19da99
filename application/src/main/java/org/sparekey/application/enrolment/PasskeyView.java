package org.sparekey.application.enrolment;

import java.util.Set;
import java.util.UUID;
import org.sparekey.application.port.Passkey;
import org.sparekey.domain.shared.FactorId;

/**
 * What an owner may know about a passkey or security key besides the factor.
 *
 * @param backupEligible whether it may live on several devices
 * @param backedUp whether it did when it was last used
 * @param transports how a browser may reach it, "usb", "internal"
 * @param aaguid the model of the authenticator; all zero when it does not say
 */
public record PasskeyView(
    FactorId factor,
    boolean discoverable,
    boolean backupEligible,
    boolean backedUp,
    Set<String> transports,
    UUID aaguid) {

  /** Copies the transports. */
  public PasskeyView {
    transports = Set.copyOf(transports);
  }

  static PasskeyView of(Passkey passkey) {
    return new PasskeyView(
        passkey.factor(),
        passkey.discoverable(),
        passkey.backupEligible(),
        passkey.backedUp(),
        passkey.transports(),
        passkey.aaguid());
  }
}
