package org.sparekey.application.memory;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.domain.account.SessionLimits;

/** The settings of an ordinary site. */
public record SiteSettingsForTests(
    URI baseUrl,
    String siteName,
    boolean developer,
    SessionLimits ownerLimits,
    SessionLimits staffLimits,
    Duration contactCoolOff,
    Duration mailedCodeValidity,
    Duration reminderEvery)
    implements SiteSettings {

  public SiteSettingsForTests() {
    this(
        URI.create("https://keys.example.org"),
        "Example keys",
        false,
        new SessionLimits(Duration.ofHours(1), Duration.ofHours(12)),
        new SessionLimits(Duration.ofMinutes(15), Duration.ofHours(12)),
        Duration.ofDays(3),
        Duration.ofHours(1),
        Duration.ofDays(180));
  }

  @Override
  public String client(String peer, List<String> forwardedFor) {
    return peer;
  }
}
