package org.sparekey.application.enrolment;

import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;

/** Gives the device another name. */
@UseCase
public class RenameOwnFactor {

  public Optional<EnrolmentRefusal> rename(
      SessionView session, FactorId factor, String deviceName, Origin origin) {
    throw new UnsupportedOperationException();
  }
}
