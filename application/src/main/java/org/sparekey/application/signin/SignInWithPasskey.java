package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.Passkey;
import org.sparekey.application.port.PasskeyRepository;
import org.sparekey.application.port.RandomSource;
import org.sparekey.application.port.SessionRepository;
import org.sparekey.application.port.WebAuthn;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;
import org.sparekey.domain.shared.SessionId;

/**
 * Signs in by a passkey alone: something that the owner has, unlocked by something that she knows
 * or is (NIST SP 800-63B-4 §3.1.6). An unknown credential, one that is out of use and a wrong
 * signature are answered alike, after the same work (attacks row 16).
 */
@UseCase
public class SignInWithPasskey {

  static final String PURPOSE = "sign-in-by-passkey";

  /** An ES256 key to check against where there is none: the base point of P-256. */
  private static final String NOBODYS_KEY =
      "pQECAyYgASFYIGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWIlggT-NC4v4af5uO5-tKfA-eFivOM1drMV7O"
          + "y7ZAaDe_UfU";

  private final WebAuthn webAuthn;
  private final PasskeyRepository passkeys;
  private final PasskeyChallenges challenges;
  private final PasskeyProof proof;
  private final FactorMethods methods;
  private final ProofBudget budget;
  private final FactorRepository factors;
  private final AccountRepository accounts;
  private final SessionRepository sessions;
  private final FinishSignIn finish;
  private final Macs macs;
  private final RandomSource random;
  private final IdSource ids;
  private final AuditLog audit;
  private final InstantSource clock;

  private record Owner(Account account, Factor.Active factor, Passkey passkey) {}

  @Inject
  public SignInWithPasskey(
      WebAuthn webAuthn,
      PasskeyRepository passkeys,
      PasskeyChallenges challenges,
      PasskeyProof proof,
      FactorMethods methods,
      ProofBudget budget,
      FactorRepository factors,
      AccountRepository accounts,
      SessionRepository sessions,
      FinishSignIn finish,
      Macs macs,
      RandomSource random,
      IdSource ids,
      AuditLog audit,
      InstantSource clock) {
    this.webAuthn = webAuthn;
    this.passkeys = passkeys;
    this.challenges = challenges;
    this.proof = proof;
    this.methods = methods;
    this.budget = budget;
    this.factors = factors;
    this.accounts = accounts;
    this.sessions = sessions;
    this.finish = finish;
    this.macs = macs;
    this.random = random;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Checks the answer and starts a full session.
   *
   * @param json what the browser gave
   * @param browser the nonce that was offered to
   */
  public ChallengeOutcome signIn(
      String json, String browser, Origin origin, Optional<Secret> browserToken) {
    if (budget.exhausted(origin)) {
      return refused(Optional.empty(), ChallengeRefusal.SOURCE_EXHAUSTED, origin);
    }
    Optional<WebAuthn.Claim> claim = webAuthn.claim(json);
    if (claim.isEmpty()) {
      return refused(Optional.empty(), ChallengeRefusal.WRONG_ASSERTION, origin);
    }
    Optional<ChallengeRefusal> stale = challenges.spend(claim.get().challenge(), PURPOSE, browser);
    if (stale.isPresent()) {
      return refused(Optional.empty(), stale.get(), origin);
    }
    Optional<Owner> owner = owner(claim.get());
    Optional<ChallengeRefusal> wrong =
        owner
            .map(
                found ->
                    proof.check(
                        found.account(),
                        found.factor(),
                        found.passkey(),
                        claim.get(),
                        json,
                        origin))
            .orElseGet(() -> nobodys(claim.get(), json));
    return wrong
        .map(reason -> refused(owner, reason, origin))
        .orElseGet(() -> start(owner.orElseThrow(), origin, browserToken));
  }

  /** Who says so: by a passkey in use, and by the handle that it was made for. */
  private Optional<Owner> owner(WebAuthn.Claim claim) {
    return passkeys
        .findByCredentialId(claim.credentialId())
        .flatMap(
            passkey ->
                factors
                    .find(passkey.factor())
                    .flatMap(Factor::asActive)
                    .filter(factor -> factor.details().kind() == FactorKind.PASSKEY)
                    .filter(factor -> handleFits(claim, factor))
                    .flatMap(
                        factor ->
                            accounts
                                .find(factor.details().account())
                                .map(account -> new Owner(account, factor, passkey))));
  }

  private boolean handleFits(WebAuthn.Claim claim, Factor factor) {
    return claim.userHandle().isPresent()
        && claim.userHandle().equals(passkeys.userHandle(factor.details().account()));
  }

  /** The same work as for a passkey that is known. */
  private Optional<ChallengeRefusal> nobodys(WebAuthn.Claim claim, String json) {
    Passkey nobody =
        new Passkey(
            new FactorId(new UUID(0, 0)),
            claim.credentialId(),
            NOBODYS_KEY,
            0,
            new UUID(0, 0),
            Set.of(),
            true,
            false,
            false);
    webAuthn.check(json, claim.challenge(), WebAuthn.Use.ALONE, nobody);
    return Optional.of(ChallengeRefusal.WRONG_ASSERTION);
  }

  private ChallengeOutcome start(Owner owner, Origin origin, Optional<Secret> browserToken) {
    Instant now = Moments.storable(clock.instant());
    Account account = owner.account();
    Session session =
        new Session(
            new SessionId(ids.next()),
            account.id(),
            Session.Level.PASSWORD,
            macs.fingerprint(random.token()),
            now,
            now,
            Optional.empty(),
            Optional.empty(),
            origin.sourceAddress(),
            origin.userAgent(),
            Optional.empty());
    sessions.add(session);
    methods.used(account.id(), owner.factor().id());
    audit.record(
        draft(Actor.owner(account.id()), origin)
            .about(account.id(), account.organisation())
            .factor(FactorKind.PASSKEY.code(), owner.factor().id()));
    return finish.finish(account, session, owner.factor(), origin, browserToken, false);
  }

  /** Says why in the log; to whoever tried it says no more than that it did not work. */
  private ChallengeOutcome refused(Optional<Owner> owner, ChallengeRefusal reason, Origin origin) {
    if (reason.isAboutTheCode()) {
      budget.failed(origin);
    }
    AuditDraft draft = draft(Actor.anonymous(), origin).refused(reason.code());
    audit.record(
        owner
            .map(
                found ->
                    draft
                        .about(found.account().id(), found.account().organisation())
                        .factor(FactorKind.PASSKEY.code(), found.factor().id()))
            .orElse(draft));
    boolean said =
        reason == ChallengeRefusal.SOURCE_EXHAUSTED || reason == ChallengeRefusal.EXPIRED;
    return new ChallengeOutcome.Refused(
        said ? reason : ChallengeRefusal.WRONG_ASSERTION, Optional.empty());
  }

  private static AuditDraft draft(Actor actor, Origin origin) {
    return AuditDraft.of(AuditCode.PASSKEY_CHECKED, actor, origin);
  }
}
