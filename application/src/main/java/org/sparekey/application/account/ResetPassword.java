package org.sparekey.application.account;

import org.sparekey.application.UseCase;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** Ends a password reset. */
@UseCase
public class ResetPassword {

  public AccountChange reset(
      Secret flowToken, String mailedCode, String totpCode, Secret replacement, Origin origin) {
    throw new UnsupportedOperationException();
  }
}
