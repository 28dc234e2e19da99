package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.PolicyOfAccount;
import org.sparekey.application.SourceNetworks;
import org.sparekey.application.Step;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.KnownBrowserRepository;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.RandomSource;
import org.sparekey.application.port.SessionRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.KnownBrowser;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.BrowserId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * The end of every sign-in: the session rises to full, and the browser is known from now on, where
 * the account's policy remembers any.
 */
@Step
public class FinishSignIn {

  private final SessionRepository sessions;
  private final KnownBrowserRepository browsers;
  private final Lanes lanes;
  private final RememberedBrowsers remembered;
  private final PolicyOfAccount policies;
  private final SourceNetworks networks;
  private final Notices notices;
  private final Macs macs;
  private final RandomSource random;
  private final IdSource ids;
  private final AuditLog audit;
  private final InstantSource clock;

  @Inject
  public FinishSignIn(
      SessionRepository sessions,
      KnownBrowserRepository browsers,
      Lanes lanes,
      RememberedBrowsers remembered,
      PolicyOfAccount policies,
      SourceNetworks networks,
      Notices notices,
      Macs macs,
      RandomSource random,
      IdSource ids,
      AuditLog audit,
      InstantSource clock) {
    this.sessions = sessions;
    this.browsers = browsers;
    this.lanes = lanes;
    this.remembered = remembered;
    this.policies = policies;
    this.networks = networks;
    this.notices = notices;
    this.macs = macs;
    this.random = random;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Raises the session and gives it another token (ASVS 7.2.4).
   *
   * @param session stored, not full yet
   * @param factor the one that has just been proved
   * @param remember whether this browser is to stand in for it next time, where the policy allows;
   *     then its token is another one, so that nobody who saw the old one has a part in it
   */
  public ChallengeOutcome.SignedIn finish(
      Account account,
      Session session,
      Factor factor,
      Origin origin,
      Optional<Secret> browserToken,
      boolean remember) {
    Instant now = Moments.storable(clock.instant());
    Optional<KnownBrowser> known = lanes.browser(account, browserToken);
    boolean remembers = policies.of(account).rules().rememberedBrowsers().isPresent();
    Optional<Duration> standsIn = remembered.most(account).filter(time -> remember);
    Optional<Secret> newBrowserToken =
        standsIn.isPresent() || (known.isEmpty() && remembers)
            ? Optional.of(random.token())
            : Optional.empty();
    Optional<BrowserId> browser =
        known
            .map(KnownBrowser::id)
            .or(() -> newBrowserToken.map(fresh -> know(account, fresh, origin, now)));
    known.ifPresent(seen -> browsers.seen(seen.id(), now));
    if (known.isEmpty()) {
      notices.tellOwner(account, NoticeKind.NEW_BROWSER, Map.of(), origin);
    }
    networks.signedIn(account.id(), origin, now);
    Secret token = random.token();
    sessions.save(session.full(macs.fingerprint(token), browser, now));
    AuditDraft checked =
        AuditDraft.of(AuditCode.FACTOR_CHECKED, Actor.owner(account.id()), origin)
            .about(account.id(), account.organisation());
    audit.record(checked.factor(factor.details().kind().code(), factor.id()));
    standsIn.ifPresent(
        time ->
            remember(
                account, browser.orElseThrow(), newBrowserToken.orElseThrow(), now, time, origin));
    audit.record(
        AuditDraft.of(AuditCode.SESSION_STARTED, Actor.owner(account.id()), origin)
            .about(account.id(), account.organisation()));
    return new ChallengeOutcome.SignedIn(token, newBrowserToken);
  }

  private void remember(
      Account account, BrowserId browser, Secret token, Instant now, Duration time, Origin origin) {
    browsers.remember(browser, macs.fingerprint(token), now);
    notices.tellOwner(account, NoticeKind.BROWSER_REMEMBERED, Map.of(), origin);
    audit.record(
        AuditDraft.of(AuditCode.BROWSER_REMEMBERED, Actor.owner(account.id()), origin)
            .about(account.id(), account.organisation())
            .with("days:" + time.toDays()));
  }

  private BrowserId know(Account account, Secret token, Origin origin, Instant now) {
    BrowserId id = new BrowserId(ids.next());
    browsers.add(
        new KnownBrowser(
            id,
            account.id(),
            macs.fingerprint(token),
            now,
            now,
            origin.userAgent(),
            Optional.empty(),
            Optional.empty()));
    return id;
  }
}
