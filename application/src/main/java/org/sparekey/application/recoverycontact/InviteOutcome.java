package org.sparekey.application.recoverycontact;

import java.util.function.Function;
import org.sparekey.domain.shared.RecoveryContactId;

/** What became of an invitation. */
public sealed interface InviteOutcome {

  /** Calls the function for this outcome. */
  <R> R fold(
      Function<? super Invited, ? extends R> invited,
      Function<? super Refused, ? extends R> refused);

  /** It is on its way. */
  record Invited(RecoveryContactId id) implements InviteOutcome {
    @Override
    public <R> R fold(
        Function<? super Invited, ? extends R> invited,
        Function<? super Refused, ? extends R> refused) {
      return invited.apply(this);
    }
  }

  /** Nobody was written to. */
  record Refused(RecoveryContactRefusal reason) implements InviteOutcome {
    @Override
    public <R> R fold(
        Function<? super Invited, ? extends R> invited,
        Function<? super Refused, ? extends R> refused) {
      return refused.apply(this);
    }
  }
}
