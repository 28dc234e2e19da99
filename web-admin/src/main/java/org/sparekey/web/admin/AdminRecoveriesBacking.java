package org.sparekey.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.sparekey.application.recovery.ListWaitingRecoveries;
import org.sparekey.application.recovery.WaitingRecovery;

/** The page /admin/recoveries: those that wait for people. */
@Named
@RequestScoped
public class AdminRecoveriesBacking {

  @Inject StaffDoor door;
  @Inject ListWaitingRecoveries list;

  private List<WaitingRecovery> waiting = List.of();

  public void load() {
    waiting = door.ask(visitor -> list.list(visitor.session(), visitor.origin())).orElse(List.of());
  }

  public List<WaitingRecovery> getWaiting() {
    return waiting;
  }
}
