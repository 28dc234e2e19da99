package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.KnownBrowserRepository;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.application.port.SessionRepository;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.account.SessionLimits;

/** What is known about a session, and whether it lives. */
@Step
public class SessionViews {

  /** How long password and factor, given together, allow changes (ASVS 7.5.1). */
  public static final Duration CONFIRMATION_HOLDS = Duration.ofMinutes(10);

  private final SessionRepository sessions;
  private final AccountRepository accounts;
  private final KnownBrowserRepository browsers;
  private final OrganisationRepository organisations;
  private final SiteSettings site;
  private final InstantSource clock;

  @Inject
  public SessionViews(
      SessionRepository sessions,
      AccountRepository accounts,
      KnownBrowserRepository browsers,
      OrganisationRepository organisations,
      SiteSettings site,
      InstantSource clock) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.browsers = browsers;
    this.organisations = organisations;
    this.site = site;
    this.clock = clock;
  }

  /** The session as its browser may know it. */
  SessionView of(Session session, Account account) {
    Instant now = clock.instant();
    return new SessionView(
        session.id(),
        account.id(),
        account.organisation(),
        organisations.find(account.organisation()).map(Organisation::name).orElse(""),
        session.level(),
        account.signInName().value(),
        account.displayName(),
        account.language(),
        account.roles(),
        session.confirmedWithin(CONFIRMATION_HOLDS, now),
        account.onProbation(now));
  }

  /**
   * Whether the session of this account may be used now. One that a browser opened in the place of
   * a factor ends when that browser is forgotten, and when its owner joins the staff.
   */
  boolean alive(Session session, Account account) {
    return session.account().equals(account.id())
        && session.alive(clock.instant(), limits(account))
        && (session.level() != Session.Level.REMEMBERED || standsIn(session, account));
  }

  private boolean standsIn(Session session, Account account) {
    return !account.isStaff()
        && session
            .browser()
            .flatMap(browsers::find)
            .filter(browser -> browser.forgottenAt().isEmpty())
            .isPresent();
  }

  /** The account behind a view. */
  public Account account(SessionView view) {
    return accounts
        .find(view.account())
        .orElseThrow(() -> new IllegalStateException("a session without an account"));
  }

  /**
   * The row behind a view as it stands now, alive and at the level the view says; empty when
   * something happened to it since the request began.
   */
  public Optional<Session> current(SessionView view) {
    return sessions
        .find(view.id())
        .filter(session -> session.level() == view.level())
        .filter(
            session ->
                accounts
                    .find(session.account())
                    .filter(account -> alive(session, account))
                    .isPresent());
  }

  private SessionLimits limits(Account account) {
    return account.isStaff() ? site.staffLimits() : site.ownerLimits();
  }
}
