package org.sparekey.web.user.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.recovery.ListOwnRecoveries;
import org.sparekey.application.recovery.OwnRecoveryView;
import org.sparekey.application.recovery.RecoveryAnswer;
import org.sparekey.application.recovery.VetoOwnRecovery;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.RecoveryId;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.visit.Visit;

/** The page /history, and the warnings about recoveries on /home. */
@Named
@RequestScoped
public class HistoryBacking {

  @Inject ListOwnRecoveries list;
  @Inject VetoOwnRecovery veto;
  @Inject Visit visit;

  private @Nullable List<OwnRecoveryView> recoveries;

  /** All recoveries of the account, latest first. */
  public List<OwnRecoveryView> getRecoveries() {
    if (recoveries == null) {
      recoveries = list.list(visit.session());
    }
    return recoveries;
  }

  /** Those that the owner can still stop or contest. */
  public List<OwnRecoveryView> getStoppable() {
    return getRecoveries().stream().filter(OwnRecoveryView::stoppable).toList();
  }

  /** "This is not me": said by whoever gave a factor, not by a browser that stands in for one. */
  public void stop(String recovery) {
    if (!visit.session().full()) {
      visit.confirmFirst();
      return;
    }
    Optional<RecoveryId> id = RecoveryId.parse(recovery);
    if (id.isEmpty()) {
      visit.refuse("recovery-unknown");
      return;
    }
    RecoveryAnswer answer = veto.veto(visit.session(), id.get(), visit.origin());
    if (answer instanceof RecoveryAnswer.Refused refused) {
      visit.refuse(null, refused.reason().code(), refused.retryAt());
    } else if (answer instanceof RecoveryAnswer.Done done) {
      stopped(done.status());
    }
  }

  /** Who contests what is completed already ends all sessions, the own one too. */
  private void stopped(RecoveryStatus status) {
    if (status == RecoveryStatus.COMPLETED) {
      visit.drop(CookieName.SESSION);
      visit.go("/sign-in?done=contested");
    } else {
      visit.go("/history?done=stopped");
    }
  }
}
