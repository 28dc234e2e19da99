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
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.IssuedCodeRepository;
import org.sparekey.application.port.PasswordHasher;
import org.sparekey.application.port.PasswordQuality;
import org.sparekey.application.port.PasswordRepository;
import org.sparekey.application.port.SessionRepository;
import org.sparekey.application.signin.ChallengeRefusal;
import org.sparekey.application.signin.EndRemembering;
import org.sparekey.application.signin.FailureCounters;
import org.sparekey.application.signin.Lanes;
import org.sparekey.application.signin.PasswordProof;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Changes the own password by the old one; the other sessions end, no browser is remembered any
 * more, and the owner is told.
 */
@UseCase
public class ChangeOwnPassword {

  private final Transactions transactions;
  private final OwnAccount own;
  private final SessionViews views;
  private final AccountRepository accounts;
  private final PasswordProof proof;
  private final Lanes lanes;
  private final FailureCounters counters;
  private final PasswordRepository passwords;
  private final PasswordHasher hasher;
  private final PasswordQuality quality;
  private final PersonalWords personal;
  private final SessionRepository sessions;
  private final EndRemembering endRemembering;
  private final IssuedCodeRepository codes;
  private final Notices notices;
  private final InstantSource clock;

  @Inject
  public ChangeOwnPassword(
      Transactions transactions,
      OwnAccount own,
      SessionViews views,
      AccountRepository accounts,
      PasswordProof proof,
      Lanes lanes,
      FailureCounters counters,
      PasswordRepository passwords,
      PasswordHasher hasher,
      PasswordQuality quality,
      PersonalWords personal,
      SessionRepository sessions,
      EndRemembering endRemembering,
      IssuedCodeRepository codes,
      Notices notices,
      InstantSource clock) {
    this.transactions = transactions;
    this.own = own;
    this.views = views;
    this.accounts = accounts;
    this.proof = proof;
    this.lanes = lanes;
    this.counters = counters;
    this.passwords = passwords;
    this.hasher = hasher;
    this.quality = quality;
    this.personal = personal;
    this.sessions = sessions;
    this.endRemembering = endRemembering;
    this.codes = codes;
    this.notices = notices;
    this.clock = clock;
  }

  /** What stands after the first transaction: a refusal, or an attempt that was counted. */
  private record Begun(Optional<AccountChange> refused, Optional<PasswordProof.Attempt> attempt) {}

  /** Checks both passwords; hashes between two transactions. */
  @Transactional(TxType.NOT_SUPPORTED)
  public AccountChange change(SessionView view, Secret old, Secret replacement, Origin origin) {
    Begun begun = transactions.inOne(() -> begin(view, old, replacement, origin));
    if (begun.refused().isPresent()) {
      return begun.refused().get();
    }
    PasswordProof.Attempt attempt = begun.attempt().orElseThrow();
    boolean right = proof.matches(attempt, old);
    Optional<String> hash = right ? Optional.of(hasher.hash(replacement)) : Optional.empty();
    return transactions.inOne(() -> settle(view, attempt, hash, origin));
  }

  private Begun begin(SessionView view, Secret old, Secret replacement, Origin origin) {
    Optional<AccountRefusal> refusal = own.guard(view);
    Account account = views.account(view);
    if (refusal.isEmpty()) {
      List<String> words = personal.of(account);
      refusal = quality.weakness(replacement, words).map(AccountRefusal::of);
    }
    if (refusal.isEmpty() && old.equals(replacement)) {
      refusal = Optional.of(AccountRefusal.SAME_PASSWORD);
    }
    if (refusal.isPresent()) {
      return new Begun(
          Optional.of(own.refused(AuditCode.PASSWORD_CHANGED, view, refusal.get(), origin)),
          Optional.empty());
    }
    String lane = views.current(view).map(lanes::of).orElse(ThrottleKey.PROVED);
    PasswordProof.Attempt attempt =
        proof.begin(
            ThrottledMethod.PASSWORD, Optional.of(account), account.id().toString(), lane, origin);
    return new Begun(
        attempt
            .refusal()
            .map(
                reason ->
                    own.refused(
                        AuditCode.PASSWORD_CHANGED,
                        view,
                        reason == ChallengeRefusal.THROTTLED
                            ? AccountRefusal.THROTTLED
                            : AccountRefusal.SOURCE_EXHAUSTED,
                        attempt.retryAt(),
                        origin)),
        Optional.of(attempt));
  }

  private AccountChange settle(
      SessionView view, PasswordProof.Attempt attempt, Optional<String> hash, Origin origin) {
    accounts.lock(view.account());
    if (hash.isEmpty()) {
      proof.wrong(origin);
      return own.refused(
          AuditCode.PASSWORD_CHANGED,
          view,
          AccountRefusal.WRONG_PASSWORD,
          attempt.retryAt(),
          origin);
    }
    if (views.current(view).isEmpty() || !proof.unchanged(attempt)) {
      return own.refused(AuditCode.PASSWORD_CHANGED, view, AccountRefusal.WRONG_STEP, origin);
    }
    proof.right(attempt);
    counters.clear(view.account());
    Instant now = Moments.storable(clock.instant());
    passwords.save(view.account(), attempt.password().orElseThrow().changed(hash.get(), now));
    int ended = sessions.endOthersOf(view.account(), view.id(), now);
    own.done(AuditCode.SESSION_REVOKED, view, origin, "others:" + ended);
    endRemembering.of(view.account(), view.organisation(), Actor.owner(view.account()), origin);
    codes.endAllOf(view.account(), now);
    notices.tellOwner(views.account(view), NoticeKind.PASSWORD_CHANGED, Map.of(), origin);
    return own.done(AuditCode.PASSWORD_CHANGED, view, origin, "by-owner");
  }
}
