package org.sparekey.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.domain.recoverycontact.RecoveryContact;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.RecoveryContactId;

/**
 * Recovery contacts in all their states. Whoever changes one has locked its account; whatever is
 * read is read anew.
 */
public interface RecoveryContactRepository {

  void add(RecoveryContact contact);

  /** Writes the next state. */
  void save(RecoveryContact contact);

  Optional<RecoveryContact> find(RecoveryContactId id);

  /** The one to whom an invitation with this link went last. */
  Optional<RecoveryContact> findByLink(String linkHash);

  /** All of the account, in the order in which they were first invited. */
  List<RecoveryContact> ofAccount(AccountId account);

  /**
   * Deletes those that declined or were removed before {@code before}, and invitations that could
   * be answered no later: strangers to the account have a right to be forgotten. Who is still named
   * in a recovery stays; at most {@code limit}; returns how many.
   */
  int purge(Instant before, int limit);
}
