package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.KnownBrowserRepository;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.RandomSource;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.signin.ProofBudget;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.KnownBrowser;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.recovery.Lost;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryDetails;
import org.sparekey.domain.shared.AccountId;
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

  private static final int LONGEST_NAME = 254;
  private static final int LONGEST_TOKEN = 100;
  private static final Duration STANDING = Duration.ofHours(24);
  private static final AccountId NOBODY = new AccountId(new UUID(0, 0));

  private final AccountRepository accounts;
  private final KnownBrowserRepository browsers;
  private final RecoveryRepository recoveries;
  private final ProofBudget budget;
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
      AccountRepository accounts,
      KnownBrowserRepository browsers,
      RecoveryRepository recoveries,
      ProofBudget budget,
      PolicyOfRecovery policies,
      Proofs proofs,
      JudgeProofs judge,
      AttemptGate gate,
      RecoveryRecord record,
      Macs macs,
      RandomSource random,
      IdSource ids,
      InstantSource clock) {
    this.accounts = accounts;
    this.browsers = browsers;
    this.recoveries = recoveries;
    this.budget = budget;
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
    Optional<Account> account = SignInName.parse(name).flatMap(accounts::findBySignInName);
    String typed = macs.mac("recovery-name", Secret.ofText(canonical(name)));
    String subject = account.map(owner -> owner.id().toString()).orElse(typed);
    Secret token = random.token();
    Recovery.Requested requested =
        new Recovery.Requested(
            details(account, subject, macs.fingerprint(token), browserToken, now));
    recoveries.add(requested);
    AuditDraft fact = record.byBrowser(requested, AuditCode.RECOVERY_REQUESTED, origin);
    record.write(account.isPresent() ? fact : fact.refused(RecoveryRecord.UNKNOWN_NAME));
    account
        .filter(owner -> passwordSession.filter(session -> proves(session, owner)).isPresent())
        .ifPresent(owner -> carryOver(requested, owner, origin, now));
    return new StartOutcome.Started(requested.id(), token);
  }

  private RecoveryDetails details(
      Optional<Account> account,
      String subject,
      String tokenHash,
      Optional<Secret> browserToken,
      Instant now) {
    RecoveryPolicy policy =
        account.map(policies::forAccount).orElseGet(() -> policies.forNobody(subject));
    AccountId owner = account.map(Account::id).orElse(NOBODY);
    Optional<KnownBrowser> known =
        browserToken
            .filter(token -> token.length() <= LONGEST_TOKEN)
            .flatMap(token -> browsers.find(owner, macs.fingerprint(token)));
    return new RecoveryDetails(
        new RecoveryId(ids.next()),
        account.map(Account::id),
        subject,
        policy.version(),
        tokenHash,
        now,
        now.plus(RecoveryDetails.TIME_TO_PROVE),
        Lost.unsaid(),
        Optional.empty(),
        gate.standingFailures(subject, now.minus(STANDING)),
        known.map(KnownBrowser::id));
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

  private static String canonical(String name) {
    return SignInName.parse(name)
        .map(SignInName::value)
        .orElseGet(() -> name.substring(0, Math.min(name.length(), LONGEST_NAME)));
  }
}
