package org.sparekey.application.account;

import java.util.Locale;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.shared.Origin;

/** Adds a contact point. */
@UseCase
public class AddContactPoint {

  public AddContactOutcome add(
      SessionView session, ContactPoint.Kind kind, String typed, Locale region, Origin origin) {
    throw new UnsupportedOperationException();
  }
}
