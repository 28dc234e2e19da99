package org.sparekey.application.adapter.crypto;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.sparekey.application.Adapter;
import org.sparekey.application.adapter.config.Configuration;
import org.sparekey.application.port.AccountRepository;

/** Finds the keys; makes them only where there is nothing yet that they could be missing for. */
@Adapter
public class KeyRingSource {

  private final Configuration configuration;
  private final AccountRepository accounts;

  @Inject
  public KeyRingSource(Configuration configuration, AccountRepository accounts) {
    this.configuration = configuration;
    this.accounts = accounts;
  }

  /** The keys of this installation. */
  @Produces
  @Singleton
  public KeyRing keyRing() {
    Path file = configuration.keysFile();
    if (!Files.exists(file) && configuration.developer()) {
      if (accounts.any()) {
        throw new KeyFileException(
            "The key file "
                + file
                + " is missing, and the database has accounts that were made with it. Bring the"
                + " file back; or, if the data are of no value, remove the data directory "
                + configuration.dataDirectory()
                + " and start afresh.");
      }
      KeyRing.make(file, new SecureRandom());
    } else if (configuration.developer()) {
      KeyRing.addYounger(file, new SecureRandom());
    }
    return KeyRing.read(file);
  }
}
