package org.sparekey.application.signin;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.Transactions;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.PasswordHasher;
import org.sparekey.application.port.PasswordRepository;
import org.sparekey.application.port.RandomSource;
import org.sparekey.application.port.SessionRepository;
import org.sparekey.application.port.StoredPassword;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.KnownBrowser;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.BrowserId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;
import org.sparekey.domain.shared.SessionId;

/**
 * The first half of a sign-in. A name without an account is answered like a wrong password, after
 * the same work and with the same delays (attacks row 16).
 */
@UseCase
public class SignInWithPassword {

  private final Transactions transactions;
  private final PasswordProof proof;
  private final Lanes lanes;
  private final RememberedBrowsers remembered;
  private final AccountByName byName;
  private final PasswordRepository passwords;
  private final FactorRepository factors;
  private final SessionRepository sessions;
  private final PasswordHasher hasher;
  private final Macs macs;
  private final RandomSource random;
  private final IdSource ids;
  private final AuditLog audit;
  private final InstantSource clock;

  @Inject
  public SignInWithPassword(
      Transactions transactions,
      PasswordProof proof,
      Lanes lanes,
      RememberedBrowsers remembered,
      AccountByName byName,
      PasswordRepository passwords,
      FactorRepository factors,
      SessionRepository sessions,
      PasswordHasher hasher,
      Macs macs,
      RandomSource random,
      IdSource ids,
      AuditLog audit,
      InstantSource clock) {
    this.transactions = transactions;
    this.proof = proof;
    this.lanes = lanes;
    this.remembered = remembered;
    this.byName = byName;
    this.passwords = passwords;
    this.factors = factors;
    this.sessions = sessions;
    this.hasher = hasher;
    this.macs = macs;
    this.random = random;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
  }

  /** Checks name and password; the hash is computed between two transactions. */
  @Transactional(TxType.NOT_SUPPORTED)
  public SignInOutcome signIn(
      String name, Secret password, Origin origin, Optional<Secret> browserToken) {
    PasswordProof.Attempt attempt = transactions.inOne(() -> begin(name, origin, browserToken));
    if (attempt.refusal().isPresent()) {
      return new SignInOutcome.Refused(refusal(attempt.refusal().get()), attempt.retryAt());
    }
    boolean right = proof.matches(attempt, password);
    Optional<String> newHash =
        right && attempt.password().filter(stored -> hasher.outdated(stored.hash())).isPresent()
            ? Optional.of(hasher.hash(password))
            : Optional.empty();
    return transactions.inOne(() -> settle(attempt, right, newHash, origin, browserToken));
  }

  private PasswordProof.Attempt begin(String typed, Origin origin, Optional<Secret> browserToken) {
    AccountByName.Named named = byName.find(typed);
    Optional<Account> account = named.account();
    PasswordProof.Attempt attempt =
        proof.begin(
            ThrottledMethod.PASSWORD,
            account,
            named.subject().toString(),
            lanes.of(account, browserToken),
            origin);
    attempt.refusal().ifPresent(reason -> refuse(account, reason, origin));
    return attempt;
  }

  private SignInOutcome settle(
      PasswordProof.Attempt attempt,
      boolean right,
      Optional<String> newHash,
      Origin origin,
      Optional<Secret> browserToken) {
    Optional<Account> account =
        attempt.account().filter(known -> right && proof.unchanged(attempt));
    if (account.isEmpty()) {
      proof.wrong(origin);
      refuse(attempt.account(), ChallengeRefusal.WRONG_PASSWORD, origin);
      return new SignInOutcome.Refused(SignInRefusal.WRONG, attempt.retryAt());
    }
    proof.right(attempt);
    newHash.ifPresent(
        hash ->
            attempt
                .password()
                .ifPresent(
                    old ->
                        passwords.save(
                            account.get().id(),
                            new StoredPassword(hash, old.changedAt(), old.resetThrough()))));
    return start(account.get(), origin, browserToken);
  }

  private SignInOutcome start(Account account, Origin origin, Optional<Secret> browserToken) {
    Instant now = Moments.storable(clock.instant());
    boolean bare = neverHadAFactor(account);
    Optional<BrowserId> standsIn =
        remembered.standingIn(account, browserToken).map(KnownBrowser::id);
    Secret token = random.token();
    sessions.add(
        new Session(
            new SessionId(ids.next()),
            account.id(),
            bare
                ? Session.Level.ENROLMENT
                : standsIn.isPresent() ? Session.Level.REMEMBERED : Session.Level.PASSWORD,
            macs.fingerprint(token),
            now,
            now,
            Optional.empty(),
            standsIn,
            origin.sourceAddress(),
            origin.userAgent(),
            Optional.empty()));
    audit.record(own(AuditCode.PASSWORD_CHECKED, account, origin));
    if (standsIn.isPresent()) {
      audit.record(own(AuditCode.BROWSER_STOOD_IN, account, origin));
      audit.record(
          own(AuditCode.SESSION_STARTED, account, origin).with(Session.Level.REMEMBERED.code()));
      return new SignInOutcome.SignedIn(token);
    }
    return bare
        ? new SignInOutcome.EnrolmentNeeded(token)
        : new SignInOutcome.ChallengeNeeded(token);
  }

  private static AuditDraft own(AuditCode code, Account account, Origin origin) {
    return AuditDraft.of(code, Actor.owner(account.id()), origin)
        .about(account.id(), account.organisation());
  }

  /**
   * Only such an account may bind a factor by its password alone. One whose factors are lost,
   * suspended or revoked goes through recovery (attacks row 3).
   */
  private boolean neverHadAFactor(Account account) {
    return factors.ofAccount(account.id()).stream()
        .allMatch(
            factor ->
                factor.fold(
                    pending -> true,
                    active -> false,
                    suspended -> false,
                    (Factor.Revoked revoked) -> revoked.confirmedAt().isEmpty()));
  }

  private void refuse(Optional<Account> account, ChallengeRefusal reason, Origin origin) {
    AuditDraft draft =
        AuditDraft.of(AuditCode.PASSWORD_CHECKED, Actor.anonymous(), origin)
            .refused(refusal(reason).code());
    audit.record(account.map(known -> draft.about(known.id(), known.organisation())).orElse(draft));
  }

  private static SignInRefusal refusal(ChallengeRefusal reason) {
    return switch (reason) {
      case THROTTLED -> SignInRefusal.THROTTLED;
      case SOURCE_EXHAUSTED -> SignInRefusal.SOURCE_EXHAUSTED;
      default -> SignInRefusal.WRONG;
    };
  }
}
