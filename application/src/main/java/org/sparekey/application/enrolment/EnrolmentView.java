package org.sparekey.application.enrolment;

import java.time.Instant;
import org.sparekey.domain.shared.FactorId;

/**
 * What the owner needs to bind a TOTP app. Holds the seed: it goes to the page and nowhere else.
 *
 * @param keyUri the {@code otpauth://totp/} address that the QR code holds
 * @param keyText the seed in base 32, in groups of four
 * @param qrSvg an SVG element
 */
public record EnrolmentView(
    FactorId id, String keyUri, String keyText, String qrSvg, Instant expiresAt) {

  /** Without the seed. */
  @Override
  public String toString() {
    return "EnrolmentView[" + id + "]";
  }
}
