package org.sparekey.application;

import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/**
 * For a use case that is more than one transaction, because it hashes a password in between: a hash
 * takes forty milliseconds, and no connection is held for it.
 */
@Step
public class Transactions {

  /** Does the work in one transaction and returns what it returns. */
  @Transactional
  public <T> T inOne(Supplier<T> work) {
    return work.get();
  }
}
