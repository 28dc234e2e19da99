package org.sparekey.application.signin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.RandomSource;
import org.sparekey.domain.shared.Secret;

/**
 * Tokens against cross-site requests: a keyed hash of a nonce that stands in a cookie. Another site
 * can neither read the token nor make one for a nonce of its own (OWASP: signed double submit).
 * Nothing is stored, so any node accepts it, and it needs no transaction.
 */
@Dependent
public class ProtectForms {

  private static final String PURPOSE = "form";

  private final Macs macs;
  private final RandomSource random;

  @Inject
  public ProtectForms(Macs macs, RandomSource random) {
    this.macs = macs;
    this.random = random;
  }

  /** A new nonce for a browser, 256 bits, safe in a cookie. */
  public String newNonce() {
    return random.token().revealText();
  }

  /** The token that forms carry in the browser with this nonce. */
  public String tokenFor(String nonce) {
    return macs.mac(PURPOSE, Secret.ofText(nonce));
  }

  /** Whether the token was made for this nonce; the comparison takes the same time for all. */
  public boolean accepts(String token, String nonce) {
    return MessageDigest.isEqual(bytes(token), bytes(tokenFor(nonce)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
