package org.sparekey.application.port;

import java.util.List;
import org.sparekey.domain.recovery.Opinion;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.RecoveryId;

/** What staff said to recoveries that wait for people. */
public interface OpinionRepository {

  /** Adds one; a second of the same person on the same recovery is a defect. */
  void add(Opinion opinion);

  /** In the order of time. */
  List<Opinion> on(RecoveryId recovery);

  /** Ids of the recoveries of this organisation that wait for people, oldest first. */
  List<RecoveryId> waiting(OrganisationId organisation, int limit);
}
