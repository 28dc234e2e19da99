package org.sparekey.application.port;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.sparekey.domain.account.SessionLimits;

/** What the configuration says about this site. */
public interface SiteSettings {

  /** The address under which browsers reach it; links are made from it, never from a request. */
  URI baseUrl();

  String siteName();

  /** The developer profile: demo data, virtual handset, loopback only. */
  boolean developer();

  /**
   * The address that a request really came from.
   *
   * @param peer the address of the other end of the connection
   * @param forwardedFor the values of its {@code X-Forwarded-For} headers, in order; believed only
   *     as far as trusted proxies wrote them
   */
  String client(String peer, List<String> forwardedFor);

  SessionLimits ownerLimits();

  SessionLimits staffLimits();

  /** How long a new contact point must exist before a recovery may use it. */
  Duration contactCoolOff();

  /** How long a mailed recovery code is good; at most 24 h. */
  Duration mailedCodeValidity();

  /** How much time lies between two reminders at least; zero for none at all. */
  Duration reminderEvery();
}
