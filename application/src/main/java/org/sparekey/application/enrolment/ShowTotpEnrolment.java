package org.sparekey.application.enrolment;

import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;

/** Shows the pending factor of this session. */
@UseCase
public class ShowTotpEnrolment {

  public Optional<EnrolmentView> show(SessionView session) {
    throw new UnsupportedOperationException();
  }
}
