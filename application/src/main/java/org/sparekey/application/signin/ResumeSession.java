package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.SessionRepository;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Finds the session behind the token of a browser, if it has not ended and its time is not over.
 */
@UseCase
public class ResumeSession {

  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
  private static final int LONGEST_TOKEN = 100;

  private final SessionRepository sessions;
  private final AccountRepository accounts;
  private final SessionViews views;
  private final Macs macs;
  private final InstantSource clock;

  @Inject
  public ResumeSession(
      SessionRepository sessions,
      AccountRepository accounts,
      SessionViews views,
      Macs macs,
      InstantSource clock) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.views = views;
    this.macs = macs;
    this.clock = clock;
  }

  /** The session; empty for a token that is none, or no longer. Notes its use once a minute. */
  public Optional<SessionView> resume(Secret token, Origin origin) {
    if (token.length() > LONGEST_TOKEN) {
      return Optional.empty();
    }
    return sessions
        .findByTokenHash(macs.fingerprint(token))
        .flatMap(
            session ->
                accounts
                    .find(session.account())
                    .filter(account -> views.alive(session, account))
                    .map(
                        account -> {
                          noteUse(session);
                          return views.of(session, account);
                        }));
  }

  private void noteUse(Session session) {
    Instant now = Moments.storable(clock.instant());
    if (now.isAfter(session.lastSeenAt().plus(NOTED_EVERY))) {
      sessions.save(session.seen(now));
    }
  }
}
