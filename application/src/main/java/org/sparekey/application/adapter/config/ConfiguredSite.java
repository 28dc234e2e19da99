package org.sparekey.application.adapter.config;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.domain.account.SessionLimits;

/** What use cases may know of the configuration. */
@Adapter
public class ConfiguredSite implements SiteSettings {

  private final Configuration configuration;

  @Inject
  public ConfiguredSite(Configuration configuration) {
    this.configuration = configuration;
  }

  @Override
  public URI baseUrl() {
    return configuration.baseUrl();
  }

  @Override
  public String siteName() {
    return configuration.siteName();
  }

  @Override
  public boolean developer() {
    return configuration.developer();
  }

  @Override
  public String client(String peer, List<String> forwardedFor) {
    return configuration.proxies().client(peer, forwardedFor);
  }

  @Override
  public SessionLimits ownerLimits() {
    return configuration.ownerLimits();
  }

  @Override
  public SessionLimits staffLimits() {
    return configuration.staffLimits();
  }

  @Override
  public Duration contactCoolOff() {
    return configuration.contactCoolOff();
  }

  @Override
  public Duration mailedCodeValidity() {
    return configuration.mailedCodeValidity();
  }

  @Override
  public Duration reminderEvery() {
    return configuration.reminderEvery();
  }
}
