package org.sparekey.application.authenticator;

import jakarta.inject.Inject;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.PushService;
import org.sparekey.application.port.SiteSettings;

/** Greets an authenticator: a nonce to sign, and how to subscribe to pushes. */
@UseCase
public class OpenAuthenticator {

  private final SiteSettings site;
  private final DeviceNonces nonces;
  private final PushService pushes;

  @Inject
  public OpenAuthenticator(SiteSettings site, DeviceNonces nonces, PushService pushes) {
    this.site = site;
    this.nonces = nonces;
    this.pushes = pushes;
  }

  /** Changes nothing. */
  public AuthenticatorView open() {
    return new AuthenticatorView(
        site.siteName(), nonces.next(), pushes.siteKey().map(PushService.SiteKey::publicKey));
  }
}
