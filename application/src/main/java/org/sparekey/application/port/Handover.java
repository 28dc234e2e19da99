package org.sparekey.application.port;

import java.util.Optional;

/**
 * What a provider said to a message.
 *
 * @param provider its name in the configuration
 * @param reference the provider's own name for the message; "" when it refuses it
 * @param refusal why it refuses this number for good, as a stable code
 */
public record Handover(String provider, String reference, Optional<String> refusal) {

  /** The provider has it. */
  public static Handover taken(String provider, String reference) {
    return new Handover(provider, reference, Optional.empty());
  }

  /** No provider will ever deliver to this number. */
  public static Handover refused(String provider, String reason) {
    return new Handover(provider, "", Optional.of(reason));
  }
}
