package org.sparekey.application.port;

import java.util.List;
import java.util.Optional;
import org.sparekey.domain.challenge.TotpWindow;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;

/** Factors in all their states; revoked ones stay. */
public interface FactorRepository {

  /** Adds a factor that is being enrolled. */
  void add(Factor.Pending factor);

  /** Keeps the sealed seed of a TOTP factor that has just been added. */
  void keepSeed(FactorId id, String sealedSeed);

  /** Writes the next state. Revoked: what is secret about it is wiped in the same act. */
  void save(Factor factor);

  Optional<Factor> find(FactorId id);

  /** All that the account ever had, oldest first. */
  List<Factor> ofAccount(AccountId account);

  /** Empty when the factor has no seed any more. */
  Optional<TotpState> totpState(FactorId id);

  /**
   * Takes a time step, by one guarded update: true for exactly one of any number of calls with the
   * same step, and false for a step that is not after the last accepted one.
   */
  boolean acceptStep(FactorId id, long step);

  /** Remembers a step that came one too late, or a lag that was learned. */
  void learn(FactorId id, TotpWindow window, long lateStep);
}
