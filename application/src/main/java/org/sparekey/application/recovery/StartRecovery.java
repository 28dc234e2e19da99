package org.sparekey.application.recovery;

import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** Begins a recovery, for any name. */
@UseCase
public class StartRecovery {

  public StartOutcome start(
      String name,
      Origin origin,
      Optional<SessionView> passwordSession,
      Optional<Secret> browserToken) {
    throw new UnsupportedOperationException();
  }
}
