package org.sparekey.application.port;

import java.util.Optional;
import org.sparekey.domain.shared.Secret;

/**
 * An enrolment of Okta Verify under way.
 *
 * @param factor Okta's id of the factor
 * @param picture PNG of the QR code to be scanned, which holds a secret; empty when there is none
 *     to be had now
 */
public record OktaActivation(String factor, State state, Optional<Secret> picture) {

  /** How far it is. */
  public enum State {
    WAITING,
    ACTIVE,
    /** Not scanned in time. */
    OVER
  }
}
