package org.sparekey.application.account;

import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.Origin;

/** Confirms a contact point. */
@UseCase
public class ConfirmContactPoint {

  public AccountChange confirm(
      SessionView session, ContactPointId contact, String code, Origin origin) {
    throw new UnsupportedOperationException();
  }
}
