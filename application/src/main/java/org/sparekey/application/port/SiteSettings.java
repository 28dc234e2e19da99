package org.sparekey.application.port;

import java.net.URI;
import java.time.Duration;
import org.sparekey.domain.account.SessionLimits;

/** What the configuration says about this site. */
public interface SiteSettings {

  /** The address under which browsers reach it; links are made from it, never from a request. */
  URI baseUrl();

  String siteName();

  /** The developer profile: demo data, virtual handset, loopback only. */
  boolean developer();

  SessionLimits ownerLimits();

  SessionLimits staffLimits();

  /** How long a new contact point must exist before a recovery may use it. */
  Duration contactCoolOff();

  /** How long a mailed recovery code is good; at most 24 h. */
  Duration mailedCodeValidity();
}
