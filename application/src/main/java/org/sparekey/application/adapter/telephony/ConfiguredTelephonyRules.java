package org.sparekey.application.adapter.telephony;

import jakarta.inject.Inject;
import org.sparekey.application.Adapter;
import org.sparekey.application.adapter.config.Configuration;
import org.sparekey.application.adapter.config.TelephonySettings;
import org.sparekey.application.port.TelephonyRules;
import org.sparekey.domain.challenge.ConversionRule;

/** The rules as they are configured; on the virtual handset every country costs nothing. */
@Adapter
public class ConfiguredTelephonyRules implements TelephonyRules {

  private final TelephonySettings settings;

  @Inject
  public ConfiguredTelephonyRules(Configuration configuration) {
    this.settings = configuration.telephony();
  }

  @Override
  public boolean allows(String country) {
    return settings.order().isEmpty() || settings.countries().contains(country);
  }

  @Override
  public ConversionRule conversion() {
    return settings.conversion();
  }
}
