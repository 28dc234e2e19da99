package org.sparekey.application.port;

import java.util.List;
import java.util.Optional;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.shared.OrganisationId;

/** The organisations. */
public interface OrganisationRepository {

  void add(Organisation organisation);

  /** Writes a changed organisation. */
  void save(Organisation organisation);

  /**
   * Locks it until the transaction ends, so that of two who change it at once neither undoes the
   * other; whatever is read again after it is read anew. Does nothing when there is none.
   */
  void lock(OrganisationId id);

  Optional<Organisation> find(OrganisationId id);

  /** By name, all of them: there are few. */
  List<Organisation> all();
}
