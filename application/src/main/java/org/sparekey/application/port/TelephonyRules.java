package org.sparekey.application.port;

import org.sparekey.domain.challenge.ConversionRule;

/** Where messages and calls may go. */
public interface TelephonyRules {

  /**
   * Whether numbers of this country may be used.
   *
   * @param country ISO 3166-1 alpha-2
   */
  boolean allows(String country);

  /** When a prefix gets no more codes. */
  ConversionRule conversion();
}
