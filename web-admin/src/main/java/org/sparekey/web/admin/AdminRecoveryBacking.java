package org.sparekey.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.recovery.ViewWaitingRecovery;
import org.sparekey.application.recovery.WaitingRecovery;
import org.sparekey.domain.shared.RecoveryId;

/** The page /admin/recovery: one recovery that staff are asked about. */
@Named
@RequestScoped
public class AdminRecoveryBacking {

  @Inject StaffDoor door;
  @Inject ViewWaitingRecovery view;

  private @Nullable WaitingRecovery recovery;

  /** Finds what the address asks for, before anything is shown. */
  public void load() {
    Optional<RecoveryId> id = RecoveryId.parse(door.param("id"));
    if (id.isEmpty()) {
      door.refuse(404);
      return;
    }
    recovery =
        door.ask(visitor -> view.view(visitor.session(), id.get(), visitor.origin())).orElse(null);
  }

  public @Nullable WaitingRecovery getRecovery() {
    return recovery;
  }
}
