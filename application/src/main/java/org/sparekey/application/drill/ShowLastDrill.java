package org.sparekey.application.drill;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.DrillRepository;
import org.sparekey.application.signin.SessionView;

/** Shows what the owner's last drill said. */
@UseCase
public class ShowLastDrill {

  private final DrillRepository drills;

  @Inject
  public ShowLastDrill(DrillRepository drills) {
    this.drills = drills;
  }

  /** Empty when there was none. */
  public Optional<LastDrill> show(SessionView view) {
    return drills.last(view.account()).map(LastDrill::of);
  }
}
