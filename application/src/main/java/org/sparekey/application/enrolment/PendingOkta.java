package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.ChallengeRepository;
import org.sparekey.application.port.OktaFactor;
import org.sparekey.application.port.OktaQuestion;
import org.sparekey.application.port.OktaRepository;
import org.sparekey.application.port.Sealer;
import org.sparekey.application.signin.FactorQuestion;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.challenge.Challenge;
import org.sparekey.domain.challenge.ChallengePurpose;
import org.sparekey.domain.challenge.ChallengeStatus;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;

/**
 * Okta Verify on its way into use. Whether it was in use at Okta before or has just been scanned,
 * it ends with a push that is approved by the number on the page: only then the phone is known to
 * be in the owner's hand.
 */
@Step
class PendingOkta {

  private final PendingFactors pending;
  private final SessionViews views;
  private final OktaRepository okta;
  private final ChallengeRepository challenges;
  private final Sealer sealer;
  private final InstantSource clock;

  @Inject
  PendingOkta(
      PendingFactors pending,
      SessionViews views,
      OktaRepository okta,
      ChallengeRepository challenges,
      Sealer sealer,
      InstantSource clock) {
    this.pending = pending;
    this.views = views;
    this.okta = okta;
    this.challenges = challenges;
    this.sealer = sealer;
    this.clock = clock;
  }

  /** Makes one, for the user at Okta whose login is the sign-in name. */
  Factor.Pending begin(SessionView view) {
    Factor.Pending begun =
        pending.begin(view.account(), FactorKind.OKTA, OwnFactors.ceremony(view));
    okta.add(OktaFactor.wanted(begun.id(), view.signInName(), Moments.storable(clock.instant())));
    return begun;
  }

  /** The one of this session, if there is time left to confirm it. */
  Optional<Factor.Pending> open(SessionView view) {
    return views
        .current(view)
        .flatMap(
            session -> pending.open(view.account(), FactorKind.OKTA, OwnFactors.ceremony(view)));
  }

  /** The push that proves it. */
  FactorQuestion question(SessionView view, Factor.Pending begun, Origin origin) {
    return new FactorQuestion(
        views.account(view),
        begun,
        ChallengePurpose.ENROLMENT,
        FactorQuestion.flow(view),
        ThrottleKey.ANY,
        origin);
  }

  Optional<OktaEnrolmentView> view(SessionView view, Factor.Pending begun) {
    Instant now = clock.instant();
    Optional<Challenge> asked =
        challenges
            .latest(ChallengePurpose.ENROLMENT, FactorQuestion.flow(view), begun.id())
            .filter(challenge -> challenge.inTime(now))
            .filter(
                challenge ->
                    challenge.status() == ChallengeStatus.OPEN
                        || challenge.status() == ChallengeStatus.APPROVED);
    Optional<OktaQuestion> push = asked.map(Challenge::id).flatMap(okta::find);
    return okta.find(begun.id())
        .map(
            factor ->
                new OktaEnrolmentView(
                    begun.id(),
                    state(factor, asked),
                    factor
                        .sealedPicture()
                        .map(kept -> sealer.open(kept, OktaFactor.pictureOf(begun.id()))),
                    push.flatMap(OktaQuestion::number),
                    push.flatMap(OktaQuestion::failure).or(factor::failure),
                    begun.expiresAt()));
  }

  private static String state(OktaFactor factor, Optional<Challenge> asked) {
    return asked
        .map(challenge -> challenge.status() == ChallengeStatus.OPEN ? "asked" : "approved")
        .orElse(factor.step().code());
  }
}
