package org.sparekey.application.account;

import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** Changes the own password. */
@UseCase
public class ChangeOwnPassword {

  public AccountChange change(SessionView session, Secret old, Secret replacement, Origin origin) {
    throw new UnsupportedOperationException();
  }
}
