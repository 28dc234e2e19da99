package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.PushDeviceRepository;
import org.sparekey.application.signin.SessionView;

/** Whether "not me" has stopped questions to the owner's phones. */
@UseCase
public class ShowStoppedQuestions {

  private final PushDeviceRepository phones;

  @Inject
  public ShowStoppedQuestions(PushDeviceRepository phones) {
    this.phones = phones;
  }

  /** Since when; empty when questions may come, and before the factor was given. */
  public Optional<Instant> since(SessionView view) {
    return view.signedIn() ? phones.lockedSince(view.account()) : Optional.empty();
  }
}
