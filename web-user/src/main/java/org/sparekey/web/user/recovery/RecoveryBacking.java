package org.sparekey.web.user.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.recovery.CancelRecovery;
import org.sparekey.application.recovery.RecoveryAnswer;
import org.sparekey.application.recovery.RecoveryView;
import org.sparekey.application.recovery.ShowRecovery;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.Secret;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.visit.Visit;

/** The recovery that this browser started, and the page that belongs to its state. */
@Named
@RequestScoped
public class RecoveryBacking {

  @Inject ShowRecovery show;
  @Inject CancelRecovery cancel;
  @Inject Visit visit;

  private boolean looked;
  private @Nullable RecoveryView view;

  /** The recovery as the page shows it. */
  public @Nullable RecoveryView getView() {
    return found().orElse(null);
  }

  /** Empty when this browser has none. */
  Optional<RecoveryView> found() {
    if (!looked) {
      view = visit.secret(CookieName.RECOVERY).flatMap(show::show).orElse(null);
      looked = true;
    }
    return Optional.ofNullable(view);
  }

  /** Leads to the page of the present state, unless this is it: back button, second tab. */
  public void arriveAt(String page) {
    String right = found().map(it -> pageOf(it.status())).orElse("/recover");
    if (!right.equals(page)) {
      visit.go(right);
    }
  }

  /** Gives up, at the owner's wish. */
  public void cancel() {
    act(token -> cancel.cancel(token, visit.origin()), null, "/recover/status");
  }

  /**
   * Takes a step and goes on to the page of the new state.
   *
   * @param field where a refusal is shown, or null for above the form
   * @param next the page after the step, or null for the page of the state that it led to
   */
  void act(Function<Secret, RecoveryAnswer> step, @Nullable String field, @Nullable String next) {
    Optional<Secret> token = visit.secret(CookieName.RECOVERY);
    if (token.isEmpty()) {
      visit.go("/recover");
      return;
    }
    RecoveryAnswer answer = step.apply(token.get());
    if (answer instanceof RecoveryAnswer.Done done) {
      visit.go(next == null ? pageOf(done.status()) : next);
    } else if (answer instanceof RecoveryAnswer.Refused refused) {
      refuse(refused, field);
    }
  }

  private void refuse(RecoveryAnswer.Refused refused, @Nullable String field) {
    switch (refused.reason()) {
      case UNKNOWN -> visit.go("/recover");
      // a double click or another tab was faster: show where the recovery is now
      case ENDED, NOT_NOW -> visit.go(found().map(it -> pageOf(it.status())).orElse("/recover"));
      case DEVICE_NAME -> visit.refuse("device", refused.reason().code(), refused.retryAt());
      default -> visit.refuse(field, refused.reason().code(), refused.retryAt());
    }
  }

  private static String pageOf(RecoveryStatus status) {
    return switch (status) {
      case REQUESTED, PROVING -> "/recover/prove";
      case READY -> "/recover/enrol";
      case COMPLETED -> "/recover/done";
      case APPROVING, HOLDING, CANCELLED, VETOED, DENIED, EXPIRED -> "/recover/status";
    };
  }
}
