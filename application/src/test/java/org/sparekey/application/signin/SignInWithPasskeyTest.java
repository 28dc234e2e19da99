package org.sparekey.application.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sparekey.application.memory.SoftAuthenticator;
import org.sparekey.application.port.RateLimit;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.Outcome;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.shared.FactorId;

/** Passkeys and security keys at the sign-in: beside a password, and alone (attacks rows 9, 10). */
class SignInWithPasskeyTest {

  private final PasskeyHouse keys = new PasskeyHouse();
  private final SignInHouse house = keys.house;
  private final SoftAuthenticator key = keys.authenticator();

  @Test
  void aSecurityKeyIsTheSecondHalf() {
    key.checksUser = false;
    FactorId factor = keys.bind(keys.ada(), key, false, "Key ring");
    SessionView half = keys.half(house.ada);

    Optional<SessionView> session =
        house.resume(
            SignInHouse.signedIn(keys.answer(half, factor, key.get(keys.asked(half, factor))))
                .sessionToken());

    assertThat(session).hasValueSatisfying(view -> assertThat(view.full()).isTrue());
    assertThat(keys.stored(factor).asActive().flatMap(Factor.Active::lastUsedAt)).isPresent();
  }

  @Test
  void aPasskeyIsTheSecondHalfWhenItsUserWasChecked() {
    FactorId factor = keys.bind(keys.ada(), key, true, "Laptop");
    SessionView half = keys.half(house.ada);
    key.checksUser = false;
    assertThat(refusal(keys.answer(half, factor, key.get(keys.asked(half, factor)))))
        .contains(ChallengeRefusal.USER_NOT_CHECKED);

    key.checksUser = true;
    SignInHouse.signedIn(keys.answer(half, factor, key.get(keys.asked(half, factor))));
  }

  @Test
  void askingWritesNothing() {
    FactorId factor = keys.bind(keys.ada(), key, true, "Laptop");
    SessionView half = keys.half(house.ada);
    int entries = house.memory.audit.entries().size();

    keys.asked(half, factor);
    keys.offered();

    assertThat(house.memory.audit.entries()).hasSize(entries);
  }

  @Test
  void anAnswerIsGoodOnce() {
    FactorId factor = keys.bind(keys.ada(), key, true, "Laptop");
    SessionView half = keys.half(house.ada);
    String answer = key.get(keys.asked(half, factor));
    SignInHouse.signedIn(keys.answer(half, factor, answer));

    SessionView again = keys.half(house.ada);
    assertThat(refusal(keys.answer(again, factor, answer)))
        .contains(ChallengeRefusal.WRONG_ASSERTION);
    assertThat(keys.stored(factor).status()).isEqualTo(FactorStatus.ACTIVE);
  }

  @Test
  void aReplayInTheSameSessionIsCalledOneAndSuspendsNothing() {
    key.counter = 1;
    FactorId factor = keys.bind(keys.ada(), key, true, "Laptop");
    SessionView half = keys.half(house.ada);
    String answer = key.get(keys.asked(half, factor)).replace("\"type\"", " \"type\"");
    key.checksUser = false;
    String flawed = key.get(keys.asked(half, factor));
    keys.answer(half, factor, flawed);

    assertThat(refusal(keys.answer(half, factor, flawed)))
        .contains(ChallengeRefusal.REPLAYED_ASSERTION);
    assertThat(house.lastEntry().code()).isEqualTo(AuditCode.FACTOR_REPLAYED);
    assertThat(keys.stored(factor).status()).isEqualTo(FactorStatus.ACTIVE);
    SignInHouse.signedIn(keys.answer(half, factor, answer));
  }

  @Test
  void anAnswerIsGoodForTenMinutes() {
    FactorId factor = keys.bind(keys.ada(), key, true, "Laptop");
    SessionView half = keys.half(house.ada);
    String late = key.get(keys.asked(half, factor));
    house.pass(Duration.ofMinutes(10));

    assertThat(refusal(keys.answer(half, factor, late))).contains(ChallengeRefusal.EXPIRED);
  }

  @Test
  void anAnswerForAnotherSessionPurposeOrFactorIsNone() {
    FactorId factor = keys.bind(keys.ada(), key, true, "Laptop");
    SessionView full = keys.ada();
    SessionView half = keys.half(house.ada);
    SoftAuthenticator second = keys.authenticator();
    FactorId other = keys.bind(full, second, true, "Phone");

    String forConfirmation = key.get(keys.asked(full, factor));
    String forAnotherSession = key.get(keys.asked(keys.half(house.ada), factor));
    String forTheOther = key.get(keys.asked(half, other));
    String forNobody = key.get(keys.offered());

    for (String answer :
        new String[] {forConfirmation, forAnotherSession, forTheOther, forNobody}) {
      assertThat(refusal(keys.answer(half, factor, answer)))
          .contains(ChallengeRefusal.WRONG_ASSERTION);
    }
    assertThat(refusal(keys.alone(key.get(keys.asked(half, factor)))))
        .contains(ChallengeRefusal.WRONG_ASSERTION);
  }

  @Test
  void theKeyOfAnotherAccountOpensNothing() {
    SoftAuthenticator graces = keys.authenticator();
    FactorId hers = keys.bind(graceFull(), graces, true, "Grace's");
    FactorId mine = keys.bind(keys.ada(), key, true, "Ada's");
    SessionView half = keys.half(house.ada);

    assertThat(refusal(keys.answer(half, mine, graces.get(keys.asked(half, mine)))))
        .contains(ChallengeRefusal.WRONG_ASSERTION);
    assertThat(
            house
                .get(AskFactor.class)
                .ask(half, hers, SignInHouse.HOME, Optional.empty())
                .<Optional<ChallengeRefusal>>fold(
                    asked -> Optional.empty(), refused -> Optional.of(refused.reason())))
        .contains(ChallengeRefusal.UNKNOWN_FACTOR);
  }

  @Test
  void aHandleOfAnotherAccountIsRefused() {
    FactorId factor = keys.bind(keys.ada(), key, true, "Ada's");
    keys.bind(graceFull(), keys.authenticator(), true, "Grace's");
    String hers = house.memory.passkeys.userHandle(house.grace.id()).orElseThrow();
    key.claimToBe(hers);
    SessionView half = keys.half(house.ada);

    assertThat(refusal(keys.answer(half, factor, key.get(keys.asked(half, factor)))))
        .contains(ChallengeRefusal.WRONG_ASSERTION);
    assertThat(refusal(keys.alone(key.get(keys.offered()))))
        .contains(ChallengeRefusal.WRONG_ASSERTION);
  }

  @Test
  void anotherOriginIsNamedInTheLog() {
    FactorId factor = keys.bind(keys.ada(), key, true, "Laptop");
    key.origin = "https://keys.example.org.evil.example";
    SessionView half = keys.half(house.ada);

    assertThat(refusal(keys.answer(half, factor, key.get(keys.asked(half, factor)))))
        .contains(ChallengeRefusal.WRONG_ORIGIN);
    assertThat(house.refusals()).endsWith("wrong-origin");
  }

  @Test
  void aCounterThatGoesBackTakesTheFactorOutOfUse() {
    key.counter = 7;
    FactorId factor = keys.bind(keys.ada(), key, true, "Laptop");
    SessionView half = keys.half(house.ada);
    key.counter = 5;

    assertThat(refusal(keys.answer(half, factor, key.get(keys.asked(half, factor)))))
        .contains(ChallengeRefusal.COUNTER_WENT_BACK);

    Factor.Suspended suspended = (Factor.Suspended) keys.stored(factor);
    assertThat(suspended.reason()).isEqualTo(RevocationReason.COPIED);
    assertThat(house.memory.outbox.messages("factor-copied")).hasSize(1);
    assertThat(house.memory.audit.entries())
        .anySatisfy(
            entry -> {
              assertThat(entry.what().code()).isEqualTo(AuditCode.FACTOR_SUSPENDED);
              assertThat(entry.what().reason()).contains("copied");
            });
    key.counter = 20;
    assertThat(refusal(keys.alone(key.get(keys.offered()))))
        .contains(ChallengeRefusal.WRONG_ASSERTION);
  }

  @Test
  void aPasskeyAloneGivesAFullSession() {
    FactorId factor = keys.bind(keys.ada(), key, true, "Laptop");

    ChallengeOutcome.SignedIn in = SignInHouse.signedIn(keys.alone(key.get(keys.offered())));

    SessionView view = house.resume(in.sessionToken()).orElseThrow();
    assertThat(view.account()).isEqualTo(house.ada.id());
    assertThat(view.level()).isEqualTo(Session.Level.FULL);
    assertThat(in.newBrowserToken()).isPresent();
    assertThat(keys.stored(factor).asActive().flatMap(Factor.Active::lastUsedAt)).isPresent();
    assertThat(house.memory.audit.entries())
        .anySatisfy(
            entry -> {
              assertThat(entry.what().code()).isEqualTo(AuditCode.PASSKEY_CHECKED);
              assertThat(entry.what().outcome()).isEqualTo(Outcome.SUCCESS);
              assertThat(entry.what().factor()).contains(factor);
            });
    assertThat(house.lastEntry().code()).isEqualTo(AuditCode.SESSION_STARTED);
  }

  @Test
  void aloneItMustSayWhoseItIsAndCheckItsUser() {
    keys.bind(keys.ada(), key, true, "Laptop");
    key.saysUserHandle = false;
    assertThat(refusal(keys.alone(key.get(keys.offered()))))
        .contains(ChallengeRefusal.WRONG_ASSERTION);

    key.saysUserHandle = true;
    key.checksUser = false;
    assertThat(refusal(keys.alone(key.get(keys.offered()))))
        .contains(ChallengeRefusal.WRONG_ASSERTION);
    assertThat(house.refusals()).endsWith("wrong-assertion", "user-not-checked");
  }

  @Test
  void aSecurityKeyNeverStandsAlone() {
    keys.bind(keys.ada(), key, false, "Key ring");

    assertThat(refusal(keys.alone(key.get(keys.offered()))))
        .contains(ChallengeRefusal.WRONG_ASSERTION);
  }

  @Test
  void anUnknownPasskeyIsAnsweredLikeAWrongOne() {
    SoftAuthenticator unknown = keys.authenticator();
    unknown.claimToBe("bm9ib2R5");
    keys.bind(keys.ada(), key, true, "Laptop");
    SoftAuthenticator forger = keys.authenticator();
    forger.credentialId = key.credentialId;
    forger.claimToBe(house.memory.passkeys.userHandle(house.ada.id()).orElseThrow());

    ChallengeOutcome ofTheUnknown = keys.alone(unknown.get(keys.offered()));
    ChallengeOutcome ofTheForger = keys.alone(forger.get(keys.offered()));

    assertThat(ofTheUnknown).isEqualTo(ofTheForger);
    assertThat(refusal(ofTheUnknown)).contains(ChallengeRefusal.WRONG_ASSERTION);
  }

  @Test
  void whatWasOfferedToAnotherBrowserIsWorthlessHere() {
    keys.bind(keys.ada(), key, true, "Laptop");
    String answer = key.get(keys.offered());

    assertThat(refusal(keys.alone(answer, "nonce-of-another", Optional.empty())))
        .contains(ChallengeRefusal.WRONG_ASSERTION);
    SignInHouse.signedIn(keys.alone(answer));
    assertThat(refusal(keys.alone(answer))).contains(ChallengeRefusal.WRONG_ASSERTION);
    assertThat(house.refusals()).endsWith("replayed-assertion");
  }

  @Test
  void anOfferIsGoodForTenMinutes() {
    keys.bind(keys.ada(), key, true, "Laptop");
    String late = key.get(keys.offered());
    house.pass(Duration.ofMinutes(10));

    assertThat(refusal(keys.alone(late))).contains(ChallengeRefusal.EXPIRED);
  }

  @Test
  void aChallengeThatWasNotMadeHereIsNone() {
    keys.bind(keys.ada(), key, true, "Laptop");

    for (String made :
        new String[] {"", "AAAA", "A".repeat(75), "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo"}) {
      assertThat(refusal(keys.alone(key.get(made, "webauthn.get"))))
          .contains(ChallengeRefusal.WRONG_ASSERTION);
    }
    assertThat(refusal(keys.alone("nonsense"))).contains(ChallengeRefusal.WRONG_ASSERTION);
  }

  @Test
  void wrongAnswersSpendTheBudgetOfTheirSource() {
    keys.bind(keys.ada(), key, true, "Laptop");
    for (int i = 0; i < RateLimit.FAILED_PROOFS_BY_SOURCE.capacity(); i++) {
      keys.alone("nonsense");
    }

    assertThat(refusal(keys.alone(key.get(keys.offered()))))
        .contains(ChallengeRefusal.SOURCE_EXHAUSTED);
  }

  @Test
  void aKnownBrowserIsNotAnnouncedAgain() {
    keys.bind(keys.ada(), key, true, "Laptop");
    ChallengeOutcome.SignedIn first = SignInHouse.signedIn(keys.alone(key.get(keys.offered())));
    int told = house.memory.outbox.messages("new-browser").size();

    ChallengeOutcome.SignedIn second =
        SignInHouse.signedIn(
            keys.alone(key.get(keys.offered()), PasskeyHouse.BROWSER, first.newBrowserToken()));

    assertThat(second.newBrowserToken()).isEmpty();
    assertThat(house.memory.outbox.messages("new-browser")).hasSize(told);
  }

  @Test
  void itConfirmsWhoIsThere() {
    FactorId factor = keys.bind(keys.ada(), key, true, "Laptop");
    SessionView view = keys.ada();
    house.pass(Duration.ofMinutes(11));

    ConfirmationOutcome outcome =
        house
            .get(ConfirmItIsMe.class)
            .confirm(
                view,
                org.sparekey.domain.shared.Secret.ofText(SignInHouse.PASSWORD),
                factor,
                new FactorAnswer.Assertion(key.get(keys.asked(view, factor))),
                SignInHouse.HOME);

    assertThat(outcome).isInstanceOf(ConfirmationOutcome.Confirmed.class);
  }

  /** Grace binds an app first, as everybody does. */
  private SessionView graceFull() {
    FactorId app = house.bindTotp(house.grace, "Grace's phone");
    return house.fullSession(house.grace, app);
  }

  private static Optional<ChallengeRefusal> refusal(ChallengeOutcome outcome) {
    return SignInHouse.refusal(outcome);
  }
}
