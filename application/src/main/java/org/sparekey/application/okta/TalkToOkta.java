package org.sparekey.application.okta;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.Okta;
import org.sparekey.application.port.OktaActivation;
import org.sparekey.application.port.OktaFactor;
import org.sparekey.application.port.OktaPush;
import org.sparekey.application.port.OktaQuestion;
import org.sparekey.application.port.OktaReply;
import org.sparekey.application.port.OktaUnavailableException;
import org.sparekey.domain.challenge.ChallengeStatus;
import org.sparekey.domain.shared.Moments;

/**
 * Says to Okta what is due: enrolments, pushes and their answers, and the end of factors that ended
 * here. Each is claimed in one transaction, said outside any, and settled in a third. An outage
 * skips no proof (attacks row 34): a push that cannot be sent has failed, and says so; what must be
 * ended is tried until it is.
 */
@UseCase
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class TalkToOkta {

  /** Whoever waits at a page hears of an outage after so many attempts. */
  static final int PATIENCE = 3;

  static final String PROVIDER_DOWN = "provider-down";
  static final String NO_USER = "okta-no-user";
  static final String REFUSED = "okta-refused";
  static final String NO_NUMBER = "okta-no-number";

  private static final int BATCH = 20;
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration MOST_FOR_ONE = Duration.ofSeconds(20);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 12;
  private static final System.Logger LOG = System.getLogger(TalkToOkta.class.getName());

  private final Okta okta;
  private final OktaStep step;
  private final InstantSource clock;

  @Inject
  public TalkToOkta(Okta okta, OktaStep step, InstantSource clock) {
    this.okta = okta;
    this.step = step;
    this.clock = clock;
  }

  /** Says what is due now; returns how much that was. */
  public int run() {
    if (!okta.configured()) {
      return 0;
    }
    Instant now = now();
    Instant lease = now.plus(LEASE);
    List<OktaQuestion> questions = step.claimQuestions(now, lease, BATCH);
    questions.forEach(question -> inTime(lease, () -> push(question)));
    List<OktaFactor> enrolments = step.claim(now, lease, BATCH);
    enrolments.forEach(factor -> inTime(lease, () -> enrol(factor)));
    List<OktaFactor> resets = step.claimResets(now, lease, BATCH);
    resets.forEach(factor -> inTime(lease, () -> reset(factor)));
    return questions.size() + enrolments.size() + resets.size();
  }

  /** Else it is due again when the lease is over. */
  private void inTime(Instant lease, Runnable talk) {
    if (now().plus(MOST_FOR_ONE).isBefore(lease)) {
      talk.run();
    }
  }

  private void push(OktaQuestion question) {
    Optional<OktaFactor> factor = step.find(question.factor());
    if (factor.isEmpty() || factor.get().user().isEmpty() || factor.get().id().isEmpty()) {
      step.save(question.failed(REFUSED));
      return;
    }
    String user = factor.get().user().get();
    String id = factor.get().id().get();
    try {
      if (step.open(question, now()).isEmpty()) {
        question.transaction().ifPresent(sent -> okta.cancel(user, id, sent));
        step.save(question.quiet());
        return;
      }
      OktaReply<OktaPush> reply =
          question
              .transaction()
              .map(sent -> okta.poll(user, id, sent))
              .orElseGet(() -> okta.push(user, id, question.origin()));
      reply
          .value()
          .ifPresentOrElse(push -> hear(question, push), () -> step.save(question.failed(REFUSED)));
    } catch (OktaUnavailableException outage) {
      log(outage);
      step.save(
          question.attempts() + 1 >= PATIENCE
              ? question.failed(PROVIDER_DOWN)
              : question.later(next(outage, question.attempts())));
    }
  }

  /** A push that nobody could compare with the page is no proof (NIST SP 800-63B-4 §3.1.3). */
  private void hear(OktaQuestion question, OktaPush push) {
    OktaQuestion seen = question.sent(push, now().plus(BETWEEN_LOOKS));
    switch (push.answer()) {
      case WAITING -> step.save(seen);
      case APPROVED -> {
        if (seen.number().isPresent()) {
          step.answered(seen, ChallengeStatus.APPROVED, now());
        } else {
          step.answered(seen, ChallengeStatus.ENDED, now());
          step.save(seen.failed(NO_NUMBER));
        }
      }
      case REJECTED -> step.answered(seen, ChallengeStatus.DENIED, now());
      case OVER -> step.answered(seen, ChallengeStatus.ENDED, now());
    }
  }

  private void enrol(OktaFactor factor) {
    if (!step.wanted(factor.factor(), now())) {
      step.save(factor.quiet());
      return;
    }
    try {
      step.save(factor.step() == OktaFactor.Step.WANTED ? begin(factor) : look(factor));
    } catch (OktaUnavailableException outage) {
      log(outage);
      step.save(
          factor.attempts() + 1 >= PATIENCE && factor.step() == OktaFactor.Step.WANTED
              ? factor.failed(PROVIDER_DOWN)
              : factor.later(next(outage, factor.attempts())));
    }
  }

  /** Who has Okta Verify already goes on using it; else it is enrolled. */
  private OktaFactor begin(OktaFactor factor) {
    Optional<String> user = okta.user(factor.login()).value();
    if (user.isEmpty()) {
      return factor.failed(NO_USER);
    }
    Optional<String> known = okta.pushFactor(user.get()).value();
    if (known.isPresent()) {
      return factor.found(user.get(), known.get());
    }
    return okta.enrol(user.get())
        .value()
        .map(begun -> progress(factor, user.get(), begun))
        .orElseGet(() -> factor.failed(REFUSED));
  }

  private OktaFactor look(OktaFactor factor) {
    String user = factor.user().orElseThrow();
    return okta.activation(user, factor.id().orElseThrow())
        .value()
        .map(begun -> progress(factor, user, begun))
        .orElseGet(() -> factor.failed(REFUSED));
  }

  private OktaFactor progress(OktaFactor factor, String user, OktaActivation begun) {
    OktaFactor scanning =
        factor.scanning(
            user,
            begun.factor(),
            begun.picture().map(picture -> step.seal(factor.factor(), picture)),
            now().plus(BETWEEN_LOOKS));
    return begun.state() == OktaActivation.State.ACTIVE
        ? scanning.found(user, begun.factor())
        : scanning;
  }

  private void reset(OktaFactor factor) {
    try {
      okta.reset(factor.user().orElseThrow(), factor.id().orElseThrow());
      step.reset(factor);
    } catch (OktaUnavailableException outage) {
      log(outage);
      step.save(factor.later(next(outage, factor.attempts())));
    }
  }

  /** When Okta says so; else after a wait that doubles from a second to an hour. */
  private Instant next(OktaUnavailableException outage, int attempts) {
    Instant now = now();
    Duration doubled = SHORTEST_WAIT.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
    Instant latest = now.plus(LONGEST_WAIT);
    Instant wanted = outage.retryAt().filter(now::isBefore).orElse(now.plus(doubled));
    return Moments.storable(wanted.isAfter(latest) ? latest : wanted);
  }

  private Instant now() {
    return Moments.storable(clock.instant());
  }

  private static void log(OktaUnavailableException outage) {
    LOG.log(Level.WARNING, "Okta cannot be reached: " + outage.getMessage());
  }
}
