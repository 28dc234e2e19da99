package org.sparekey.application.enrolment;

import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;

/** Binds the pending factor. */
@UseCase
public class ConfirmTotpEnrolment {

  public BindOutcome confirm(
      SessionView session, FactorId factor, String deviceName, String code, Origin origin) {
    throw new UnsupportedOperationException();
  }
}
