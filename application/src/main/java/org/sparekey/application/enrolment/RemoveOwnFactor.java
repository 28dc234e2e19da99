package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.PolicyOfAccount;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.LastFactorRule;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;

/**
 * Ends one of the own factors for ever, also one that is out of use; never the last one (ASVS
 * 6.5.6), nor one of as many as the policy asks for.
 */
@UseCase
public class RemoveOwnFactor {

  private final SessionViews views;
  private final AccountRepository accounts;
  private final FactorRepository factors;
  private final PolicyOfAccount policies;
  private final OwnFactors own;
  private final Notices notices;
  private final InstantSource clock;

  @Inject
  public RemoveOwnFactor(
      SessionViews views,
      AccountRepository accounts,
      FactorRepository factors,
      PolicyOfAccount policies,
      OwnFactors own,
      Notices notices,
      InstantSource clock) {
    this.views = views;
    this.accounts = accounts;
    this.factors = factors;
    this.policies = policies;
    this.own = own;
    this.notices = notices;
    this.clock = clock;
  }

  /** Empty when it was done. */
  public Optional<EnrolmentRefusal> remove(SessionView view, FactorId id, Origin origin) {
    accounts.lock(view.account());
    Optional<Factor> factor = own.bound(view, id);
    Optional<EnrolmentRefusal> refusal = refusal(view, factor);
    if (refusal.isPresent()) {
      own.refused(AuditCode.FACTOR_REMOVED, view, refusal.get(), origin);
      return refusal;
    }
    Factor ended = factor.orElseThrow();
    factors.save(removed(ended, Moments.storable(clock.instant())));
    own.done(AuditCode.FACTOR_REMOVED, view, ended, origin);
    notices.tellOwner(
        views.account(view),
        NoticeKind.FACTOR_REMOVED,
        Map.of("device", ended.details().device().value()),
        origin);
    return Optional.empty();
  }

  private static Factor removed(Factor factor, Instant now) {
    RevocationReason reason = RevocationReason.REMOVED_BY_OWNER;
    return factor.fold(
        begun -> begun.abandon(reason, now),
        active -> active.revoke(reason, now),
        held -> held.revoke(reason, now),
        ended -> ended);
  }

  private Optional<EnrolmentRefusal> refusal(SessionView view, Optional<Factor> factor) {
    if (!view.signedIn() || views.current(view).isEmpty()) {
      return Optional.of(EnrolmentRefusal.WRONG_STEP);
    }
    if (factor.isEmpty()) {
      return Optional.of(EnrolmentRefusal.UNKNOWN_FACTOR);
    }
    if (view.onProbation()) {
      return Optional.of(EnrolmentRefusal.ON_PROBATION);
    }
    if (!view.recentlyConfirmed()) {
      return Optional.of(EnrolmentRefusal.NEEDS_CONFIRMATION);
    }
    int least = policies.of(views.account(view)).rules().leastFactors();
    return LastFactorRule.mayRemove(factor.get().id(), factors.ofAccount(view.account()), least)
        ? Optional.empty()
        : Optional.of(EnrolmentRefusal.LAST_FACTOR);
  }
}
