package org.sparekey.application.signin;

import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** First step of a sign-in. */
@UseCase
public class SignInWithPassword {

  public SignInOutcome signIn(
      String name, Secret password, Origin origin, Optional<Secret> browserToken) {
    throw new UnsupportedOperationException();
  }
}
