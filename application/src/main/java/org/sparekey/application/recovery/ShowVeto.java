package org.sparekey.application.recovery;

import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.domain.shared.Secret;

/** Shows what the link in a notice would stop. */
@UseCase
public class ShowVeto {

  public Optional<VetoView> show(Secret linkToken) {
    throw new UnsupportedOperationException();
  }
}
