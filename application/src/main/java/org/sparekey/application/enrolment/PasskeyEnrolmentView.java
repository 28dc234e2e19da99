package org.sparekey.application.enrolment;

import java.time.Instant;
import org.sparekey.domain.shared.FactorId;

/**
 * What a browser needs to make a passkey, or to register a security key.
 *
 * @param kind stable code, "passkey" or "security-key"
 * @param options for {@code navigator.credentials.create()}, JSON
 */
public record PasskeyEnrolmentView(FactorId id, String kind, String options, Instant expiresAt) {

  /** Without the options. */
  @Override
  public String toString() {
    return "PasskeyEnrolmentView[" + id + "]";
  }
}
