package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.UseCase;
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
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.BrowserId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** The second half of a sign-in. */
@UseCase
public class AnswerTotpChallenge {

  private final SessionViews views;
  private final TotpProof proof;
  private final ProofBudget budget;
  private final Lanes lanes;
  private final SessionRepository sessions;
  private final KnownBrowserRepository browsers;
  private final Notices notices;
  private final Macs macs;
  private final RandomSource random;
  private final IdSource ids;
  private final AuditLog audit;
  private final InstantSource clock;

  @Inject
  public AnswerTotpChallenge(
      SessionViews views,
      TotpProof proof,
      ProofBudget budget,
      Lanes lanes,
      SessionRepository sessions,
      KnownBrowserRepository browsers,
      Notices notices,
      Macs macs,
      RandomSource random,
      IdSource ids,
      AuditLog audit,
      InstantSource clock) {
    this.views = views;
    this.proof = proof;
    this.budget = budget;
    this.lanes = lanes;
    this.sessions = sessions;
    this.browsers = browsers;
    this.notices = notices;
    this.macs = macs;
    this.random = random;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
  }

  /** Checks the code; the session rises to full and gets another token (ASVS 7.2.4). */
  public ChallengeOutcome answer(
      SessionView view,
      FactorId factor,
      String code,
      Origin origin,
      Optional<Secret> browserToken) {
    Account account = views.account(view);
    Optional<Session> session =
        views.current(view).filter(found -> found.level() == Session.Level.PASSWORD);
    if (session.isEmpty()) {
      return refused(account, factor, ChallengeRefusal.WRONG_STEP, Optional.empty(), origin);
    }
    if (budget.exhausted(origin)) {
      return refused(account, factor, ChallengeRefusal.SOURCE_EXHAUSTED, Optional.empty(), origin);
    }
    Optional<KnownBrowser> browser = lanes.browser(account, browserToken);
    TotpProof.Result result =
        proof.check(account.id(), factor, code, lanes.of(Optional.of(account), browserToken));
    return result
        .refusal()
        .map(reason -> refused(account, factor, reason, result.retryAt(), origin))
        .orElseGet(() -> signedIn(account, session.get(), factor, browser, origin));
  }

  private ChallengeOutcome signedIn(
      Account account,
      Session session,
      FactorId factor,
      Optional<KnownBrowser> browser,
      Origin origin) {
    Instant now = Moments.storable(clock.instant());
    Optional<Secret> newBrowserToken =
        browser.isPresent() ? Optional.empty() : Optional.of(random.token());
    BrowserId browserId =
        browser
            .map(
                known -> {
                  browsers.seen(known.id(), now);
                  return known.id();
                })
            .orElseGet(() -> new BrowserId(ids.next()));
    newBrowserToken.ifPresent(
        token -> {
          browsers.add(
              new KnownBrowser(
                  browserId,
                  account.id(),
                  macs.fingerprint(token),
                  now,
                  now,
                  origin.userAgent(),
                  Optional.empty()));
          notices.tellOwner(account, NoticeKind.NEW_BROWSER, Map.of(), origin);
        });
    Secret token = random.token();
    sessions.save(session.full(macs.fingerprint(token), Optional.of(browserId), now));
    AuditDraft draft =
        AuditDraft.of(AuditCode.FACTOR_CHECKED, Actor.owner(account.id()), origin)
            .about(account.id(), account.organisation());
    audit.record(draft.factor(FactorKind.TOTP.code(), factor));
    audit.record(
        AuditDraft.of(AuditCode.SESSION_STARTED, Actor.owner(account.id()), origin)
            .about(account.id(), account.organisation()));
    return new ChallengeOutcome.SignedIn(token, newBrowserToken);
  }

  private ChallengeOutcome refused(
      Account account,
      FactorId factor,
      ChallengeRefusal reason,
      Optional<Instant> retryAt,
      Origin origin) {
    AuditDraft draft =
        AuditDraft.of(
                reason == ChallengeRefusal.REPLAYED_CODE
                    ? AuditCode.FACTOR_REPLAYED
                    : AuditCode.FACTOR_CHECKED,
                Actor.owner(account.id()),
                origin)
            .about(account.id(), account.organisation())
            .refused(reason.code());
    if (reason.isAboutTheCode()) {
      budget.failed(origin);
      draft = draft.factor(FactorKind.TOTP.code(), factor);
    }
    audit.record(draft);
    return new ChallengeOutcome.Refused(reason, retryAt);
  }
}
