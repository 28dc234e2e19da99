package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.util.List;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.WebAuthn;

/**
 * Offers to sign in by a passkey alone, to whoever looks at the page: nobody is named, nothing is
 * written, and the browser finds a passkey by itself.
 */
@UseCase
public class OfferPasskey {

  private final PasskeyChallenges challenges;
  private final WebAuthn webAuthn;

  @Inject
  public OfferPasskey(PasskeyChallenges challenges, WebAuthn webAuthn) {
    this.challenges = challenges;
    this.webAuthn = webAuthn;
  }

  /**
   * Options for {@code navigator.credentials.get()}, JSON; good for ten minutes, once.
   *
   * @param browser the nonce that this browser keeps: an answer counts in no other one
   */
  public String offer(String browser) {
    return webAuthn.requestOptions(
        challenges.fresh(SignInWithPasskey.PURPOSE, browser), WebAuthn.Use.ALONE, List.of());
  }
}
