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

  Optional<Organisation> find(OrganisationId id);

  /** By name, all of them: there are few. */
  List<Organisation> all();
}
