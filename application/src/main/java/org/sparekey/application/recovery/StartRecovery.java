package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.SourceNetworks;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.KnownBrowserRepository;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.RandomSource;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.signin.AccountByName;
import org.sparekey.application.signin.ProofBudget;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.KnownBrowser;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.recovery.Lost;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryDetails;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryId;
import org.sparekey.domain.shared.Secret;

/**
 * Begins a recovery. A name without an account gets one as well, with the same work and the same
 * answer (attacks row 16); asking locks nothing and tells nobody (row 15). The recovery belongs to
 * this browser by a token of which only the hash is kept (row 17).
 */
@UseCase
public class StartRecovery {

  private static final int LONGEST_TOKEN = 100;
  private static final Duration STANDING = Duration.ofHours(24);

  private final AccountByName byName;
  private final KnownBrowserRepository browsers;
  private final RecoveryRepository recoveries;
  private final ProofBudget budget;
  private final SourceNetworks networks;
  private final PolicyOfRecovery policies;
  private final Proofs proofs;
  private final JudgeProofs judge;
  private final AttemptGate gate;
  private final RecoveryRecord record;
  private final Macs macs;
  private final RandomSource random;
  private final IdSource ids;
  private final InstantSource clock;

  @Inject
  StartRecovery(
      AccountByName byName,
      KnownBrowserRepository browsers,
      RecoveryRepository recoveries,
      ProofBudget budget,
      SourceNetworks networks,
      PolicyOfRecovery policies,
      Proofs proofs,
      JudgeProofs judge,
      AttemptGate gate,
      RecoveryRecord record,
      Macs macs,
      RandomSource random,
      IdSource ids,
      InstantSource clock) {
    this.byName = byName;
    this.browsers = browsers;
    this.recoveries = recoveries;
    this.budget = budget;
    this.networks = networks;
    this.policies = policies;
    this.proofs = proofs;
    this.judge = judge;
    this.gate = gate;
    this.record = record;
    this.macs = macs;
    this.random = random;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Begins it.
   *
   * @param name as it was typed
   * @param passwordSession a sign-in that waits for a factor: if it is one of this account, its
   *     password counts as given
   * @param browserToken what this browser holds if it signed in before
   */
  public StartOutcome start(
      String name,
      Origin origin,
      Optional<SessionView> passwordSession,
      Optional<Secret> browserToken) {
    Instant now = Moments.storable(clock.instant());
    if (!budget.mayRequest(origin)) {
      record.write(
          AuditDraft.of(AuditCode.RECOVERY_REQUESTED, Actor.anonymous(), origin)
              .refused(RecoveryRefusal.TOO_MANY_REQUESTS.code()));
      return new StartOutcome.Refused(RecoveryRefusal.TOO_MANY_REQUESTS, Optional.empty());
    }
    AccountByName.Named named = byName.find(name);
    Optional<Account> account = named.account();
    Secret token = random.token();
    Recovery.Requested requested =
        new Recovery.Requested(details(name, named, macs.fingerprint(token), browserToken, now));
    recoveries.add(requested);
    networks.askedRecovery(requested.details().subject(), origin, now);
    AuditDraft fact = record.byBrowser(requested, AuditCode.RECOVERY_REQUESTED, origin);
    record.write(account.isPresent() ? fact : fact.refused(RecoveryRecord.UNKNOWN_NAME));
    account
        .filter(owner -> passwordSession.filter(session -> proves(session, owner)).isPresent())
        .ifPresent(owner -> carryOver(requested, owner, origin, now));
    return new StartOutcome.Started(requested.id(), token);
  }

  private RecoveryDetails details(
      String name,
      AccountByName.Named named,
      String tokenHash,
      Optional<Secret> browserToken,
      Instant now) {
    String subject = named.subject().toString();
    RecoveryPolicy policy =
        named
            .account()
            .map(policies::forAccount)
            .orElseGet(() -> policies.forNobody(name, subject));
    int failed = gate.standingFailures(subject, now.minus(STANDING));
    Optional<KnownBrowser> known =
        browserToken
            .filter(token -> token.length() <= LONGEST_TOKEN)
            .flatMap(token -> browsers.find(named.subject(), macs.fingerprint(token)))
            .filter(browser -> browser.knownAt(now, policy.rules().rememberedBrowsers()));
    return new RecoveryDetails(
        new RecoveryId(ids.next()),
        named.account().map(Account::id),
        subject,
        policy.version(),
        tokenHash,
        now,
        now.plus(RecoveryDetails.TIME_TO_PROVE),
        Lost.unsaid(),
        Optional.empty(),
        failed,
        known.map(KnownBrowser::id),
        failed);
  }

  private void carryOver(Recovery.Requested requested, Account owner, Origin origin, Instant now) {
    record.write(
        record
            .byBrowser(requested, AuditCode.RECOVERY_EVIDENCE, origin)
            .because("signed-in-with-it")
            .with(EvidenceKind.PASSWORD.code()));
    judge.judge(requested.prove(proofs.password(owner, now)), owner, origin, now);
  }

  private static boolean proves(SessionView session, Account owner) {
    return session.level() == Session.Level.PASSWORD && session.account().equals(owner.id());
  }
}
