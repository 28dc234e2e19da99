package org.sparekey.web.user.veto;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.recovery.RecoveryAnswer;
import org.sparekey.application.recovery.ShowVeto;
import org.sparekey.application.recovery.VetoRecovery;
import org.sparekey.application.recovery.VetoView;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.Secret;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.visit.Visit;

/** The page /veto. Looking changes nothing; only the posted form does (attacks row 17). */
@Named
@RequestScoped
public class VetoBacking {

  @Inject ShowVeto show;
  @Inject VetoRecovery veto;
  @Inject Visit visit;

  private boolean looked;
  private @Nullable VetoView view;

  /** What the link would stop; null when it is no link of ours. */
  public @Nullable VetoView getView() {
    if (!looked) {
      view = visit.secret(CookieName.VETO).flatMap(show::show).orElse(null);
      looked = true;
    }
    return view;
  }

  public void stop() {
    Optional<Secret> link = visit.secret(CookieName.VETO);
    if (link.isEmpty()) {
      visit.go("/veto");
      return;
    }
    RecoveryAnswer answer = veto.veto(link.get(), visit.origin());
    if (answer instanceof RecoveryAnswer.Refused refused) {
      visit.refuse(null, refused.reason().code(), refused.retryAt());
    } else if (answer instanceof RecoveryAnswer.Done done) {
      boolean contest = done.status() == RecoveryStatus.COMPLETED;
      visit.go(contest ? "/veto?done=contested" : "/veto?done=stopped");
    }
  }
}
