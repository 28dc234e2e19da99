package org.sparekey.application.adapter.config;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.sparekey.application.Adapter;

/** Reads MicroProfile Config, once. */
@Adapter
public class ConfigurationSource {

  /** The checked configuration; one that makes no sense fails the deployment. */
  @Produces
  @Singleton
  public Configuration configuration() {
    Config config = ConfigProvider.getConfig();
    return ReadConfiguration.from(
        key -> config.getOptionalValue(key, String.class), config.getPropertyNames());
  }
}
