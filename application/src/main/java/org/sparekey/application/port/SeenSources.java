package org.sparekey.application.port;

import java.time.Instant;
import java.util.Set;
import org.sparekey.domain.shared.AccountId;

/**
 * Where sign-ins and recoveries came from. Networks and sources are kept as keyed hashes only: they
 * can be recognised, not read.
 */
public interface SeenSources {

  /** Somebody signed in to the account from this network. */
  void noteSignIn(AccountId account, String network, Instant now);

  /** The networks from which somebody signed in to the account after {@code since}. */
  Set<String> networks(AccountId account, Instant since);

  /** A recovery of this subject, an account or a name that has none, was asked for from there. */
  void noteRecovery(String source, String subject, Instant now);

  /** Of how many subjects a recovery was asked for from there after {@code since}. */
  int subjects(String source, Instant since);

  /**
   * Deletes networks that were seen last before {@code signIns}, and sources that asked last before
   * {@code recoveries}, at most {@code limit} of each; returns how many.
   */
  int purge(Instant signIns, Instant recoveries, int limit);
}
