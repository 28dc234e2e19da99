package org.sparekey.application.port;

import java.util.List;
import java.util.Optional;
import org.sparekey.domain.policy.PolicyDraft;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.PolicyDraftId;

/** What administrators are writing. */
public interface PolicyDraftRepository {

  void add(PolicyDraft draft);

  /**
   * Writes a changed draft by one guarded update: false, and nothing written, when somebody saved
   * it since, or it is gone.
   *
   * @param draft {@link PolicyDraft#saved()} is one more than what was read
   */
  boolean save(PolicyDraft draft);

  Optional<PolicyDraft> find(PolicyDraftId id);

  /** Those of an organisation, changed last first; there are few. */
  List<PolicyDraft> of(OrganisationId organisation);

  /**
   * Removes it: true for exactly one of any number of calls.
   *
   * @param saved as it was read; false, and nothing removed, when somebody saved it since
   */
  boolean remove(PolicyDraftId id, int saved);
}
