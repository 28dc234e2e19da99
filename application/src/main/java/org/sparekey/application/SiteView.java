package org.sparekey.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.sparekey.application.port.SiteSettings;

/** What pages may know about the site's configuration. */
@Dependent
public class SiteView {

  private final URI baseUrl;
  private final String siteName;
  private final boolean developer;
  private final SiteSettings settings;

  @Inject
  public SiteView(SiteSettings settings) {
    this.baseUrl = settings.baseUrl();
    this.siteName = settings.siteName();
    this.developer = settings.developer();
    this.settings = settings;
  }

  /** The address under which browsers reach the site. */
  public URI baseUrl() {
    return baseUrl;
  }

  /** Whether browsers reach it through TLS. */
  public boolean secure() {
    return "https".equals(baseUrl.getScheme());
  }

  /**
   * The address that a request really came from.
   *
   * @param peer the other end of the connection
   * @param forwardedFor the values of its {@code X-Forwarded-For} headers, in order
   */
  public String client(String peer, List<String> forwardedFor) {
    return settings.client(peer, forwardedFor);
  }

  public String siteName() {
    return siteName;
  }

  /** Whether it runs on a developer's machine, on loopback. */
  public boolean developer() {
    return developer;
  }
}
