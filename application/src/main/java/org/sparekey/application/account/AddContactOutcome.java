package org.sparekey.application.account;

import java.util.function.Function;
import org.sparekey.domain.shared.ContactPointId;

/** What became of a new contact point. */
public sealed interface AddContactOutcome {

  /** Calls the function for this outcome. */
  <R> R fold(
      Function<? super Added, ? extends R> added, Function<? super Refused, ? extends R> refused);

  /** Added, to be confirmed. */
  record Added(ContactPointId id) implements AddContactOutcome {
    @Override
    public <R> R fold(
        Function<? super Added, ? extends R> added,
        Function<? super Refused, ? extends R> refused) {
      return added.apply(this);
    }
  }

  /** Not added. */
  record Refused(AccountRefusal reason) implements AddContactOutcome {
    @Override
    public <R> R fold(
        Function<? super Added, ? extends R> added,
        Function<? super Refused, ? extends R> refused) {
      return refused.apply(this);
    }
  }
}
