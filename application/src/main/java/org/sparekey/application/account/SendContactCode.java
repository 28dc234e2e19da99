package org.sparekey.application.account;

import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.Origin;

/** Mails a confirmation code. */
@UseCase
public class SendContactCode {

  public AccountChange send(SessionView session, ContactPointId contact, Origin origin) {
    throw new UnsupportedOperationException();
  }
}
