package org.sparekey.application.port;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.sparekey.domain.shared.Secret;

/** Sends a push message to a browser, through the push service of its maker (RFC 8030). */
public interface PushService {

  /**
   * Whether this may be a place to send to: by https, on a host that is configured. What a browser
   * says is an address on our way out; any other would let it choose where this server knocks.
   */
  boolean allows(URI endpoint);

  /** Whether the texts are a key and a secret of a browser, so that contents can be sealed. */
  boolean fits(PushAddress address);

  /**
   * The key of this site that a browser needs to subscribe, 65 bytes in base64url; empty when no
   * push service is configured.
   */
  Optional<SiteKey> siteKey();

  /**
   * Sends; takes at most a few seconds.
   *
   * @param content at most 3 KB; sealed for the browser, so that the push service cannot read it
   * @param goodFor for how long it is worth keeping; whole seconds count
   */
  PushOutcome send(PushAddress to, Secret content, Duration goodFor);

  /**
   * A public key of this site.
   *
   * @param number which one, 1 or more
   */
  record SiteKey(int number, String publicKey) {}
}
