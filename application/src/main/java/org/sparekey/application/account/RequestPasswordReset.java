package org.sparekey.application.account;

import org.sparekey.application.UseCase;
import org.sparekey.domain.shared.Origin;

/** Asks for a password reset. */
@UseCase
public class RequestPasswordReset {

  public ResetRequest request(String name, Origin origin) {
    throw new UnsupportedOperationException();
  }
}
