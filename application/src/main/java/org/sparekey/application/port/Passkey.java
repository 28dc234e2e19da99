package org.sparekey.application.port;

import java.util.Set;
import java.util.UUID;
import org.sparekey.domain.shared.FactorId;

/**
 * What is kept of a bound credential (WebAuthn Level 3 §4, "credential record"). Nothing of it is
 * secret: the private key never leaves the authenticator.
 *
 * @param credentialId base64url without padding; 1 to 1023 bytes, unique on this site
 * @param publicKey the COSE key in CBOR, base64url without padding
 * @param signCount the last signature counter, 0 for authenticators that have none
 * @param aaguid the model of the authenticator; all zero when it does not say
 * @param transports how a browser may reach the authenticator, "usb", "internal"; hints only
 * @param discoverable whether the authenticator finds it without being told its id
 * @param backupEligible whether it may live on several devices; never changes
 * @param backedUp whether it did when it was last used
 */
public record Passkey(
    FactorId factor,
    String credentialId,
    String publicKey,
    long signCount,
    UUID aaguid,
    Set<String> transports,
    boolean discoverable,
    boolean backupEligible,
    boolean backedUp) {

  /** Copies the transports. */
  public Passkey {
    transports = Set.copyOf(transports);
  }
}
