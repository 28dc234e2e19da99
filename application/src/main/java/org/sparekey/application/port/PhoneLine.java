package org.sparekey.application.port;

/**
 * What stands behind a number, as far as the numbering plan says.
 *
 * @param country ISO 3166-1 alpha-2; "001" and the like for numbers of no country
 * @param texts whether text messages reach it: no fixed line
 * @param calls whether it is an ordinary line: no premium-rate, shared-cost, pager or internet
 *     number (attacks row 27; NIST SP 800-63B-4 §3.1.3.1 wants a specific device)
 */
public record PhoneLine(String country, boolean texts, boolean calls) {

  /** Whether it can be reached in this way. */
  public boolean takes(OutboxMessage.Channel channel) {
    return switch (channel) {
      case MAIL -> false;
      case TEXT -> texts;
      case CALL -> calls;
    };
  }
}
