package org.sparekey.application.account;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.Transactions;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.MailedCodes;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.IssuedCodeRepository;
import org.sparekey.application.port.KnownBrowserRepository;
import org.sparekey.application.port.PasswordHasher;
import org.sparekey.application.port.PasswordQuality;
import org.sparekey.application.port.PasswordRepository;
import org.sparekey.application.port.Reservation;
import org.sparekey.application.port.SessionRepository;
import org.sparekey.application.port.StoredPassword;
import org.sparekey.application.port.ThrottleRepository;
import org.sparekey.application.signin.ChallengeRefusal;
import org.sparekey.application.signin.FactorAnswer;
import org.sparekey.application.signin.FactorMethods;
import org.sparekey.application.signin.FactorQuestion;
import org.sparekey.application.signin.FailureCounters;
import org.sparekey.application.signin.ProofBudget;
import org.sparekey.application.signin.ProofResult;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.challenge.ChallengePurpose;
import org.sparekey.domain.challenge.CodePurpose;
import org.sparekey.domain.challenge.IssuedCode;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Sets a new password by a mailed code AND a factor (ASVS 6.4.3; attacks row 3). It signs nobody
 * in: sessions, known browsers and open codes end, and the owner is told at every address.
 */
@UseCase
public class ResetPassword {

  private final Transactions transactions;
  private final ResetFlow flows;
  private final AccountRepository accounts;
  private final ContactPointRepository contacts;
  private final FactorRepository factors;
  private final MailedCodes codes;
  private final IssuedCodeRepository issuedCodes;
  private final FactorMethods methods;
  private final ThrottleRepository throttles;
  private final FailureCounters counters;
  private final ProofBudget budget;
  private final PasswordRepository passwords;
  private final PasswordHasher hasher;
  private final PasswordQuality quality;
  private final PersonalWords personal;
  private final SessionRepository sessions;
  private final KnownBrowserRepository browsers;
  private final Notices notices;
  private final AuditLog audit;
  private final InstantSource clock;

  @Inject
  public ResetPassword(
      Transactions transactions,
      ResetFlow flows,
      AccountRepository accounts,
      ContactPointRepository contacts,
      FactorRepository factors,
      MailedCodes codes,
      IssuedCodeRepository issuedCodes,
      FactorMethods methods,
      ThrottleRepository throttles,
      FailureCounters counters,
      ProofBudget budget,
      PasswordRepository passwords,
      PasswordHasher hasher,
      PasswordQuality quality,
      PersonalWords personal,
      SessionRepository sessions,
      KnownBrowserRepository browsers,
      Notices notices,
      AuditLog audit,
      InstantSource clock) {
    this.transactions = transactions;
    this.flows = flows;
    this.accounts = accounts;
    this.contacts = contacts;
    this.factors = factors;
    this.codes = codes;
    this.issuedCodes = issuedCodes;
    this.methods = methods;
    this.throttles = throttles;
    this.counters = counters;
    this.budget = budget;
    this.passwords = passwords;
    this.hasher = hasher;
    this.quality = quality;
    this.personal = personal;
    this.sessions = sessions;
    this.browsers = browsers;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** What stands after the first transaction: a refusal, or proofs that were right. */
  private record Proved(
      Optional<AccountChange> refused,
      Optional<Account> account,
      Optional<IssuedCode> code,
      Optional<Factor.Active> factor) {

    static Proved refused(AccountChange refusal) {
      return new Proved(Optional.of(refusal), Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /** Checks everything again, whatever was checked before; hashes between two transactions. */
  @Transactional(TxType.NOT_SUPPORTED)
  public AccountChange reset(
      Secret flowToken, String mailedCode, String totpCode, Secret replacement, Origin origin) {
    Proved proved =
        transactions.inOne(() -> prove(flowToken, mailedCode, totpCode, replacement, origin));
    if (proved.refused().isPresent()) {
      return proved.refused().get();
    }
    String hash = hasher.hash(replacement);
    return transactions.inOne(
        () ->
            settle(
                proved.account().orElseThrow(),
                proved.code().orElseThrow(),
                proved.factor().orElseThrow(),
                hash,
                origin));
  }

  private Proved prove(
      Secret flowToken, String mailedCode, String totpCode, Secret replacement, Origin origin) {
    Optional<AccountId> id = flows.account(flowToken);
    if (id.isEmpty()) {
      return refused(Optional.empty(), AccountRefusal.NO_RESET, Optional.empty(), origin);
    }
    Optional<Account> account = accounts.find(id.get());
    // before anything is proved, only what is wrong for anybody may be said (attacks row 16)
    Optional<AccountRefusal> weak =
        quality.weakness(replacement, personal.ofNobody()).map(AccountRefusal::of);
    if (weak.isPresent()) {
      return refused(account, weak.get(), Optional.empty(), origin);
    }
    Optional<Secret> code = codes.read(mailedCode);
    if (code.isEmpty()) {
      return refused(account, AccountRefusal.MALFORMED_CODE, Optional.empty(), origin);
    }
    if (budget.exhausted(origin)) {
      return refused(account, AccountRefusal.SOURCE_EXHAUSTED, Optional.empty(), origin);
    }
    Instant now = clock.instant();
    ThrottleKey key =
        new ThrottleKey(ThrottledMethod.MAILED_CODE, id.get().toString(), ThrottleKey.ANY);
    Reservation reservation = throttles.reserve(key, now);
    Optional<Instant> retryAt = reservation.throttle().blockedUntil().filter(now::isBefore);
    if (!reservation.granted()) {
      return refused(account, AccountRefusal.THROTTLED, retryAt, origin);
    }
    Optional<IssuedCode> issued =
        codes
            .find(CodePurpose.PASSWORD_RESET, flows.name(flowToken), id.get(), code.get())
            .filter(this::stillUsable);
    if (account.isEmpty() || issued.isEmpty()) {
      budget.failed(origin);
      return refused(account, AccountRefusal.WRONG_CODES, retryAt, origin);
    }
    throttles.clear(key);
    return prove(account.get(), issued.get(), totpCode, replacement, origin);
  }

  /** The mailbox is proved: from here on the answer may be about the account. */
  private Proved prove(
      Account account, IssuedCode issued, String totpCode, Secret replacement, Origin origin) {
    if (account.onProbation(clock.instant())) {
      return refused(Optional.of(account), AccountRefusal.ON_PROBATION, Optional.empty(), origin);
    }
    Optional<AccountRefusal> weak =
        quality.weakness(replacement, personal.of(account)).map(AccountRefusal::of);
    if (weak.isPresent()) {
      return refused(Optional.of(account), weak.get(), Optional.empty(), origin);
    }
    Answered answered = anyFactor(account, issued.flow(), totpCode, origin);
    ProofResult result = answered.result();
    if (!result.right()) {
      boolean throttled = result.refusal().filter(ChallengeRefusal.THROTTLED::equals).isPresent();
      budget.failed(origin);
      answered.factor().ifPresent(factor -> noteReplay(account, factor, result, origin));
      return refused(
          Optional.of(account),
          throttled ? AccountRefusal.THROTTLED : AccountRefusal.WRONG_CODES,
          result.retryAt(),
          origin);
    }
    return new Proved(
        Optional.empty(), Optional.of(account), Optional.of(issued), answered.factor());
  }

  /** What a factor said, and which one: the one that was right, or knew the code as used. */
  private record Answered(ProofResult result, Optional<Factor.Active> factor) {

    boolean replayed() {
      return result.refusal().filter(ChallengeRefusal.REPLAYED_CODE::equals).isPresent();
    }
  }

  private void noteReplay(Account account, Factor factor, ProofResult result, Origin origin) {
    result
        .refusal()
        .filter(ChallengeRefusal.REPLAYED_CODE::equals)
        .ifPresent(
            reason ->
                audit.record(
                    AuditDraft.of(AuditCode.FACTOR_REPLAYED, Actor.anonymous(), origin)
                        .about(account.id(), account.organisation())
                        .factor(factor.details().kind().code(), factor.id())
                        .refused(reason.code())));
  }

  /** The owner need not say which app the code is from. */
  private Answered anyFactor(Account account, String flow, String totpCode, Origin origin) {
    Answered last =
        new Answered(ProofResult.refused(ChallengeRefusal.UNKNOWN_FACTOR), Optional.empty());
    List<Factor.Active> active =
        factors.ofAccount(account.id()).stream()
            .flatMap(factor -> factor.asActive().stream())
            .filter(factor -> factor.details().kind() == FactorKind.TOTP)
            .toList();
    for (Factor.Active factor : active) {
      FactorQuestion question =
          new FactorQuestion(
              account, factor, ChallengePurpose.PASSWORD_RESET, flow, ThrottleKey.PROVED, origin);
      Answered next =
          new Answered(
              methods.check(question, new FactorAnswer.TypedCode(totpCode)), Optional.of(factor));
      if (next.result().right()) {
        return next;
      }
      last = last.replayed() ? last : next;
    }
    return last;
  }

  private boolean stillUsable(IssuedCode code) {
    return contacts
        .find(code.contactPoint())
        .filter(contact -> contact.account().equals(code.account()))
        .filter(ContactPoint::active)
        .isPresent();
  }

  private AccountChange settle(
      Account account, IssuedCode code, Factor factor, String hash, Origin origin) {
    accounts.lock(account.id());
    if (stillUsable(code) && codes.spend(code)) {
      return set(account, code, factor, hash, origin);
    }
    return record(Optional.of(account), AccountRefusal.WRONG_CODES, Optional.empty(), origin);
  }

  private AccountChange set(
      Account account, IssuedCode code, Factor factor, String hash, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    passwords.save(account.id(), new StoredPassword(hash, now, Optional.of(code.contactPoint())));
    counters.clear(account.id());
    int ended = sessions.endAllOf(account.id(), now);
    int forgotten = browsers.forgetAllOf(account.id(), now);
    issuedCodes.endAllOf(account.id(), now);
    notices.tellOwner(account, NoticeKind.PASSWORD_RESET, Map.of(), origin);
    audit.record(done(account, AuditCode.SESSION_REVOKED, origin).with("sessions " + ended));
    audit.record(done(account, AuditCode.BROWSER_FORGOTTEN, origin).with("browsers " + forgotten));
    String kind = factor.details().kind().code();
    audit.record(
        done(account, AuditCode.PASSWORD_RESET, origin)
            .factor(kind, factor.id())
            .with("mailed-code," + kind));
    return AccountChange.made();
  }

  private static AuditDraft done(Account account, AuditCode code, Origin origin) {
    return AuditDraft.of(code, Actor.anonymous(), origin)
        .about(account.id(), account.organisation());
  }

  private Proved refused(
      Optional<Account> account, AccountRefusal reason, Optional<Instant> retryAt, Origin origin) {
    return Proved.refused(record(account, reason, retryAt, origin));
  }

  private AccountChange record(
      Optional<Account> account, AccountRefusal reason, Optional<Instant> retryAt, Origin origin) {
    AuditDraft draft =
        AuditDraft.of(AuditCode.PASSWORD_RESET, Actor.anonymous(), origin).refused(reason.code());
    audit.record(account.map(known -> draft.about(known.id(), known.organisation())).orElse(draft));
    return AccountChange.refused(reason, retryAt);
  }
}
