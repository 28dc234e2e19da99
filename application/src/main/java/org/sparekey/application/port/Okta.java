package org.sparekey.application.port;

import org.sparekey.domain.shared.Origin;

/**
 * Okta's Factors API, for Okta Verify. Every call goes over the network: none of them in a
 * transaction. What Okta refuses is a value; an {@link OktaUnavailableException} is an outage,
 * which includes a rate limit and a token that Okta does not take.
 */
public interface Okta {

  /** Whether there is an Okta to talk to. */
  boolean configured();

  /** The id of the active user whose login is exactly this, whatever the case. */
  OktaReply<String> user(String login);

  /** The id of the user's Okta Verify, in use for pushes; refused when there is none. */
  OktaReply<String> pushFactor(String user);

  /** Begins to enrol Okta Verify. */
  OktaReply<OktaActivation> enrol(String user);

  /** How far the enrolment is; one that is over begins anew, with another picture. */
  OktaReply<OktaActivation> activation(String user, String factor);

  /**
   * Sends a push with a number to tap.
   *
   * @param origin what the phone shows: address and browser of who asks
   */
  OktaReply<OktaPush> push(String user, String factor, Origin origin);

  /** What became of the push. */
  OktaReply<OktaPush> poll(String user, String factor, String transaction);

  /** Gives the push up; one that is over already stays so. */
  void cancel(String user, String factor, String transaction);

  /** Ends the factor at Okta; one that is gone already stays so. */
  void reset(String user, String factor);
}
