package org.sparekey.application.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.signin.SignInHouse.HOME;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sparekey.application.adapter.okta.OktaForTests;
import org.sparekey.application.enrolment.AskOktaEnrolment;
import org.sparekey.application.enrolment.BeginOktaEnrolment;
import org.sparekey.application.enrolment.BeginOutcome;
import org.sparekey.application.enrolment.BindOutcome;
import org.sparekey.application.enrolment.ConfirmOktaEnrolment;
import org.sparekey.application.enrolment.EnrolmentRefusal;
import org.sparekey.application.enrolment.OktaEnrolmentView;
import org.sparekey.application.enrolment.RemoveOwnFactor;
import org.sparekey.application.enrolment.ShowOktaEnrolment;
import org.sparekey.application.signin.AnswerChallenge;
import org.sparekey.application.signin.AskFactor;
import org.sparekey.application.signin.AskResult;
import org.sparekey.application.signin.ChallengeOutcome;
import org.sparekey.application.signin.ChallengeRefusal;
import org.sparekey.application.signin.DescribeQuestion;
import org.sparekey.application.signin.FactorAnswer;
import org.sparekey.application.signin.OktaMethod;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SignInHouse;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.shared.FactorId;

/** Push with Okta Verify, against an Okta on the loopback. */
class SignInWithOktaVerifyTest {

  private final SignInHouse house = new SignInHouse();
  private final OktaForTests okta = new OktaForTests();
  private final String user = okta.user("ada@example.org");

  SignInWithOktaVerifyTest() throws IOException {}

  @BeforeEach
  void configure() {
    house.memory.oktaService.use(okta.client());
  }

  @AfterEach
  void close() {
    okta.close();
  }

  @Test
  void oktaVerifyIsScannedProvedAndSignsIn() {
    SessionView session = house.fullSession(house.ada, house.phone);
    FactorId factor = begun(session);
    talk();
    assertThat(shown(session).state()).isEqualTo("scanning");
    assertThat(shown(session).picture()).contains(OktaForTests.picture());
    okta.scanned(atOkta(factor));
    talk();
    assertThat(shown(session).state()).isEqualTo("found");
    assertThat(shown(session).picture()).isEmpty();

    prove(session);
    assertThat(confirm(session, factor)).isInstanceOf(BindOutcome.Bound.class);

    SessionView half = house.halfSignedIn(house.ada);
    ask(half, factor);
    assertThat(refusal(answer(half, factor))).contains(ChallengeRefusal.WAITING);
    talk();
    assertThat(prompted(half, factor, OktaMethod.NUMBER)).contains("72");
    assertThat(refusal(answer(half, factor))).contains(ChallengeRefusal.WAITING);
    okta.answerPushes("SUCCESS");
    talk();
    assertThat(answer(half, factor)).isInstanceOf(ChallengeOutcome.SignedIn.class);
    assertThat(house.memory.factors.find(factor).flatMap(Factor::asActive).orElseThrow())
        .extracting(Factor.Active::lastUsedAt)
        .isEqualTo(Optional.of(house.memory.clock.instant()));
  }

  @Test
  void anApprovalIsGoodOnceAndForItsOwnSession() {
    FactorId factor = bound();
    SessionView half = house.halfSignedIn(house.ada);
    SessionView other = house.halfSignedIn(house.ada);
    ask(half, factor);
    talk();
    okta.answerPushes("SUCCESS");
    talk();

    assertThat(refusal(answer(other, factor))).contains(ChallengeRefusal.EXPIRED);
    assertThat(answer(half, factor)).isInstanceOf(ChallengeOutcome.SignedIn.class);
    assertThat(refusal(answer(half, factor))).contains(ChallengeRefusal.WRONG_STEP);
  }

  @Test
  void aNoOnThePhoneIsANo() {
    FactorId factor = bound();
    SessionView half = house.halfSignedIn(house.ada);
    ask(half, factor);
    talk();
    okta.answerPushes("REJECTED");
    talk();

    assertThat(refusal(answer(half, factor))).contains(ChallengeRefusal.DENIED);
    assertThat(refusal(answer(half, factor))).contains(ChallengeRefusal.EXPIRED);
  }

  /** NIST SP 800-63B-4 §3.1.3: approve or deny alone is not acceptable. */
  @Test
  void anApprovalWithoutANumberIsNone() {
    FactorId factor = bound();
    okta.withoutNumbers();
    SessionView half = house.halfSignedIn(house.ada);
    ask(half, factor);
    talk();
    okta.answerPushes("SUCCESS");
    talk();

    assertThat(refusal(answer(half, factor))).contains(ChallengeRefusal.PROVIDER_DOWN);
    assertThat(prompted(half, factor, OktaMethod.FAILURE)).contains("okta-no-number");
  }

  /** Attacks row 8. */
  @Test
  void pushesAreLimitedUntilOneIsApproved() {
    FactorId factor = bound();
    SessionView half = house.halfSignedIn(house.ada);
    ask(half, factor);
    ask(half, factor);
    ask(half, factor);

    assertThat(asked(half, factor))
        .isInstanceOfSatisfying(
            AskResult.Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(ChallengeRefusal.BUDGET_SPENT);
              assertThat(refused.retryAt()).isPresent();
            });
  }

  @Test
  void anEarlierPushIsTakenBackWhenAnotherIsSent() {
    FactorId factor = bound();
    SessionView half = house.halfSignedIn(house.ada);
    ask(half, factor);
    talk();
    ask(half, factor);
    talk();

    assertThat(okta.requests).anyMatch(request -> request.method().equals("DELETE"));
  }

  /** Attacks row 34: an outage is said, and nothing is skipped. */
  @Test
  void anOutageIsSaidAfterAFewTries() {
    FactorId factor = bound();
    okta.fail(503, "E0000010", null);
    SessionView half = house.halfSignedIn(house.ada);
    ask(half, factor);
    for (int i = 0; i < TalkToOkta.PATIENCE; i++) {
      assertThat(refusal(answer(half, factor))).contains(ChallengeRefusal.WAITING);
      talk();
    }

    assertThat(refusal(answer(half, factor))).contains(ChallengeRefusal.PROVIDER_DOWN);
    assertThat(prompted(half, factor, OktaMethod.FAILURE)).contains("provider-down");
  }

  @Test
  void whoHasOktaVerifyAlreadyProvesItByAPush() {
    String there = okta.factor(user);
    SessionView session = house.fullSession(house.ada, house.phone);
    FactorId factor = begun(session);
    talk();
    assertThat(shown(session).state()).isEqualTo("found");
    assertThat(confirm(session, factor))
        .isEqualTo(new BindOutcome.Refused(EnrolmentRefusal.NO_ENROLMENT, Optional.empty()));

    prove(session);

    assertThat(confirm(session, factor)).isInstanceOf(BindOutcome.Bound.class);
    assertThat(atOkta(factor)).isEqualTo(there);
  }

  @Test
  void whoHasNoUserAtOktaIsTold() {
    SessionView session =
        house
            .resume(
                SignInHouse.token(house.password("grace@example.org", SignInHouse.PASSWORD, HOME)))
            .orElseThrow();
    begun(session);
    talk();

    assertThat(shown(session).failure()).contains("okta-no-user");
  }

  @Test
  void withoutOktaNothingBegins() {
    SignInHouse alone = new SignInHouse();
    SessionView session = alone.fullSession(alone.ada, alone.phone);

    assertThat(alone.get(BeginOktaEnrolment.class).begin(session, HOME))
        .isEqualTo(new BeginOutcome.Refused(EnrolmentRefusal.PROVIDER_DOWN));
    assertThat(alone.get(TalkToOkta.class).run()).isZero();
  }

  @Test
  void whatARecoveryEndsIsEndedAtOktaHoweverLongItTakes() {
    okta.factor(user);
    FactorId factor = bound();
    house.memory.factors.save(
        house
            .memory
            .factors
            .find(factor)
            .flatMap(Factor::asActive)
            .orElseThrow()
            .revoke(RevocationReason.REPLACED_BY_RESET, house.now()));
    okta.fail(429, "E0000047", Long.toString(house.now().plusSeconds(600).getEpochSecond()));
    talk();
    okta.recover();
    talk();
    assertThat(okta.has(atOkta(factor))).as("Okta said when to come back").isTrue();
    house.pass(Duration.ofMinutes(10));
    talk();

    assertThat(okta.has(atOkta(factor))).isFalse();
    assertThat(house.lastEntry().code()).isEqualTo(AuditCode.FACTOR_RESET_AT_OKTA);
    int before = okta.requests.size();
    talk();
    assertThat(okta.requests).hasSize(before);
  }

  @Test
  void whatItsOwnerRemovesGoesOnAtOktaUnlessItCameFromHere() {
    String there = okta.factor(user);
    FactorId factor = bound();
    SessionView session = house.fullSession(house.ada, house.phone);
    house.get(RemoveOwnFactor.class).remove(session, factor, HOME);
    talk();

    assertThat(okta.has(there)).isTrue();
  }

  /** Bound in a session of its own. */
  private FactorId bound() {
    SessionView session = house.fullSession(house.ada, house.phone);
    FactorId factor = begun(session);
    talk();
    if (shown(session).state().equals("scanning")) {
      okta.scanned(atOkta(factor));
      talk();
    }
    prove(session);
    assertThat(confirm(session, factor)).isInstanceOf(BindOutcome.Bound.class);
    return factor;
  }

  private FactorId begun(SessionView session) {
    return house
        .get(BeginOktaEnrolment.class)
        .begin(session, HOME)
        .fold(
            begun -> begun.id(),
            refused -> {
              throw new AssertionError("refused: " + refused);
            });
  }

  private OktaEnrolmentView shown(SessionView session) {
    return house.get(ShowOktaEnrolment.class).show(session).orElseThrow();
  }

  private void prove(SessionView session) {
    assertThat(house.get(AskOktaEnrolment.class).ask(session, HOME)).isEmpty();
    talk();
    assertThat(shown(session).number()).contains("72");
    okta.answerPushes("SUCCESS");
    talk();
    assertThat(shown(session).state()).isEqualTo("approved");
  }

  private BindOutcome confirm(SessionView session, FactorId factor) {
    return house.get(ConfirmOktaEnrolment.class).confirm(session, factor, "Pixel 8", HOME);
  }

  /** The worker, when everything that it put off is due. */
  private void talk() {
    house.pass(Duration.ofSeconds(5));
    house.get(TalkToOkta.class).run();
  }

  private String atOkta(FactorId factor) {
    return house.memory.okta.find(factor).orElseThrow().id().orElseThrow();
  }

  private AskResult asked(SessionView view, FactorId factor) {
    return house.get(AskFactor.class).ask(view, factor, HOME, Optional.empty());
  }

  private void ask(SessionView view, FactorId factor) {
    assertThat(asked(view, factor)).isInstanceOf(AskResult.Asked.class);
  }

  private ChallengeOutcome answer(SessionView view, FactorId factor) {
    return house
        .get(AnswerChallenge.class)
        .answer(view, factor, new FactorAnswer.Waited(), HOME, Optional.empty(), false);
  }

  private Optional<String> prompted(SessionView view, FactorId factor, String key) {
    return house
        .get(DescribeQuestion.class)
        .describe(view, factor, HOME)
        .map(question -> question.prompt().get(key));
  }

  private static Optional<ChallengeRefusal> refusal(ChallengeOutcome outcome) {
    return SignInHouse.refusal(outcome);
  }
}
