package org.sparekey.domain.policy.analysis;

import java.util.function.Function;
import org.sparekey.domain.policy.RecoveryPath;

/** A way into an account. */
public sealed interface Way {

  /** Calls the function for this way. */
  <R> R fold(
      Function<? super BySignIn, ? extends R> signIn, Function<? super ByPath, ? extends R> path);

  /** The stable code: of the sign-in, or "recovery". */
  String code();

  /** The ordinary sign-in. */
  record BySignIn(SignInKind kind) implements Way {

    @Override
    public <R> R fold(
        Function<? super BySignIn, ? extends R> signIn,
        Function<? super ByPath, ? extends R> path) {
      return signIn.apply(this);
    }

    @Override
    public String code() {
      return kind.code();
    }
  }

  /**
   * A recovery.
   *
   * @param number of the path in its policy, counted from 1
   */
  record ByPath(int number, RecoveryPath path) implements Way {

    @Override
    public <R> R fold(
        Function<? super BySignIn, ? extends R> signIn,
        Function<? super ByPath, ? extends R> path) {
      return path.apply(this);
    }

    @Override
    public String code() {
      return "recovery";
    }
  }
}
