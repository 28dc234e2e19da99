package org.sparekey.application.authenticator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.authenticator.PhoneInHand.POCKET;
import static org.sparekey.application.signin.SignInHouse.ELSEWHERE;
import static org.sparekey.application.signin.SignInHouse.HOME;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sparekey.application.delivery.DeliverPushes;
import org.sparekey.application.enrolment.AllowOwnQuestions;
import org.sparekey.application.enrolment.BeginPushEnrolment;
import org.sparekey.application.enrolment.BindOutcome;
import org.sparekey.application.enrolment.ConfirmPushEnrolment;
import org.sparekey.application.enrolment.EnrolmentRefusal;
import org.sparekey.application.enrolment.PushEnrolmentView;
import org.sparekey.application.enrolment.RefusePhone;
import org.sparekey.application.enrolment.ShowPushEnrolment;
import org.sparekey.application.enrolment.ShowStoppedQuestions;
import org.sparekey.application.port.PushOutcome;
import org.sparekey.application.port.PushOutcome.Fate;
import org.sparekey.application.signin.AnswerChallenge;
import org.sparekey.application.signin.AskFactor;
import org.sparekey.application.signin.AskResult;
import org.sparekey.application.signin.ChallengeOutcome;
import org.sparekey.application.signin.ChallengeRefusal;
import org.sparekey.application.signin.DescribeQuestion;
import org.sparekey.application.signin.FactorAnswer;
import org.sparekey.application.signin.PushBudget;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SignInHouse;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** Sparekey's own authenticator, from the binding code to the signed answer. */
class AnswerOnThePhoneTest {

  private final SignInHouse house = new SignInHouse();
  private final PhoneInHand phone = new PhoneInHand(house);

  @Test
  void aPhoneIsBoundWhenItsOwnerSaysThatItIsHers() {
    SessionView view = house.fullSession(house.ada, house.phone);
    PushEnrolmentView shown = begun(view);
    assertThat(shown.link()).startsWith("https://keys.example.org/authenticator#bind=");
    assertThat(shown.codeText()).matches("([0-9A-Z]{4}-){5}[0-9A-Z]{4}");
    assertThat(shown.toString()).doesNotContain(shown.codeText());
    assertThat(confirm(view, shown.id())).contains(EnrolmentRefusal.WAITING);

    assertThat(house.get(LookAtBinding.class).look(shown.codeText(), POCKET))
        .isInstanceOf(AuthenticatorAnswer.Heard.class);
    phone.claim(code(shown));
    PushEnrolmentView claimed = show(view);
    assertThat(claimed.codeText() + claimed.link() + claimed.qrSvg()).isEmpty();
    assertThat(claimed.phone())
        .hasValueSatisfying(
            named -> {
              assertThat(named.browser()).isEqualTo("Chrome, Android");
              assertThat(named.sourceAddress()).isEqualTo("192.0.2.44");
            });
    assertThat(phone.heard().status()).isEqualTo("pending");

    assertThat(confirm(view, shown.id())).isEmpty();
    assertThat(phone.heard().status()).isEqualTo("active");
    assertThat(house.memory.outbox.messages("factor-bound")).isNotEmpty();
    assertThat(house.memory.audit.codes())
        .contains(AuditCode.ENROLMENT_BEGUN, AuditCode.PUSH_CLAIMED, AuditCode.FACTOR_BOUND);
  }

  @Test
  void theFirstFactorMayBeAPhone() {
    SessionView view = house.halfSignedIn(house.grace);
    PushEnrolmentView shown = begun(view);
    phone.claim(code(shown));

    assertThat(
            house
                .get(ConfirmPushEnrolment.class)
                .confirm(view, shown.id(), "Pixel 9", HOME)
                .<Boolean>fold(bound -> bound.newSessionToken().isPresent(), refused -> false))
        .isTrue();
  }

  @Test
  void row25ABindingCodeIsGoodOnceAndTenMinutes() {
    SessionView view = house.fullSession(house.ada, house.phone);
    PushEnrolmentView shown = begun(view);
    phone.claim(code(shown));
    assertThat(refusal(new PhoneInHand(house).claim(code(shown))))
        .contains(AuthenticatorRefusal.UNKNOWN_CODE);

    PushEnrolmentView late = begun(view);
    house.pass(Duration.ofMinutes(10));
    assertThat(refusal(new PhoneInHand(house).claim(code(late))))
        .contains(AuthenticatorRefusal.UNKNOWN_CODE);
    assertThat(refusal(phone.claim("0000 no code"))).contains(AuthenticatorRefusal.UNKNOWN_CODE);
  }

  @Test
  void row25APhoneThatIsNotTheOwnersIsForgotten() {
    SessionView view = house.fullSession(house.ada, house.phone);
    PushEnrolmentView shown = begun(view);
    phone.claim(code(shown));

    assertThat(house.get(RefusePhone.class).refuse(view, HOME)).isTrue();
    assertThat(refusal(phone.hear())).contains(AuthenticatorRefusal.UNKNOWN_DEVICE);
    assertThat(confirm(view, shown.id())).contains(EnrolmentRefusal.NO_ENROLMENT);
    assertThat(house.memory.audit.codes()).contains(AuditCode.PUSH_CLAIM_REFUSED);
  }

  @Test
  void row25AnotherSessionCannotConfirmThePhone() {
    SessionView mine = house.fullSession(house.ada, house.phone);
    PushEnrolmentView shown = begun(mine);
    phone.claim(code(shown));
    SessionView other = house.fullSession(house.ada, house.phone);

    assertThat(confirm(other, shown.id())).contains(EnrolmentRefusal.NO_ENROLMENT);
  }

  @Test
  void aCodeThatIsNotSignedWithTheKeyIsNotTaken() {
    PushEnrolmentView shown = begun(house.fullSession(house.ada, house.phone));
    PhoneInHand other = new PhoneInHand(house);

    assertThat(
            refusal(
                house
                    .get(ClaimBinding.class)
                    .claim(
                        code(shown),
                        phone.publicKey(),
                        other.sign("claim", code(shown), phone.publicKey()),
                        POCKET)))
        .contains(AuthenticatorRefusal.BAD_KEY);
    assertThat(phone.claim(code(shown))).isInstanceOf(AuthenticatorAnswer.Heard.class);
  }

  @Test
  void theNumberOnThePageSignsIn() {
    FactorId bound = bind();
    SessionView half = house.halfSignedIn(house.ada);
    String number = ask(half, bound);
    assertThat(answered(half, bound)).contains(ChallengeRefusal.WAITING);
    PhoneView.Asked asked = phone.asked();
    assertThat(asked.browser()).isEmpty();
    assertThat(asked.sourceAddress()).isEqualTo(HOME.sourceAddress());
    assertThat(asked.purpose()).isEqualTo("sign-in");

    assertThat(phone.say("approve", number)).isInstanceOf(AuthenticatorAnswer.Heard.class);

    assertThat(phone.heard().questions()).isEmpty();
    assertThat(prompt(half, bound)).as("the number is over").isEmpty();
    assertThat(answered(half, bound)).isEmpty();
    assertThat(house.memory.audit.codes())
        .containsSubsequence(
            AuditCode.FACTOR_ASKED, AuditCode.PUSH_ANSWERED, AuditCode.SESSION_STARTED);
  }

  @Test
  void anotherNumberOpensNothingAndIsCounted() {
    FactorId bound = bind();
    SessionView half = house.halfSignedIn(house.ada);
    String number = ask(half, bound);
    String wrong = number.equals("000000") ? "111111" : "000000";

    assertThat(refusal(phone.say("approve", wrong))).contains(AuthenticatorRefusal.WRONG_NUMBER);
    assertThat(refusal(phone.say("approve", "12 345")))
        .contains(AuthenticatorRefusal.MALFORMED_ANSWER);
    assertThat(refusal(phone.say("approve", ""))).contains(AuthenticatorRefusal.MALFORMED_ANSWER);
    assertThat(refusal(phone.say("maybe", number))).contains(AuthenticatorRefusal.MALFORMED_ANSWER);
    assertThat(answered(half, bound)).contains(ChallengeRefusal.WAITING);
    phone.say("approve", wrong);
    phone.say("approve", wrong);
    assertThat(refusal(phone.say("approve", number))).contains(AuthenticatorRefusal.THROTTLED);
    house.pass(Duration.ofMinutes(1));
    assertThat(phone.say("approve", number)).isInstanceOf(AuthenticatorAnswer.Heard.class);
  }

  @Test
  void row10AnAnswerIsHeardOnceAndTakenUpOnce() {
    FactorId bound = bind();
    SessionView half = house.halfSignedIn(house.ada);
    String number = ask(half, bound);
    PhoneView.Asked asked = phone.asked();
    PhoneAnswer answer = phone.answer(asked.id(), "sign-in", "approve", number);
    phone.say(answer);

    assertThat(refusal(phone.say(answer))).contains(AuthenticatorRefusal.NOT_ASKED);
    SessionView other = house.halfSignedIn(house.ada);
    assertThat(answered(other, bound)).contains(ChallengeRefusal.EXPIRED);
    assertThat(answered(half, bound)).isEmpty();
  }

  @Test
  void row24ASignatureIsForOneQuestionOneDecisionAndOnePurpose() {
    FactorId bound = bind();
    SessionView half = house.halfSignedIn(house.ada);
    String number = ask(half, bound);
    PhoneView.Asked asked = phone.asked();
    PhoneAnswer good = phone.answer(asked.id(), "sign-in", "approve", number);
    SessionView second = house.halfSignedIn(house.ada);
    ask(second, bound);
    String other = phone.heard().questions().get(1).id().toString();

    assertThat(
            refusal(
                phone.say(
                    new PhoneAnswer(
                        good.device(),
                        other,
                        good.decision(),
                        good.number(),
                        good.time(),
                        good.signature()))))
        .contains(AuthenticatorRefusal.UNKNOWN_DEVICE);
    assertThat(refusal(phone.say(phone.answer(asked.id(), "confirm", "approve", number))))
        .contains(AuthenticatorRefusal.UNKNOWN_DEVICE);
    assertThat(
            refusal(
                phone.say(
                    new PhoneAnswer(
                        good.device(),
                        good.challenge(),
                        "mistake",
                        good.number(),
                        good.time(),
                        good.signature()))))
        .contains(AuthenticatorRefusal.UNKNOWN_DEVICE);
    assertThat(answered(half, bound)).contains(ChallengeRefusal.WAITING);
  }

  @Test
  void row24AnApprovedConfirmationDoesNotSignIn() {
    FactorId bound = bind();
    SessionView full = house.fullSession(house.ada, house.phone);
    String number = number(ask(full, bound, HOME));
    phone.say("approve", number);

    assertThat(answered(house.halfSignedIn(house.ada), bound)).contains(ChallengeRefusal.EXPIRED);
  }

  @Test
  void row8MyMistakeDeclinesAndNothingMore() {
    FactorId bound = bind();
    SessionView half = house.halfSignedIn(house.ada);
    ask(half, bound);

    phone.say("mistake", "");

    assertThat(answered(half, bound)).contains(ChallengeRefusal.DENIED);
    assertThat(phone.heard().stopped()).isFalse();
    assertThat(house.memory.outbox.messages("push-not-me")).isEmpty();
    assertThat(ask(half, bound)).hasSize(6);
  }

  @Test
  void row8NotMeStopsAllQuestionsAndRaisesTheAlarm() {
    FactorId bound = bind();
    SessionView half = house.halfSignedIn(house.ada);
    ask(half, bound);
    SessionView second = house.halfSignedIn(house.ada);
    ask(second, bound);

    phone.say("not-me", "");

    assertThat(answered(half, bound)).contains(ChallengeRefusal.DENIED);
    assertThat(answered(second, bound)).contains(ChallengeRefusal.DENIED);
    assertThat(phone.heard().stopped()).isTrue();
    assertThat(refused(ask(half, bound, HOME))).contains(ChallengeRefusal.STOPPED);
    assertThat(house.memory.outbox.messages("push-not-me"))
        .singleElement()
        .satisfies(mail -> assertThat(mail.body().revealText()).contains(HOME.sourceAddress()));
    assertThat(house.memory.audit.codes()).contains(AuditCode.PUSH_STOPPED);

    assertThat(phone.allow()).isInstanceOf(AuthenticatorAnswer.Heard.class);
    assertThat(phone.heard().stopped()).isFalse();
    assertThat(ask(half, bound)).hasSize(6);
    assertThat(house.memory.audit.codes()).contains(AuditCode.PUSH_ALLOWED);
    assertThat(house.memory.outbox.messages("push-allowed")).hasSize(1);
  }

  @Test
  void row8TheOwnerAllowsQuestionsFromASession() {
    FactorId bound = bind();
    SessionView half = house.halfSignedIn(house.ada);
    ask(half, bound);
    phone.say("not-me", "");
    AllowOwnQuestions allow = house.get(AllowOwnQuestions.class);
    Secret token = house.signIn(house.ada, house.phone).sessionToken();
    house.pass(Duration.ofMinutes(11));

    assertThat(allow.allow(half, HOME)).contains(EnrolmentRefusal.WRONG_STEP);
    assertThat(allow.allow(house.resume(token).orElseThrow(), HOME))
        .contains(EnrolmentRefusal.NEEDS_CONFIRMATION);
    assertThat(phone.heard().stopped()).isTrue();
    SessionView full = house.fullSession(house.ada, house.phone);
    assertThat(house.get(ShowStoppedQuestions.class).since(half)).isEmpty();
    assertThat(house.get(ShowStoppedQuestions.class).since(full)).isPresent();

    assertThat(allow.allow(full, HOME)).isEmpty();

    assertThat(house.lastEntry().code()).isEqualTo(AuditCode.PUSH_ALLOWED);
    assertThat(house.memory.outbox.messages("push-allowed")).hasSize(1);
    assertThat(phone.heard().stopped()).isFalse();
    assertThat(house.get(ShowStoppedQuestions.class).since(full)).isEmpty();
    assertThat(ask(house.halfSignedIn(house.ada), bound)).hasSize(6);
    assertThat(allow.allow(full, HOME)).as("again is no act").isEmpty();
    assertThat(house.memory.outbox.messages("push-allowed")).hasSize(1);
  }

  @Test
  void row8NotMeTakesBackAnApproval() {
    FactorId bound = bind();
    SessionView half = house.halfSignedIn(house.ada);
    String number = ask(half, bound);
    PhoneView.Asked asked = phone.asked();
    phone.say("approve", number);

    phone.say(phone.answer(asked.id(), "sign-in", "not-me", ""));

    assertThat(answered(half, bound)).contains(ChallengeRefusal.DENIED);
    assertThat(refusal(phone.say(phone.answer(asked.id(), "sign-in", "not-me", ""))))
        .as("once")
        .contains(AuthenticatorRefusal.NOT_ASKED);
  }

  @Test
  void row8QuestionsHaveABudgetThatASuccessRestores() {
    FactorId bound = bind();
    SessionView half = house.halfSignedIn(house.ada);
    ask(half, bound);
    ask(half, bound);
    ask(half, bound);
    assertThat(refused(ask(half, bound, HOME))).contains(ChallengeRefusal.BUDGET_SPENT);
    for (int i = 3; i < PushBudget.MOST; i++) {
      house.pass(Duration.ofHours(1));
      ask(house.halfSignedIn(house.ada), bound);
    }
    house.pass(Duration.ofDays(2));
    assertThat(refused(ask(house.halfSignedIn(house.ada), bound, HOME)))
        .contains(ChallengeRefusal.BUDGET_SPENT);

    house.signIn(house.ada, house.phone);

    assertThat(ask(house.halfSignedIn(house.ada), bound)).hasSize(6);
  }

  @Test
  void row15StrangersDoNotUseUpTheBudgetOfAKnownBrowser() {
    FactorId bound = bind();
    ChallengeOutcome.SignedIn known = house.signIn(house.ada, house.phone);
    for (int i = 0; i < 3; i++) {
      ask(house.halfSignedIn(house.ada), bound, ELSEWHERE);
    }
    assertThat(refused(ask(house.halfSignedIn(house.ada), bound, ELSEWHERE)))
        .contains(ChallengeRefusal.BUDGET_SPENT);

    assertThat(
            refused(
                house
                    .get(AskFactor.class)
                    .ask(house.halfSignedIn(house.ada), bound, HOME, known.newBrowserToken())))
        .isEmpty();
  }

  @Test
  void aQuestionIsOverAfterFiveMinutes() {
    FactorId bound = bind();
    SessionView half = house.halfSignedIn(house.ada);
    String number = ask(half, bound);
    PhoneView.Asked asked = phone.asked();
    house.pass(Duration.ofMinutes(5));

    assertThat(phone.heard().questions()).isEmpty();
    assertThat(refusal(phone.say(phone.answer(asked.id(), asked.purpose(), "approve", number))))
        .contains(AuthenticatorRefusal.NOT_ASKED);
    assertThat(answered(half, bound)).contains(ChallengeRefusal.EXPIRED);
  }

  @Test
  void aNewQuestionOfTheSamePageReplacesTheOld() {
    FactorId bound = bind();
    SessionView half = house.halfSignedIn(house.ada);
    String first = ask(half, bound);
    PhoneView.Asked asked = phone.asked();
    ask(half, bound);

    assertThat(phone.heard().questions()).hasSize(1);
    assertThat(refusal(phone.say(phone.answer(asked.id(), "sign-in", "approve", first))))
        .contains(AuthenticatorRefusal.NOT_ASKED);
  }

  @Test
  void whatIsSignedIsFresh() {
    bind();
    String nonce = house.get(OpenAuthenticator.class).open().nonce();
    assertThat(phone.hear(nonce)).isInstanceOf(AuthenticatorAnswer.Heard.class);
    house.pass(DeviceNonces.FRESH);

    assertThat(refusal(phone.hear(nonce))).contains(AuthenticatorRefusal.STALE_NONCE);
    assertThat(refusal(phone.hear("1." + "0".repeat(64))))
        .contains(AuthenticatorRefusal.STALE_NONCE);
    assertThat(refusal(phone.hear("nonsense"))).contains(AuthenticatorRefusal.STALE_NONCE);
  }

  @Test
  void aPushWakesThePhoneInTheOwnersLanguageWithoutTheNumber() {
    FactorId bound = bind();
    phone.hearPushesAt("https://push.example/1", "A".repeat(22));
    String number = ask(house.halfSignedIn(house.ada), bound);

    assertThat(house.get(DeliverPushes.class).run()).isOne();

    assertThat(house.memory.pushService.sent())
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.content())
                  .startsWith("Is it you? Example keys\n")
                  .contains(HOME.sourceAddress())
                  .contains(phone.asked().id().toString())
                  .doesNotContain(number);
              assertThat(sent.goodFor()).isEqualTo(Duration.ofMinutes(5));
            });
    assertThat(house.memory.pushOutbox.waiting()).isEmpty();
    assertThat(house.memory.audit.codes()).contains(AuditCode.NOTICE_DELIVERED);
    assertThat(house.ada.language()).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void row34AQuestionIsTriedAgainWhileItIsOpenAndDroppedAfterwards() {
    FactorId bound = bind();
    phone.hearPushesAt("https://push.example/1", "A".repeat(22));
    SessionView half = house.halfSignedIn(house.ada);
    String number = ask(half, bound);
    house.memory.pushService.answers(
        new PushOutcome(Fate.LATER, "status 429", Optional.of(Duration.ofSeconds(40))));
    house.get(DeliverPushes.class).run();
    house.pass(Duration.ofSeconds(39));
    assertThat(house.get(DeliverPushes.class).run()).isZero();
    house.pass(Duration.ofSeconds(1));
    assertThat(house.get(DeliverPushes.class).run()).isOne();
    assertThat(phone.say("approve", number))
        .as("the live connection does without")
        .isInstanceOf(AuthenticatorAnswer.Heard.class);
    house.pass(Duration.ofMinutes(2));
    house.get(DeliverPushes.class).run();

    assertThat(house.memory.pushService.sent()).as("answered: nobody is woken").hasSize(2);
    assertThat(house.memory.pushOutbox.waiting()).isEmpty();
  }

  @Test
  void anAddressThatIsGoneIsForgotten() {
    FactorId bound = bind();
    phone.hearPushesAt("https://push.example/1", "A".repeat(22));
    assertThat(phone.heard().subscribed()).isTrue();
    ask(house.halfSignedIn(house.ada), bound);
    house.memory.pushService.answers(PushOutcome.of(Fate.GONE, "status 410"));
    house.get(DeliverPushes.class).run();

    assertThat(phone.heard().subscribed()).isFalse();
    assertThat(house.memory.pushOutbox.waiting()).isEmpty();
    assertThat(ask(house.halfSignedIn(house.ada), bound)).hasSize(6);
    assertThat(house.get(DeliverPushes.class).run()).isZero();
  }

  @Test
  void aPhoneDoesNotChooseWhereTheServerKnocks() {
    bind();
    assertThat(refusal(phone.hearPushesAt("https://10.0.0.7/", "A".repeat(22))))
        .contains(AuthenticatorRefusal.BAD_PUSH_ADDRESS);
    assertThat(refusal(phone.hearPushesAt("no address at all", "A".repeat(22))))
        .contains(AuthenticatorRefusal.BAD_PUSH_ADDRESS);
    assertThat(refusal(phone.hearPushesAt("https://push.example/1", "short")))
        .contains(AuthenticatorRefusal.BAD_PUSH_ADDRESS);
    assertThat(phone.heard().subscribed()).isFalse();
  }

  private FactorId bind() {
    SessionView view = house.fullSession(house.ada, house.phone);
    PushEnrolmentView shown = begun(view);
    phone.claim(code(shown));
    assertThat(confirm(view, shown.id())).isEmpty();
    return shown.id();
  }

  private PushEnrolmentView begun(SessionView view) {
    house
        .get(BeginPushEnrolment.class)
        .begin(view, HOME)
        .fold(
            begun -> begun,
            refused -> {
              throw new AssertionError("refused: " + refused);
            });
    return show(view);
  }

  private PushEnrolmentView show(SessionView view) {
    return house.get(ShowPushEnrolment.class).show(view).orElseThrow();
  }

  private static String code(PushEnrolmentView shown) {
    return shown.codeText().replace("-", "");
  }

  private Optional<EnrolmentRefusal> confirm(SessionView view, FactorId factor) {
    BindOutcome outcome =
        house.get(ConfirmPushEnrolment.class).confirm(view, factor, "Pixel 9", HOME);
    return outcome.fold(bound -> Optional.empty(), refused -> Optional.of(refused.reason()));
  }

  private AskResult ask(SessionView view, FactorId factor, Origin from) {
    return house.get(AskFactor.class).ask(view, factor, from, Optional.empty());
  }

  /** Asks, and reads the number from the page. */
  private String ask(SessionView view, FactorId factor) {
    return number(ask(view, factor, HOME));
  }

  private static String number(AskResult result) {
    return result.fold(
        asked -> asked.prompt().getOrDefault("number", ""),
        refused -> {
          throw new AssertionError("refused: " + refused);
        });
  }

  private Optional<String> prompt(SessionView view, FactorId factor) {
    return house
        .get(DescribeQuestion.class)
        .describe(view, factor, HOME)
        .flatMap(question -> Optional.ofNullable(question.prompt().get("number")));
  }

  private static Optional<ChallengeRefusal> refused(AskResult result) {
    return result.fold(asked -> Optional.empty(), refused -> Optional.of(refused.reason()));
  }

  private Optional<ChallengeRefusal> answered(SessionView view, FactorId factor) {
    return SignInHouse.refusal(
        house
            .get(AnswerChallenge.class)
            .answer(view, factor, new FactorAnswer.Waited(), HOME, Optional.empty(), false));
  }

  private static <T> Optional<AuthenticatorRefusal> refusal(AuthenticatorAnswer<T> answer) {
    return answer.fold(heard -> Optional.empty(), refused -> Optional.of(refused.reason()));
  }
}
