package org.sparekey.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.domain.challenge.Challenge;
import org.sparekey.domain.challenge.ChallengePurpose;
import org.sparekey.domain.challenge.ChallengeStatus;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.ChallengeId;
import org.sparekey.domain.shared.FactorId;

/** Questions that were put to factors. */
public interface ChallengeRepository {

  void add(Challenge challenge);

  Optional<Challenge> find(ChallengeId id);

  /** The last one that this flow put to this factor for this purpose, in whatever state. */
  Optional<Challenge> latest(ChallengePurpose purpose, String flow, FactorId factor);

  /** Those of the account that are open and in time, oldest first. */
  List<Challenge> open(AccountId account, Instant now);

  /**
   * Moves it on by one guarded update: true for exactly one of any number of calls (attacks row
   * 11), and false when it is not in {@code from} or has expired.
   */
  boolean move(ChallengeId id, ChallengeStatus from, ChallengeStatus to, Instant now);

  /** Ends all of the account that are open or approved (attacks row 20); returns how many. */
  int endAllOf(AccountId account);

  /** Deletes those that expired before {@code before}; at most {@code limit}; returns how many. */
  int purge(Instant before, int limit);
}
