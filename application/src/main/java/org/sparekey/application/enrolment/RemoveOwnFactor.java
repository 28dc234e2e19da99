package org.sparekey.application.enrolment;

import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;

/** Ends a factor. */
@UseCase
public class RemoveOwnFactor {

  public Optional<EnrolmentRefusal> remove(SessionView session, FactorId factor, Origin origin) {
    throw new UnsupportedOperationException();
  }
}
