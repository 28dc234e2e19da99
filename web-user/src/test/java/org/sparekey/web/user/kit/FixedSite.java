package org.sparekey.web.user.kit;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.domain.account.SessionLimits;

/** A site whose address and profile are all that matters. */
record FixedSite(URI baseUrl, boolean developer) implements SiteSettings {

  @Override
  public String siteName() {
    return "Sparekey";
  }

  @Override
  public String client(String peer, List<String> forwardedFor) {
    return peer;
  }

  @Override
  public SessionLimits ownerLimits() {
    throw new UnsupportedOperationException();
  }

  @Override
  public SessionLimits staffLimits() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Duration contactCoolOff() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Duration reminderEvery() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Duration mailedCodeValidity() {
    throw new UnsupportedOperationException();
  }
}
