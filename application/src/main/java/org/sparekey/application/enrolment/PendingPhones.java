package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.ChallengeRepository;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.PhoneFactorRepository;
import org.sparekey.application.signin.FactorQuestion;
import org.sparekey.application.signin.PhoneMethod;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.account.PhoneNumber;
import org.sparekey.domain.challenge.ChallengePurpose;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.Origin;

/** Text and call factors on their way. */
@Step
class PendingPhones {

  static final List<FactorKind> KINDS = List.of(FactorKind.SMS, FactorKind.VOICE);

  private final PendingFactors pending;
  private final SessionViews views;
  private final FactorRepository factors;
  private final PhoneFactorRepository phones;
  private final ChallengeRepository challenges;
  private final PhoneMethod method;
  private final InstantSource clock;

  @Inject
  PendingPhones(
      PendingFactors pending,
      SessionViews views,
      FactorRepository factors,
      PhoneFactorRepository phones,
      ChallengeRepository challenges,
      PhoneMethod method,
      InstantSource clock) {
    this.pending = pending;
    this.views = views;
    this.factors = factors;
    this.phones = phones;
    this.challenges = challenges;
    this.method = method;
    this.clock = clock;
  }

  /** Makes one for this session; what it made before ends. */
  Factor.Pending begin(SessionView view, FactorKind kind, PhoneNumber number) {
    Factor.Pending begun = pending.begin(view.account(), kind, OwnFactors.ceremony(view));
    phones.keep(begun.id(), number);
    return begun;
  }

  /** Ends what this session began. */
  void end(SessionView view) {
    pending.endAll(view.account(), OwnFactors.ceremony(view));
  }

  /** The one of this session, if there is time left to confirm it. */
  Optional<Factor.Pending> open(SessionView view) {
    return KINDS.stream()
        .flatMap(kind -> pending.open(view.account(), kind, OwnFactors.ceremony(view)).stream())
        .findFirst();
  }

  /** Whether a factor of this kind is bound to this number already. */
  boolean bound(SessionView view, FactorKind kind, PhoneNumber number) {
    return factors.ofAccount(view.account()).stream()
        .filter(factor -> factor.details().kind() == kind)
        .filter(factor -> factor.fold(begun -> false, active -> true, held -> true, ended -> false))
        .anyMatch(factor -> phones.number(factor.id()).filter(number::equals).isPresent());
  }

  /** The question that its code answers. */
  FactorQuestion question(SessionView view, Factor.Pending begun, Origin origin) {
    return new FactorQuestion(
        views.account(view),
        begun,
        ChallengePurpose.ENROLMENT,
        OwnFactors.ceremony(view),
        ThrottleKey.ANY,
        origin);
  }

  PhoneEnrolmentView view(SessionView view, Factor.Pending begun) {
    FactorQuestion question = question(view, begun, Origin.internal());
    String state =
        challenges
            .latest(question.purpose(), question.flow(), begun.id())
            .filter(challenge -> challenge.inTime(clock.instant()))
            .map(challenge -> method.prompt(question, challenge).get(PhoneMethod.STATE))
            .orElse("");
    return new PhoneEnrolmentView(
        begun.id(),
        begun.details().kind().code(),
        phones.number(begun.id()).map(PhoneNumber::toString).orElse(""),
        state,
        begun.expiresAt());
  }
}
