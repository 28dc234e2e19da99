package org.sparekey.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;

/**
 * What is kept of passkeys and security keys besides their factors. {@link
 * FactorRepository#save(org.sparekey.domain.factor.Factor)} wipes it when the factor is revoked.
 */
public interface PasskeyRepository {

  /**
   * The name by which authenticators know the account: random, and never its id (WebAuthn Level 3
   * §14.6.1). The offered one becomes it when the account has none yet; of any number of calls at
   * the same time, all return the same.
   */
  String userHandle(AccountId account, String offered);

  /** Empty when the account never made a credential. */
  Optional<String> userHandle(AccountId account);

  /** Adds what was registered. Two factors never share a credential id. */
  void add(Passkey passkey);

  /** Empty when the factor is none of these kinds, is not confirmed or is revoked. */
  Optional<Passkey> find(FactorId factor);

  /** Whose credential this is. */
  Optional<Passkey> findByCredentialId(String credentialId);

  /** All of the account's, oldest first. */
  List<Passkey> ofAccount(AccountId account);

  /**
   * Takes the counter and the backup state of an accepted answer, by one guarded update: false when
   * a counter that is not lower was taken before. Authenticators without a counter always send 0.
   */
  boolean answered(FactorId factor, long signCount, boolean backedUp);

  /**
   * Spends a challenge that nobody keeps: true for exactly one of any number of calls.
   *
   * @param fingerprint SHA-256 of the challenge, lower-case hex
   * @param expiresAt when the challenge is worthless by itself
   */
  boolean spend(String fingerprint, Instant expiresAt);

  /** Forgets spent challenges that expired before {@code before}; at most {@code limit}. */
  int purge(Instant before, int limit);
}
