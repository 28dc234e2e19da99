package org.sparekey.application.signin;

import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** Finds the session behind a token. */
@UseCase
public class ResumeSession {

  public Optional<SessionView> resume(Secret token, Origin origin) {
    throw new UnsupportedOperationException();
  }
}
