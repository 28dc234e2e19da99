package org.sparekey.application.port;

import java.util.List;
import java.util.Optional;
import org.sparekey.domain.shared.Secret;

/** Length and common-password checks, by libraries. */
public interface PasswordQuality {

  /**
   * What is wrong with a new password, if anything.
   *
   * @param personal words that it must not be made of: names, addresses
   */
  Optional<PasswordWeakness> weakness(Secret password, List<String> personal);
}
