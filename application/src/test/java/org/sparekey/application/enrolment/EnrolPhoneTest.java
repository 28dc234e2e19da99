package org.sparekey.application.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sparekey.application.delivery.DeliverToPhones;
import org.sparekey.application.memory.Memory;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.signin.AnswerChallenge;
import org.sparekey.application.signin.AskFactor;
import org.sparekey.application.signin.AskResult;
import org.sparekey.application.signin.ChallengeOutcome;
import org.sparekey.application.signin.ChallengeRefusal;
import org.sparekey.application.signin.DescribeChallenge;
import org.sparekey.application.signin.DescribeQuestion;
import org.sparekey.application.signin.FactorAnswer;
import org.sparekey.application.signin.FactorView;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SignInHouse;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.shared.FactorId;

/**
 * Codes by text and call, as a factor: NIST SP 800-63B-4 §3.1.3; attacks rows 4, 13, 24, 26, 34.
 */
class EnrolPhoneTest {

  private static final String NUMBER = "+49 1512 3456789";
  private static final Pattern DIGITS = Pattern.compile("(?m)(?:^|\\D)(\\d{6})(?:\\D|$)");

  private final SignInHouse house = new SignInHouse();
  private final Memory memory = house.memory;

  @Test
  void aTextBindsAPhoneAndSignsIn() {
    SessionView ada = house.fullSession(house.ada, house.phone);
    FactorId phone = bound(ada, FactorKind.SMS, "Pixel 8");

    assertThat(memory.factors.find(phone).orElseThrow().status()).isEqualTo(FactorStatus.ACTIVE);
    assertThat(memory.outbox.messages("factor-bound")).hasSize(1);
    assertThat(memory.audit.codes()).contains(AuditCode.ENROLMENT_BEGUN, AuditCode.FACTOR_BOUND);

    SessionView half = house.halfSignedIn(house.ada);
    assertThat(ask(half, phone)).isEmpty();
    assertThat(SignInHouse.refusal(answer(half, phone, lastCode()))).isEmpty();
    assertThat(memory.audit.codes()).contains(AuditCode.FACTOR_ASKED, AuditCode.SESSION_STARTED);
    assertThat(memory.factors.find(phone).flatMap(it -> it.asActive()).orElseThrow().lastUsedAt())
        .isPresent();
  }

  @Test
  void aCallBindsAFixedLine() {
    SessionView ada = house.fullSession(house.ada, house.phone);
    begun(ada, FactorKind.VOICE, "+49 30 901820");

    assertThat(last().channel()).isEqualTo(OutboxMessage.Channel.CALL);
    assertThat(shown(ada).to()).isEqualTo("…820");
    assertThat(confirm(ada, shown(ada).id(), "Office", lastCode())).isEmpty();
  }

  @Test
  void theFirstFactorMayBeAPhone() {
    SessionView grace =
        house
            .resume(
                SignInHouse.token(
                    house.password("grace@example.org", SignInHouse.PASSWORD, SignInHouse.HOME)))
            .orElseThrow();
    begun(grace, FactorKind.SMS, NUMBER);

    BindOutcome outcome =
        house
            .get(ConfirmPhoneEnrolment.class)
            .confirm(grace, shown(grace).id(), "Phone", lastCode(), SignInHouse.HOME);

    assertThat(
            outcome.<Boolean>fold(bound -> bound.newSessionToken().isPresent(), refused -> false))
        .isTrue();
  }

  @Test
  void whatIsNoUsableNumberIsRefusedAndNothingIsSent() {
    SessionView ada = house.fullSession(house.ada, house.phone);
    Map.of(
            "hello", EnrolmentRefusal.BAD_NUMBER,
            "01512 3456789", EnrolmentRefusal.BAD_NUMBER,
            "+44 7911 123456", EnrolmentRefusal.COUNTRY_NOT_ALLOWED,
            "+49 30 901820", EnrolmentRefusal.WRONG_LINE)
        .forEach(
            (number, reason) ->
                assertThat(begin(ada, FactorKind.SMS, number)).as(number).contains(reason));
    assertThat(begin(ada, FactorKind.TOTP, NUMBER)).contains(EnrolmentRefusal.PHONE_NOT_OFFERED);

    assertThat(texts()).isEmpty();
    bound(ada, FactorKind.SMS, "Pixel 8");
    assertThat(begin(ada, FactorKind.SMS, NUMBER)).contains(EnrolmentRefusal.NUMBER_IN_USE);
    assertThat(begin(ada, FactorKind.VOICE, NUMBER)).isEmpty();
  }

  @Test
  void row26TheCodeCountsOnlyInTheSessionThatAskedForIt() {
    SessionView ada = house.fullSession(house.ada, house.phone);
    begun(ada, FactorKind.SMS, NUMBER);
    FactorId pending = shown(ada).id();
    SessionView other = house.fullSession(house.ada, house.phone);

    assertThat(house.get(ShowPhoneEnrolment.class).show(other)).isEmpty();
    assertThat(confirm(other, pending, "Mine", lastCode())).contains(EnrolmentRefusal.NO_ENROLMENT);
    house.pass(Duration.ofMinutes(10));
    assertThat(confirm(ada, pending, "Late", lastCode())).contains(EnrolmentRefusal.NO_ENROLMENT);
  }

  @Test
  void row13AnotherCodeDoesNotResetTheFailuresAndOnlyTheLastCodeCounts() {
    SessionView ada = house.fullSession(house.ada, house.phone);
    FactorId phone = bound(ada, FactorKind.SMS, "Pixel 8");
    SessionView half = house.halfSignedIn(house.ada);
    ask(half, phone);
    String first = lastCode();
    house.pass(Duration.ofMinutes(1));
    ask(half, phone);
    String second = lastCode();
    assertThat(second).isNotEqualTo(first);

    for (int i = 0; i < 3; i++) {
      assertThat(SignInHouse.refusal(answer(half, phone, first)))
          .contains(ChallengeRefusal.WRONG_CODE);
    }
    house.pass(Duration.ofSeconds(21));
    ask(half, phone);
    assertThat(SignInHouse.refusal(answer(half, phone, lastCode())))
        .contains(ChallengeRefusal.THROTTLED);
  }

  @Test
  void row10ACodeIsGoodOnce() {
    SessionView ada = house.fullSession(house.ada, house.phone);
    FactorId phone = bound(ada, FactorKind.SMS, "Pixel 8");
    SessionView half = house.halfSignedIn(house.ada);
    ask(half, phone);
    String code = lastCode();
    assertThat(SignInHouse.refusal(answer(half, phone, code))).isEmpty();

    assertThat(SignInHouse.refusal(answer(half, phone, code))).isPresent();
    SessionView again = house.halfSignedIn(house.ada);
    assertThat(SignInHouse.refusal(answer(again, phone, code))).contains(ChallengeRefusal.EXPIRED);
  }

  @Test
  void row24ACodeForOneSessionPurposeOrFactorIsWorthlessInAnother() {
    SessionView ada = house.fullSession(house.ada, house.phone);
    FactorId text = bound(ada, FactorKind.SMS, "Pixel 8");
    FactorId call = bound(ada, FactorKind.VOICE, "Pixel 8 too");
    SessionView here = house.halfSignedIn(house.ada);
    SessionView there = house.halfSignedIn(house.ada);
    ask(here, text);
    String hers = lastCode();
    ask(there, text);
    ask(here, call);

    assertThat(SignInHouse.refusal(answer(there, text, hers)))
        .contains(ChallengeRefusal.WRONG_CODE);
    assertThat(SignInHouse.refusal(answer(here, call, hers))).contains(ChallengeRefusal.WRONG_CODE);
    house.pass(Duration.ofMinutes(1));
    ask(ada, text);
    String forConfirmation = lastCode();
    assertThat(SignInHouse.refusal(answer(here, text, forConfirmation)))
        .contains(ChallengeRefusal.WRONG_CODE);
    assertThat(SignInHouse.refusal(answer(here, text, hers))).isEmpty();
  }

  @Test
  void aDoubleClickSendsOneMessage() {
    SessionView ada = house.fullSession(house.ada, house.phone);
    FactorId phone = bound(ada, FactorKind.SMS, "Pixel 8");
    SessionView half = house.halfSignedIn(house.ada);
    int before = texts().size();
    ask(half, phone);
    ask(half, phone);

    assertThat(texts()).hasSize(before + 1);
  }

  @Test
  void row34WhenNoProviderAnswersAnotherWayIsOfferedAndNothingIsSkipped() {
    SessionView ada = house.fullSession(house.ada, house.phone);
    FactorId phone = bound(ada, FactorKind.SMS, "Pixel 8");
    SessionView half = house.halfSignedIn(house.ada);
    ask(half, phone);
    memory.telephony.down = true;
    house.get(DeliverToPhones.class).run();

    assertThat(
            house
                .get(DescribeQuestion.class)
                .describe(half, phone, SignInHouse.HOME)
                .orElseThrow()
                .prompt())
        .isEqualTo(Map.of("to", "…789", "state", "delayed"));
    assertThat(ask(half, phone)).contains(ChallengeRefusal.PROVIDER_DOWN);
    assertThat(SignInHouse.refusal(answer(half, phone, "000000")))
        .contains(ChallengeRefusal.WRONG_CODE);
    house.pass(Duration.ofSeconds(30));
    assertThat(SignInHouse.refusal(house.answer(half, house.phone, house.code(house.phone))))
        .isEmpty();
  }

  @Test
  void row34AnEnrolmentWhoseCodeCannotBeSentLeavesNothing() {
    SessionView ada = house.fullSession(house.ada, house.phone);
    memory.telephony.down = true;

    assertThat(begin(ada, FactorKind.SMS, NUMBER)).contains(EnrolmentRefusal.PROVIDER_DOWN);
    assertThat(house.get(ShowPhoneEnrolment.class).show(ada)).isEmpty();
  }

  @Test
  void anotherCodeIsSentOnWish() {
    SessionView ada = house.fullSession(house.ada, house.phone);
    assertThat(house.get(SendEnrolmentCode.class).send(ada, SignInHouse.HOME))
        .contains(EnrolmentRefusal.NO_ENROLMENT);
    begun(ada, FactorKind.SMS, NUMBER);
    String first = lastCode();
    house.pass(Duration.ofSeconds(30));
    assertThat(house.get(SendEnrolmentCode.class).send(ada, SignInHouse.HOME)).isEmpty();

    FactorId pending = shown(ada).id();
    assertThat(confirm(ada, pending, "Phone", first)).contains(EnrolmentRefusal.WRONG_CODE);
    assertThat(confirm(ada, pending, "Phone", lastCode())).isEmpty();
  }

  @Test
  void aRemovedPhoneIsForgotten() {
    SessionView ada = house.fullSession(house.ada, house.phone);
    FactorId phone = bound(ada, FactorKind.SMS, "Pixel 8");

    assertThat(house.get(RemoveOwnFactor.class).remove(ada, phone, SignInHouse.HOME)).isEmpty();

    assertThat(memory.phones.number(phone)).isEmpty();
    assertThat(ask(house.halfSignedIn(house.ada), phone)).contains(ChallengeRefusal.UNKNOWN_FACTOR);
  }

  private FactorId bound(SessionView view, FactorKind kind, String device) {
    begun(view, kind, NUMBER);
    FactorId id = shown(view).id();
    assertThat(confirm(view, id, device, lastCode())).isEmpty();
    return id;
  }

  @Test
  void row34WhatNobodyCanSendIsNotOfferedAndTheOwnerIsToldWhich() {
    SessionView ada = house.fullSession(house.ada, house.phone);
    FactorId text = bound(ada, FactorKind.SMS, "Pixel 8");
    DescribeChallenge challenge = house.get(DescribeChallenge.class);
    SessionView half = house.halfSignedIn(house.ada);
    assertThat(challenge.describe(half).factors()).extracting(FactorView::id).contains(text);
    assertThat(challenge.describe(half).missing()).isEmpty();
    assertThat(house.get(OfferedKinds.class).codes())
        .contains("sms", "voice")
        .doesNotContain("okta");

    memory.telephony.offered.remove(OutboxMessage.Channel.TEXT);

    assertThat(challenge.describe(half).factors())
        .extracting(FactorView::id)
        .containsExactly(house.phone);
    assertThat(challenge.describe(half).missing()).containsExactly("sms");
    assertThat(ask(half, text)).isPresent();
    assertThat(house.get(OfferedKinds.class).codes()).contains("voice").doesNotContain("sms");
  }

  private void begun(SessionView view, FactorKind kind, String number) {
    assertThat(begin(view, kind, number)).isEmpty();
  }

  private Optional<EnrolmentRefusal> begin(SessionView view, FactorKind kind, String number) {
    return house
        .get(BeginPhoneEnrolment.class)
        .begin(view, kind, number, Locale.GERMAN, SignInHouse.HOME)
        .fold(begun -> Optional.empty(), refused -> Optional.of(refused.reason()));
  }

  private PhoneEnrolmentView shown(SessionView view) {
    return house.get(ShowPhoneEnrolment.class).show(view).orElseThrow();
  }

  private Optional<EnrolmentRefusal> confirm(
      SessionView view, FactorId factor, String device, String code) {
    return house
        .get(ConfirmPhoneEnrolment.class)
        .confirm(view, factor, device, code, SignInHouse.HOME)
        .fold(bound -> Optional.empty(), refused -> Optional.of(refused.reason()));
  }

  private Optional<ChallengeRefusal> ask(SessionView view, FactorId factor) {
    return house
        .get(AskFactor.class)
        .ask(view, factor, SignInHouse.HOME, Optional.empty())
        .<Optional<ChallengeRefusal>>fold(
            asked -> Optional.empty(),
            (AskResult.Refused refused) -> Optional.of(refused.reason()));
  }

  private ChallengeOutcome answer(SessionView view, FactorId factor, String code) {
    return house
        .get(AnswerChallenge.class)
        .answer(
            view,
            factor,
            new FactorAnswer.TypedCode(code),
            SignInHouse.HOME,
            Optional.empty(),
            false);
  }

  private List<OutboxMessage> texts() {
    return memory.outbox.messages().stream()
        .filter(message -> message.channel() != OutboxMessage.Channel.MAIL)
        .toList();
  }

  private OutboxMessage last() {
    return texts().get(texts().size() - 1);
  }

  private String lastCode() {
    Matcher code = DIGITS.matcher(last().body().revealText());
    assertThat(code.find()).isTrue();
    return code.group(1);
  }
}
