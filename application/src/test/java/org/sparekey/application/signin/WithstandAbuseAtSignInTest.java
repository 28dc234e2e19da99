package org.sparekey.application.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.signin.SignInHouse.ELSEWHERE;
import static org.sparekey.application.signin.SignInHouse.HOME;
import static org.sparekey.application.signin.SignInHouse.PASSWORD;
import static org.sparekey.application.signin.SignInHouse.refusal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.sparekey.application.port.RateLimit;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditEntry;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** The rows of the list of abuses that concern the sign-in. */
class WithstandAbuseAtSignInTest {

  private static final int THREADS = 16;

  private final SignInHouse house = new SignInHouse();

  @Test
  void row10ACodeIsTakenOnce() {
    String code = house.code(house.phone);
    SessionView first = house.halfSignedIn(house.ada);
    SessionView second = house.halfSignedIn(house.ada);

    assertThat(house.answer(first, house.phone, code))
        .isInstanceOf(ChallengeOutcome.SignedIn.class);
    assertThat(refusal(house.answer(second, house.phone, code)))
        .contains(ChallengeRefusal.REPLAYED_CODE);
    assertThat(house.lastEntry().code()).isEqualTo(AuditCode.FACTOR_REPLAYED);
  }

  @Test
  void row10ACodeIsTakenOnceAlsoWhenManyRequestsRace() throws Exception {
    List<SessionView> sessions = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      sessions.add(house.halfSignedIn(house.ada));
    }
    String code = house.code(house.phone);
    house.memory.throttles.clearSubject(house.phone.toString());

    List<ChallengeOutcome> outcomes =
        race(
            sessions.stream()
                .<Callable<ChallengeOutcome>>map(
                    view -> () -> house.answer(view, house.phone, code))
                .toList());

    assertThat(outcomes).filteredOn(ChallengeOutcome.SignedIn.class::isInstance).hasSize(1);
  }

  @Test
  void row13TheCounterOfAFactorGrowsAndSlowsDown() {
    SessionView half = house.halfSignedIn(house.ada);
    String wrong = house.wrongCode(house.phone);
    for (int i = 0; i < 3; i++) {
      assertThat(refusal(house.answer(half, house.phone, wrong)))
          .contains(ChallengeRefusal.WRONG_CODE);
    }

    ChallengeOutcome blocked = house.answer(half, house.phone, house.code(house.phone));

    assertThat(blocked)
        .isEqualTo(
            new ChallengeOutcome.Refused(
                ChallengeRefusal.THROTTLED, Optional.of(house.now().plusSeconds(30))));
    house.pass(Duration.ofSeconds(31));
    assertThat(house.answer(half, house.phone, house.code(house.phone)))
        .isInstanceOf(ChallengeOutcome.SignedIn.class);
  }

  @Test
  void row13ANewSignInDoesNotResetTheCounter() {
    String wrong = house.wrongCode(house.phone);
    for (int i = 0; i < 3; i++) {
      house.answer(house.halfSignedIn(house.ada), house.phone, wrong);
    }

    assertThat(
            refusal(
                house.answer(house.halfSignedIn(house.ada), house.phone, house.code(house.phone))))
        .contains(ChallengeRefusal.THROTTLED);
  }

  @Test
  void row13NoMoreGuessesRunAtTheSameTimeThanOneAfterTheOther() throws Exception {
    List<Callable<SignInOutcome>> guesses = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      String guess = "guess number " + i;
      guesses.add(() -> house.password("ada@example.org", guess, HOME));
    }

    race(guesses);

    assertThat(house.memory.hasher.checked()).isEqualTo(3);
  }

  @Test
  void row13AfterTenFailuresTheWaitIsHalfAnHourAtLeast() {
    for (int failures = 0; failures < 10; failures++) {
      assertThat(refusal(house.password("ada@example.org", "wrong", HOME)))
          .contains(SignInRefusal.WRONG);
      house.pass(Duration.ofHours(1));
    }
    house.password("ada@example.org", "wrong", HOME);
    house.pass(Duration.ofMinutes(29));

    assertThat(refusal(house.password("ada@example.org", PASSWORD, HOME)))
        .contains(SignInRefusal.THROTTLED);
  }

  @Test
  void row14OneSourceCannotTryManyAccounts() {
    for (int i = 0; i < RateLimit.FAILED_PROOFS_BY_SOURCE.capacity(); i++) {
      house.password("person" + i + "@example.org", "Summer2026!", ELSEWHERE);
    }

    assertThat(refusal(house.password("grace@example.org", PASSWORD, ELSEWHERE)))
        .contains(SignInRefusal.SOURCE_EXHAUSTED);
    assertThat(refusal(house.password("grace@example.org", PASSWORD, HOME))).isEmpty();
  }

  @Test
  void row14AnIpv6NetworkIsOneSource() {
    for (int i = 0; i < RateLimit.FAILED_PROOFS_BY_SOURCE.capacity(); i++) {
      Origin next = new Origin("2001:db8::" + Integer.toHexString(i), "curl", Optional.empty());
      house.password("person" + i + "@example.org", "Summer2026!", next);
    }

    assertThat(
            refusal(
                house.password(
                    "grace@example.org",
                    PASSWORD,
                    new Origin("2001:db8::ffff", "curl", Optional.empty()))))
        .contains(SignInRefusal.SOURCE_EXHAUSTED);
    assertThat(
            refusal(
                house.password(
                    "grace@example.org",
                    PASSWORD,
                    new Origin("2001:db8:0:1::1", "curl", Optional.empty()))))
        .isEmpty();
  }

  @Test
  void row15AStrangerDoesNotLockTheOwnerOutOfTheBrowserOfEveryDay() {
    Optional<Secret> browser = house.signIn(house.ada, house.phone).newBrowserToken();
    for (int i = 0; i < 60; i++) {
      house.password("ada@example.org", "wrong", ELSEWHERE);
      house.pass(Duration.ofHours(2));
    }

    assertThat(refusal(house.password("ada@example.org", PASSWORD, ELSEWHERE)))
        .contains(SignInRefusal.THROTTLED);
    assertThat(refusal(house.password("ada@example.org", PASSWORD, HOME, browser))).isEmpty();
  }

  @Test
  void row15WhenTheOwnerSignsInAsEveryDayTheOtherLanesAreOpenAgain() {
    Optional<Secret> browser = house.signIn(house.ada, house.phone).newBrowserToken();
    for (int i = 0; i < 60; i++) {
      house.password("ada@example.org", "wrong", ELSEWHERE);
      house.pass(Duration.ofHours(2));
    }

    assertThat(refusal(house.password("ada@example.org", PASSWORD, HOME, browser))).isEmpty();
    assertThat(refusal(house.password("ada@example.org", PASSWORD, ELSEWHERE))).isEmpty();
  }

  @Test
  void row15AStrangerSlowsTheOthersDownToOneAttemptADayAndNoFurther() {
    for (int i = 0; i < 60; i++) {
      house.password("ada@example.org", "wrong", ELSEWHERE);
      house.pass(Duration.ofHours(2));
    }
    house.pass(Duration.ofDays(1));

    assertThat(refusal(house.password("ada@example.org", PASSWORD, HOME))).isEmpty();
  }

  @Test
  void row15WhoSpendsTheBudgetOfEverybodyKeepsNoKnownBrowserOut() {
    Optional<Secret> browser = house.signIn(house.ada, house.phone).newBrowserToken();
    house.pass(Duration.ofSeconds(30));
    while (house.memory.rateLimits.trySpend(RateLimit.FAILED_PROOFS, "all")) {
      // all of it is gone
    }

    assertThat(refusal(house.password("ada@example.org", PASSWORD, HOME)))
        .contains(SignInRefusal.SOURCE_EXHAUSTED);
    SignInOutcome known = house.password("ada@example.org", PASSWORD, HOME, browser);
    SessionView half = house.resume(SignInHouse.token(known)).orElseThrow();
    assertThat(
            refusal(
                house
                    .get(AnswerChallenge.class)
                    .answer(
                        half,
                        house.phone,
                        new FactorAnswer.TypedCode(house.code(house.phone)),
                        HOME,
                        browser,
                        false)))
        .isEmpty();
  }

  @Test
  void row15ABrowserOfSomebodyElseIsNoLaneOfItsOwn() {
    Optional<Secret> browser = house.signIn(house.ada, house.phone).newBrowserToken();
    for (int i = 0; i < 3; i++) {
      house.password("grace@example.org", "wrong", ELSEWHERE);
    }

    assertThat(refusal(house.password("grace@example.org", PASSWORD, HOME, browser)))
        .contains(SignInRefusal.THROTTLED);
  }

  @Test
  void row16AnUnknownNameIsAnsweredLikeAWrongPassword() {
    for (int i = 0; i < 8; i++) {
      SignInOutcome known = house.password("ada@example.org", "wrong", HOME);
      SignInOutcome unknown = house.password("nobody@example.org", "wrong", HOME);
      SignInOutcome impossible = house.password("no body\u0000", "wrong", HOME);

      assertThat(unknown).isEqualTo(known);
      assertThat(impossible).isEqualTo(known);
      house.pass(Duration.ofSeconds(20));
    }
    assertThat(house.memory.hasher.wasted()).isEqualTo(2 * house.memory.hasher.checked());
    assertThat(house.memory.hasher.checked()).isPositive();
  }

  @Test
  void row16NothingIsSaidAboutFactorsBeforeThePassword() {
    assertThat(house.password("grace@example.org", "wrong", HOME))
        .isEqualTo(house.password("ada@example.org", "wrong", HOME));
  }

  @Test
  void row19AHalfSessionCanDoNothingElse() {
    SessionView half = house.halfSignedIn(house.ada);

    assertThat(house.get(RevokeOtherSessions.class).revoke(half, HOME)).isZero();
    assertThat(house.get(ForgetKnownBrowsers.class).forget(half, HOME)).isZero();
    assertThat(
            house
                .get(ConfirmItIsMe.class)
                .confirm(
                    half, Secret.ofText(PASSWORD), house.phone, house.typed(house.phone), HOME))
        .isEqualTo(new ConfirmationOutcome.Refused(ChallengeRefusal.WRONG_STEP, Optional.empty()));
  }

  @Test
  void row19AnEnrolmentSessionDoesNotAnswerAChallenge() {
    SessionView enrolling = house.halfSignedIn(house.grace);
    assertThat(enrolling.level()).isEqualTo(Session.Level.ENROLMENT);
    FactorId later = house.bindTotp(house.grace, "Phone");

    assertThat(refusal(house.answer(enrolling, later, house.code(later))))
        .contains(ChallengeRefusal.WRONG_STEP);
  }

  @Test
  void row20AViewOfAnEndedSessionIsWorthless() {
    SessionView half = house.halfSignedIn(house.ada);
    house.get(EndOwnSession.class).end(half, HOME);

    assertThat(refusal(house.answer(half, house.phone, house.code(house.phone))))
        .contains(ChallengeRefusal.WRONG_STEP);
  }

  @Test
  void row24TheCodeOfAForeignFactorIsWorthless() {
    FactorId hers = house.bindTotp(house.grace, "Her phone");

    assertThat(refusal(house.answer(house.halfSignedIn(house.ada), hers, house.code(hers))))
        .contains(ChallengeRefusal.UNKNOWN_FACTOR);
  }

  @Test
  void malformedAndAbsurdInputIsRefusedAndCostsTheOwnerNothing() {
    SessionView half = house.halfSignedIn(house.ada);
    for (String code : List.of("", "12345", "abcdef", "1".repeat(1_000_000), "１２３４５６")) {
      assertThat(refusal(house.answer(half, house.phone, code)))
          .contains(ChallengeRefusal.MALFORMED_CODE);
    }
    assertThat(house.answer(half, house.phone, house.code(house.phone)))
        .isInstanceOf(ChallengeOutcome.SignedIn.class);
    assertThat(refusal(house.password("a".repeat(1_000_000), "x", HOME)))
        .contains(SignInRefusal.WRONG);
    assertThat(refusal(house.password("grace@example.org", "x".repeat(1_000_000), HOME)))
        .contains(SignInRefusal.WRONG);
    assertThat(house.resume(Secret.ofText("x".repeat(1_000_000)))).isEmpty();
    assertThat(house.resume(Secret.ofText(""))).isEmpty();
  }

  @Test
  void row31NothingThatIsKeptGivesASecretAway() {
    Secret token = house.signIn(house.ada, house.phone).sessionToken();
    house.password("ada@example.org", "a wrong password of mine", HOME);

    SessionView view = house.resume(token).orElseThrow();
    assertThat(house.memory.sessions.find(view.id()).orElseThrow().toString())
        .doesNotContain(token.revealText());
    assertThat(house.memory.audit.entries())
        .extracting(AuditEntry::toString)
        .noneMatch(entry -> entry.contains("a wrong password") || entry.contains(PASSWORD))
        .noneMatch(entry -> entry.contains(house.code(house.phone)))
        .noneMatch(entry -> entry.contains(token.revealText()));
  }

  private static <T> List<T> race(List<Callable<T>> acts) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(acts.size());
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> act : acts) {
        futures.add(
            threads.submit(
                () -> {
                  start.await();
                  return act.call();
                }));
      }
      start.countDown();
      List<T> outcomes = new ArrayList<>();
      for (Future<T> future : futures) {
        outcomes.add(future.get());
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }
}
