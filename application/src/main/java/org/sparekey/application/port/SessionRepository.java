package org.sparekey.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.SessionId;

/** Sessions as rows. */
public interface SessionRepository {

  void add(Session session);

  /** Writes a changed session; one that has ended stays as it is. */
  void save(Session session);

  Optional<Session> find(SessionId id);

  Optional<Session> findByTokenHash(String tokenHash);

  /** Those that have not ended, latest first. */
  List<Session> openOf(AccountId account);

  /** Ends one; true for exactly one of any number of calls at the same time. */
  boolean end(SessionId id, Instant now);

  /** Ends all open sessions of the account but this one; returns how many. */
  int endOthersOf(AccountId account, SessionId kept, Instant now);

  /** Ends all open sessions of the account; returns how many. */
  int endAllOf(AccountId account, Instant now);

  /** Deletes rows that ended or were last seen before {@code before}; at most {@code limit}. */
  int purge(Instant before, int limit);
}
