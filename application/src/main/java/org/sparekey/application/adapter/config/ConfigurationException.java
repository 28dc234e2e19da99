package org.sparekey.application.adapter.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration makes no sense: Sparekey does not start, and says all that is wrong. */
public final class ConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * All of it at once.
   *
   * @param problems each a sentence that names the key and says what to do
   */
  public ConfigurationException(List<String> problems) {
    super(
        problems.stream()
            .collect(
                Collectors.joining(
                    "\n  - ",
                    "Sparekey refuses to start: the configuration makes no sense.\n  - ",
                    "\nEvery key is explained in docs/configuration.md.")));
  }
}
