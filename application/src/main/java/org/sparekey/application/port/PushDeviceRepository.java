package org.sparekey.application.port;

import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;

/** Phones behind push factors; a row goes when its factor is revoked. */
public interface PushDeviceRepository {

  /**
   * Adds the place for a phone, beside the pending factor that was added before.
   *
   * @param codeHash fingerprint of the binding code
   */
  void add(FactorId factor, String codeHash);

  Optional<PushDevice> find(FactorId factor);

  /** The factor that waits for a phone with this code; empty when there is none any more. */
  Optional<FactorId> waitingFor(String codeHash);

  /**
   * A phone gives the code: by one guarded update, true for exactly one of any number of calls
   * (NIST SP 800-63B-4 §4.1.2.2: a binding code is good once).
   */
  boolean claim(FactorId factor, String codeHash, PushDevice.Claim claim);

  /** The phone hears pushes there from now on. */
  void hearAt(FactorId factor, PushAddress address);

  /** The phone hears no pushes any more, unless it has another address by now. */
  void forget(FactorId factor, PushAddress address);

  /** Nobody may ask this account's phones any more, until somebody allows it again. */
  void lock(AccountId account, Instant now);

  /** They may be asked again. */
  void unlock(AccountId account);

  /** Since when nobody may ask; empty when everybody may. */
  Optional<Instant> lockedSince(AccountId account);
}
