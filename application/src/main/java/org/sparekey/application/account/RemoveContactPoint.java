package org.sparekey.application.account;

import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.Origin;

/** Removes a contact point. */
@UseCase
public class RemoveContactPoint {

  public AccountChange remove(SessionView session, ContactPointId contact, Origin origin) {
    throw new UnsupportedOperationException();
  }
}
