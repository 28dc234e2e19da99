package org.sparekey.application.enrolment;

import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.shared.FactorId;

/**
 * What the owner needs to bind a phone. Holds the binding code while no phone has given it.
 *
 * @param link opens the authenticator with the code
 * @param codeText the code in groups of four; "" once a phone has given it
 * @param qrSvg an SVG element with the link; "" once a phone has given it
 * @param phone the phone that gave the code, to be named back to the owner (attacks row 25)
 */
public record PushEnrolmentView(
    FactorId id,
    String link,
    String codeText,
    String qrSvg,
    Instant expiresAt,
    Optional<ClaimedPhone> phone) {

  /**
   * A phone that gave the code.
   *
   * @param browser in known words, "Chrome, Android"; "" when nothing is known
   */
  public record ClaimedPhone(String browser, String sourceAddress, Instant claimedAt) {}

  /** Without the code. */
  @Override
  public String toString() {
    return "PushEnrolmentView[" + id + "]";
  }
}
