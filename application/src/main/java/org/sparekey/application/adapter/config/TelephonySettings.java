package org.sparekey.application.adapter.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sparekey.domain.challenge.ConversionRule;

/**
 * Who sends texts and makes calls, and where they may go.
 *
 * @param order names of the providers, the first that takes a message gets it; empty when there is
 *     none
 * @param countries ISO 3166-1 alpha-2; empty only without a provider
 * @param mostByAccount texts and calls in an hour, 1 or more
 * @param mostByPrefix the same, for the numbers of one prefix
 * @param mostAltogether the same, for all
 */
public record TelephonySettings(
    List<Provider> order,
    Optional<TwilioSettings> twilio,
    Optional<SmppSettings> smpp,
    Set<String> countries,
    int mostByAccount,
    int mostByPrefix,
    int mostAltogether,
    ConversionRule conversion) {

  /** The providers; {@link #code()} is their name in the configuration and in the log. */
  public enum Provider {
    TWILIO("twilio"),
    SMPP("smpp");

    private final String code;

    Provider(String code) {
      this.code = code;
    }

    /** The stable code. */
    public String code() {
      return code;
    }
  }

  /** Copies the lists. */
  public TelephonySettings {
    order = List.copyOf(order);
    countries = Set.copyOf(countries);
  }
}
