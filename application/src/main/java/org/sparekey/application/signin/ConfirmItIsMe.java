package org.sparekey.application.signin;

import org.sparekey.application.UseCase;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** Asks for password and factor again (ASVS 7.5.1). */
@UseCase
public class ConfirmItIsMe {

  public ConfirmationOutcome confirm(
      SessionView session, Secret password, FactorId factor, String code, Origin origin) {
    throw new UnsupportedOperationException();
  }
}
