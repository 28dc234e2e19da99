package org.sparekey.it.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/**
 * An authenticator that Chromium pretends to have, for one page and its successors (DevTools
 * Protocol, domain WebAuthn).
 */
final class VirtualKey {

  private final CDPSession devTools;
  private final String id;

  private VirtualKey(Page page, boolean builtIn) {
    devTools = page.context().newCDPSession(page);
    devTools.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("ctap2Version", "ctap2_1");
    options.addProperty("transport", builtIn ? "internal" : "usb");
    options.addProperty("hasResidentKey", builtIn);
    options.addProperty("hasUserVerification", builtIn);
    options.addProperty("isUserVerified", builtIn);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject wish = new JsonObject();
    wish.add("options", options);
    id =
        devTools
            .send("WebAuthn.addVirtualAuthenticator", wish)
            .get("authenticatorId")
            .getAsString();
  }

  /** Part of the device: keeps passkeys, checks its user. */
  static VirtualKey builtIn(Page page) {
    return new VirtualKey(page, true);
  }

  /** A key on a key ring that knows nobody. */
  static VirtualKey onAKeyRing(Page page) {
    return new VirtualKey(page, false);
  }

  /** Whether its user touches it as soon as it blinks. */
  void touch(boolean atOnce) {
    JsonObject wish = about();
    wish.addProperty("enabled", atOnce);
    devTools.send("WebAuthn.setAutomaticPresenceSimulation", wish);
  }

  /** Whether fingerprint or PIN are right. */
  void knowsItsUser(boolean right) {
    JsonObject wish = about();
    wish.addProperty("isUserVerified", right);
    devTools.send("WebAuthn.setUserVerified", wish);
  }

  /** How many credentials it holds. */
  int credentials() {
    return devTools.send("WebAuthn.getCredentials", about()).getAsJsonArray("credentials").size();
  }

  /** Its counter falls back, as that of an older copy. */
  void goBackTo(int counter) {
    JsonObject credential =
        devTools
            .send("WebAuthn.getCredentials", about())
            .getAsJsonArray("credentials")
            .get(0)
            .getAsJsonObject();
    JsonObject gone = about();
    gone.add("credentialId", credential.get("credentialId"));
    devTools.send("WebAuthn.removeCredential", gone);
    credential.addProperty("signCount", counter);
    JsonObject again = about();
    again.add("credential", credential);
    devTools.send("WebAuthn.addCredential", again);
  }

  private JsonObject about() {
    JsonObject about = new JsonObject();
    about.addProperty("authenticatorId", id);
    return about;
  }
}
