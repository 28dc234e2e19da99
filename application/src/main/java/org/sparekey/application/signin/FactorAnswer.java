package org.sparekey.application.signin;

/** What comes back from a factor that was asked. */
public sealed interface FactorAnswer {

  /** Read off a device and typed: an app's code, a texted or a spoken one. */
  record TypedCode(String text) implements FactorAnswer {
    /** Without the code. */
    @Override
    public String toString() {
      return "TypedCode";
    }
  }

  /** What WebAuthn gave the page, as JSON. */
  record Assertion(String json) implements FactorAnswer {}

  /** The answer came by another way, from the device itself; the challenge knows it. */
  record Waited() implements FactorAnswer {}
}
