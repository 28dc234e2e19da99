package org.sparekey.web.user.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.recovery.AskForApproval;
import org.sparekey.application.recovery.DecisionView;
import org.sparekey.application.recovery.RecoveryView;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.web.user.kit.Texts;
import org.sparekey.web.user.visit.Visit;

/** What the policy says to the proofs so far, in sentences. */
@Named
@RequestScoped
public class DecisionBacking {

  @Inject RecoveryBacking recovery;
  @Inject AskForApproval askForApproval;
  @Inject Visit visit;

  /** Stable code; "" when there is nothing to say. */
  public String getCode() {
    return recovery.found().map(it -> it.decision().code()).orElse("");
  }

  /** The ways that are left, the cheapest first: "your password and a code mailed to you". */
  public List<String> getWays() {
    ResourceBundle texts = Texts.in(FacesContext.getCurrentInstance().getViewRoot().getLocale());
    return recovery.found().map(RecoveryView::decision).map(DecisionView::wouldDo).stream()
        .flatMap(List::stream)
        .map(kinds -> sentence(kinds, texts))
        .toList();
  }

  /** When the hold or the probation is over; null when neither is why. */
  public @Nullable Instant getUntil() {
    return recovery.found().flatMap(it -> it.decision().until()).orElse(null);
  }

  /** Whether people could decide instead. */
  public boolean isAskable() {
    return recovery
        .found()
        .filter(it -> it.status() == RecoveryStatus.PROVING && it.decision().approvals() > 0)
        .isPresent();
  }

  /** Lets people decide. */
  public void askPeople() {
    recovery.act(token -> askForApproval.ask(token, visit.origin()), null, null);
  }

  private static String sentence(List<EvidenceKind> kinds, ResourceBundle texts) {
    return Texts.listed(
        kinds.stream().map(kind -> texts.getString("way." + kind.code())).toList(), texts);
  }
}
