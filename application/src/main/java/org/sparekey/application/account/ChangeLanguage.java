package org.sparekey.application.account;

import java.util.Locale;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.shared.Origin;

/** Changes the language of the owner. */
@UseCase
public class ChangeLanguage {

  public AccountChange change(SessionView session, Locale language, Origin origin) {
    throw new UnsupportedOperationException();
  }
}
