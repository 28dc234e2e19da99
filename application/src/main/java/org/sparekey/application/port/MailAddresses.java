package org.sparekey.application.port;

import java.util.Optional;

/** Mail addresses, by a library. */
public interface MailAddresses {

  /** The address in the form it is kept in; empty when it is none. At most 254 characters. */
  Optional<String> canonical(String typed);
}
