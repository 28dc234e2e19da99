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

  private boolean looked;
  private @Nullable WaitingRecovery recovery;

  /** Finds what the address asks for, before anything is shown. */
  public void load() {
    getRecovery();
  }

  /** Looked for once in a request: the forms need it before anything is shown. */
  public @Nullable WaitingRecovery getRecovery() {
    if (!looked) {
      looked = true;
      recovery = look(RecoveryId.parse(door.param("id"))).orElse(null);
    }
    return recovery;
  }

  private Optional<WaitingRecovery> look(Optional<RecoveryId> id) {
    if (id.isEmpty()) {
      door.refuse(404);
      return Optional.empty();
    }
    return door.ask(visitor -> view.view(visitor.session(), id.get(), visitor.origin()));
  }
}
