package org.sparekey.web.user.contact;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.recovery.DoubtRecovery;
import org.sparekey.application.recovery.RecoveryAnswer;
import org.sparekey.application.recovery.ShowVouching;
import org.sparekey.application.recovery.VouchForOwner;
import org.sparekey.application.recovery.VouchOutcome;
import org.sparekey.application.recovery.VouchingView;
import org.sparekey.domain.shared.Secret;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.visit.Visit;

/**
 * The page /vouch. Looking changes nothing (attacks row 17). The code stands in the answer to the
 * POST that made it and nowhere else; sent again, the same POST makes another one.
 */
@Named
@RequestScoped
public class VouchBacking {

  private static final int MIDDLE_OF_CODE = 4;

  @Inject ShowVouching show;
  @Inject VouchForOwner vouch;
  @Inject DoubtRecovery doubt;
  @Inject Visit visit;

  private boolean looked;
  private @Nullable VouchingView view;
  private VouchOutcome.@Nullable Shown shown;

  /** Who asks for help; null when it is no link of ours. */
  public @Nullable VouchingView getView() {
    if (!looked) {
      view = visit.secret(CookieName.VOUCH).flatMap(show::show).orElse(null);
      looked = true;
    }
    return view;
  }

  public void vouch() {
    Optional<Secret> link = visit.secret(CookieName.VOUCH);
    if (link.isEmpty()) {
      visit.go("/vouch");
      return;
    }
    VouchOutcome outcome = vouch.vouch(link.get(), visit.origin());
    if (outcome instanceof VouchOutcome.Shown code) {
      shown = code;
    } else if (outcome instanceof VouchOutcome.Refused refused) {
      visit.refuse(refused.reason().code());
    }
  }

  public void doubt() {
    Optional<RecoveryAnswer> answer =
        visit.secret(CookieName.VOUCH).map(link -> doubt.doubt(link, visit.origin()));
    if (answer.isPresent() && answer.get() instanceof RecoveryAnswer.Refused refused) {
      visit.refuse(refused.reason().code());
    } else {
      visit.go("/vouch?done=alarm-raised");
    }
  }

  /** The code in two groups; empty on every page but the answer that makes it. */
  public String getCode() {
    String digits = shown == null ? "" : shown.code().revealText();
    return digits.isEmpty()
        ? ""
        : digits.substring(0, MIDDLE_OF_CODE) + " " + digits.substring(MIDDLE_OF_CODE);
  }

  /** When the code ends. */
  public @Nullable Instant getUntil() {
    return shown == null ? null : shown.until();
  }
}
