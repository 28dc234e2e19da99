package org.sparekey.application.enrolment;

import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.shared.Origin;

/** Makes a pending factor. */
@UseCase
public class BeginTotpEnrolment {

  public BeginOutcome begin(SessionView session, Origin origin) {
    throw new UnsupportedOperationException();
  }
}
