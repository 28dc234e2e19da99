package org.sparekey.application.port;

import java.util.Optional;

/**
 * A push under way.
 *
 * @param transaction Okta's id of it
 * @param number what is to be tapped on the phone; empty while Okta did not say it
 */
public record OktaPush(String transaction, Answer answer, Optional<String> number) {

  /** What the phone said. */
  public enum Answer {
    WAITING,
    APPROVED,
    REJECTED,
    /** No answer in time, or given up. */
    OVER
  }
}
