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
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.RandomSource;
import org.sparekey.application.port.SessionRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.challenge.ChallengePurpose;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Password and factor once more, before factors, contact points or the password change (ASVS
 * 7.5.1). A session that a remembered browser opened is full from then on.
 */
@UseCase
public class ConfirmItIsMe {

  private final Transactions transactions;
  private final SessionViews views;
  private final PasswordProof passwords;
  private final FactorMethods methods;
  private final ProofBudget budget;
  private final Lanes lanes;
  private final SessionRepository sessions;
  private final Macs macs;
  private final RandomSource random;
  private final AuditLog audit;
  private final InstantSource clock;

  @Inject
  public ConfirmItIsMe(
      Transactions transactions,
      SessionViews views,
      PasswordProof passwords,
      FactorMethods methods,
      ProofBudget budget,
      Lanes lanes,
      SessionRepository sessions,
      Macs macs,
      RandomSource random,
      AuditLog audit,
      InstantSource clock) {
    this.transactions = transactions;
    this.views = views;
    this.passwords = passwords;
    this.methods = methods;
    this.budget = budget;
    this.lanes = lanes;
    this.sessions = sessions;
    this.macs = macs;
    this.random = random;
    this.audit = audit;
    this.clock = clock;
  }

  /** Checks both; the session gets another token, and its absolute limit goes on. */
  @Transactional(TxType.NOT_SUPPORTED)
  public ConfirmationOutcome confirm(
      SessionView view, Secret password, FactorId factor, FactorAnswer answer, Origin origin) {
    PasswordProof.Attempt attempt = transactions.inOne(() -> begin(view, origin));
    if (attempt.refusal().isPresent()) {
      return new ConfirmationOutcome.Refused(attempt.refusal().get(), attempt.retryAt());
    }
    boolean right = passwords.matches(attempt, password);
    return transactions.inOne(() -> settle(view, attempt, right, factor, answer, origin));
  }

  private PasswordProof.Attempt begin(SessionView view, Origin origin) {
    Account account = views.account(view);
    Optional<Session> session = signedIn(view);
    String subject = account.id().toString();
    PasswordProof.Attempt attempt =
        session
            .map(
                found ->
                    passwords.begin(
                        ThrottledMethod.PASSWORD,
                        Optional.of(account),
                        subject,
                        lanes.of(found),
                        origin))
            .orElseGet(() -> wrongStep(account));
    attempt.refusal().ifPresent(reason -> record(account, Optional.of(reason), origin));
    return attempt;
  }

  private static PasswordProof.Attempt wrongStep(Account account) {
    return new PasswordProof.Attempt(
        new ThrottleKey(ThrottledMethod.PASSWORD, account.id().toString(), ThrottleKey.PROVED),
        Optional.of(account),
        Optional.empty(),
        Optional.of(ChallengeRefusal.WRONG_STEP),
        Optional.empty());
  }

  private ConfirmationOutcome settle(
      SessionView view,
      PasswordProof.Attempt attempt,
      boolean right,
      FactorId id,
      FactorAnswer answer,
      Origin origin) {
    Account account = views.account(view);
    Optional<Session> session = signedIn(view);
    if (session.isEmpty()) {
      return refused(account, ChallengeRefusal.WRONG_STEP, Optional.empty(), origin);
    }
    if (!right) {
      passwords.wrong(origin);
      return refused(account, ChallengeRefusal.WRONG_PASSWORD, attempt.retryAt(), origin);
    }
    passwords.right(attempt);
    Optional<Factor.Active> factor = methods.active(account.id(), id);
    if (factor.isEmpty()) {
      return refused(account, ChallengeRefusal.UNKNOWN_FACTOR, Optional.empty(), origin);
    }
    ProofResult result =
        methods.check(
            new FactorQuestion(
                account,
                factor.get(),
                ChallengePurpose.CONFIRM,
                FactorQuestion.flow(view),
                lanes.of(session.get()),
                origin),
            answer);
    if (!result.right()) {
      ChallengeRefusal reason = result.refusal().orElseThrow();
      recordCode(account, factor.get(), reason, origin);
      return refused(account, reason, result.retryAt(), origin);
    }
    Instant now = Moments.storable(clock.instant());
    Secret token = random.token();
    sessions.save(session.get().confirmed(macs.fingerprint(token), now));
    record(account, Optional.empty(), origin);
    return new ConfirmationOutcome.Confirmed(token);
  }

  private Optional<Session> signedIn(SessionView view) {
    return views.current(view).filter(found -> found.level().signedIn());
  }

  private ConfirmationOutcome refused(
      Account account, ChallengeRefusal reason, Optional<Instant> retryAt, Origin origin) {
    record(account, Optional.of(reason), origin);
    return new ConfirmationOutcome.Refused(reason, retryAt);
  }

  private void recordCode(Account account, Factor factor, ChallengeRefusal reason, Origin origin) {
    if (reason.isAboutTheCode()) {
      budget.failed(origin);
    }
    if (reason.isReplay()) {
      audit.record(
          draft(AuditCode.FACTOR_REPLAYED, account, origin)
              .factor(factor.details().kind().code(), factor.id())
              .refused(reason.code()));
    }
  }

  private void record(Account account, Optional<ChallengeRefusal> refusal, Origin origin) {
    AuditDraft draft = draft(AuditCode.SESSION_CONFIRMED, account, origin);
    audit.record(refusal.map(reason -> draft.refused(reason.code())).orElse(draft));
  }

  private static AuditDraft draft(AuditCode code, Account account, Origin origin) {
    return AuditDraft.of(code, Actor.owner(account.id()), origin)
        .about(account.id(), account.organisation());
  }
}
