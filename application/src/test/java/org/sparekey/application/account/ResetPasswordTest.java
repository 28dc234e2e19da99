package org.sparekey.application.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.signin.SignInHouse.ELSEWHERE;
import static org.sparekey.application.signin.SignInHouse.HOME;
import static org.sparekey.application.signin.SignInHouse.PASSWORD;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.sparekey.application.port.RateLimit;
import org.sparekey.application.signin.SignInHouse;
import org.sparekey.application.signin.SignInRefusal;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** A forgotten password: a mailed code and a factor, and nobody is signed in. */
class ResetPasswordTest {

  private static final String NEW = "thirteen clay pigeons yodel";
  private static final String ADA = "ada@example.org";

  private final SignInHouse house = new SignInHouse();

  @Test
  void codeAndFactorSetANewPasswordAndEndEverything() {
    Secret session = house.signIn(house.ada, house.phone).sessionToken();
    house.pass(Duration.ofSeconds(30));
    Secret flow = requested(ADA);

    AccountChange change = reset(flow, code(), house.code(house.phone), NEW);

    assertThat(change.done()).isTrue();
    assertThat(house.resume(session)).isEmpty();
    assertThat(house.memory.sessions.openOf(house.ada.id())).isEmpty();
    assertThat(house.memory.browsers.ofAccount(house.ada.id())).isEmpty();
    assertThat(SignInHouse.refusal(house.password(ADA, PASSWORD, HOME)))
        .contains(SignInRefusal.WRONG);
    assertThat(SignInHouse.refusal(house.password(ADA, NEW, HOME))).isEmpty();
    assertThat(house.memory.outbox.messages("password-reset")).hasSize(1);
    assertThat(house.memory.audit.codes()).contains(AuditCode.PASSWORD_RESET);
    assertThat(house.memory.passwords.find(house.ada.id()).orElseThrow().resetThrough())
        .isPresent();
  }

  @Test
  void row3AMailedCodeAloneIsNotEnough() {
    Secret flow = requested(ADA);

    assertThat(reset(flow, code(), house.wrongCode(house.phone), NEW).refusal())
        .contains(AccountRefusal.WRONG_CODES);
    assertThat(reset(flow, code(), "", NEW).refusal()).contains(AccountRefusal.WRONG_CODES);
    assertThat(SignInHouse.refusal(house.password(ADA, PASSWORD, HOME))).isEmpty();
  }

  @Test
  void row3AFactorAloneIsNotEnough() {
    Secret flow = requested(ADA);

    assertThat(reset(flow, other(code()), house.code(house.phone), NEW).refusal())
        .contains(AccountRefusal.WRONG_CODES);
  }

  @Test
  void row3WhoeverHasNoFactorInUseCannotReset() {
    Factor.Active active =
        house.memory.factors.find(house.phone).orElseThrow().asActive().orElseThrow();
    String totp = house.code(house.phone);
    house.memory.factors.save(active.suspend(RevocationReason.LOST, house.now()));
    Secret flow = requested(ADA);

    assertThat(reset(flow, code(), totp, NEW).refusal()).contains(AccountRefusal.WRONG_CODES);
  }

  @Test
  void duringProbationThePasswordStaysAndOnlyWhoProvedTheMailboxHearsIt() {
    Instant end = house.now().plus(Duration.ofHours(24));
    house.memory.accounts.save(house.stored(house.ada).withProbationUntil(end));
    Secret flow = requested(ADA);

    assertThat(reset(flow, other(code()), house.code(house.phone), NEW).refusal())
        .contains(AccountRefusal.WRONG_CODES);
    assertThat(reset(flow, code(), house.code(house.phone), NEW).refusal())
        .contains(AccountRefusal.ON_PROBATION);
    assertThat(SignInHouse.refusal(house.password(ADA, PASSWORD, HOME))).isEmpty();
    house.pass(Duration.ofHours(24));
    assertThat(reset(requested(ADA), code(), house.code(house.phone), NEW).done()).isTrue();
  }

  @Test
  void row11TwoRequestsSpendOneCodeOnce() throws Exception {
    Secret flow = requested(ADA);
    String code = code();
    String totp = house.code(house.phone);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Callable<AccountChange>> acts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      acts.add(() -> reset(flow, code, totp, NEW));
    }

    long done = 0;
    for (Future<AccountChange> change : threads.invokeAll(acts)) {
      done += change.get().done() ? 1 : 0;
    }
    threads.shutdownNow();

    assertThat(done).isEqualTo(1);
  }

  @Test
  void theLogNamesTheFactorAndWhatEnded() {
    house.signIn(house.ada, house.phone);
    house.pass(Duration.ofSeconds(30));
    reset(requested(ADA), code(), house.code(house.phone), NEW);

    assertThat(house.lastEntry().factor()).contains(house.phone);
    assertThat(house.memory.audit.entries())
        .extracting(entry -> entry.what().code())
        .contains(AuditCode.SESSION_REVOKED, AuditCode.BROWSER_FORGOTTEN);
  }

  @Test
  void aResetOpensWhatFailuresOfTheFactorHadClosed() {
    ThrottleKey strangers =
        new ThrottleKey(ThrottledMethod.TOTP, house.phone.toString(), ThrottleKey.ANY);
    for (int i = 0; i < 3; i++) {
      house.memory.throttles.reserve(strangers, house.now());
    }

    reset(requested(ADA), code(), house.code(house.phone), NEW);

    assertThat(house.memory.throttles.find(strangers).failures()).isZero();
  }

  @Test
  void row10AReplayIsItsOwnEntry() {
    house.signIn(house.ada, house.phone);

    reset(requested(ADA), code(), house.code(house.phone), NEW);

    assertThat(house.memory.audit.entries())
        .filteredOn(entry -> entry.what().code() == AuditCode.FACTOR_REPLAYED)
        .singleElement()
        .satisfies(entry -> assertThat(entry.what().factor()).contains(house.phone));
  }

  @Test
  void row11AUsedCodeIsWorthless() {
    Secret flow = requested(ADA);
    String code = code();
    reset(flow, code, house.code(house.phone), NEW);
    house.pass(Duration.ofSeconds(30));

    assertThat(reset(flow, code, house.code(house.phone), "another long one 77").refusal())
        .contains(AccountRefusal.WRONG_CODES);
  }

  @Test
  void row13AFreshCodeDoesNotResetTheCounter() {
    for (int i = 0; i < 3; i++) {
      reset(requested(ADA), "00000000", house.code(house.phone), NEW);
    }

    assertThat(reset(requested(ADA), code(), house.code(house.phone), NEW).refusal())
        .contains(AccountRefusal.THROTTLED);
  }

  @Test
  void row14OneSourceCannotTryManyAccounts() {
    for (int i = 0; i < RateLimit.FAILED_PROOFS_BY_SOURCE.capacity(); i++) {
      house.password("person" + i, "wrong", ELSEWHERE);
    }
    Secret flow = requested(ADA);

    assertThat(
            house
                .get(ResetPassword.class)
                .reset(flow, code(), house.code(house.phone), Secret.ofText(NEW), ELSEWHERE)
                .refusal())
        .contains(AccountRefusal.SOURCE_EXHAUSTED);
  }

  @Test
  void row15AskingLocksNothing() {
    for (int i = 0; i < 25; i++) {
      requested(ADA);
    }

    assertThat(SignInHouse.refusal(house.password(ADA, PASSWORD, HOME))).isEmpty();
    assertThat(house.codesMailed("password-reset-code", ADA))
        .hasSize((int) RateLimit.MAILS_BY_ACCOUNT.capacity());
  }

  @Test
  void row16AnUnknownNameGetsTheSameAnswers() {
    Secret known = requested(ADA);
    Secret unknown = requested("nobody@example.org");

    assertThat(unknown.length()).isEqualTo(known.length());
    assertThat(house.memory.outbox.decoys()).isEqualTo(1);
    for (int i = 0; i < 6; i++) {
      assertThat(reset(unknown, "00000000", "123456", NEW))
          .isEqualTo(reset(known, "00000000", "123456", NEW));
    }
  }

  @Test
  void row16UnknownNamesAreThrottledOverFlows() {
    for (int i = 0; i < 3; i++) {
      reset(requested("nobody@example.org"), "00000000", "123456", NEW);
    }

    assertThat(reset(requested("nobody@example.org"), "00000000", "123456", NEW).refusal())
        .contains(AccountRefusal.THROTTLED);
  }

  @Test
  void row16OnlyWhoProvedTheMailboxHearsThatAPasswordIsTooPersonal() {
    String personal = "ada@example.org!";
    Secret flow = requested(ADA);

    assertThat(reset(flow, other(code()), "123456", personal).refusal())
        .isEqualTo(reset(requested("nobody@x.org"), "00000000", "123456", personal).refusal());
    assertThat(reset(flow, code(), "123456", personal).refusal())
        .contains(AccountRefusal.PASSWORD_PERSONAL);
  }

  @Test
  void row17ACodeIsGoodInTheBrowserThatAskedOnly() {
    requested(ADA);
    String code = code();
    Secret otherBrowser = requested(ADA);

    assertThat(reset(otherBrowser, code, house.code(house.phone), NEW).refusal())
        .contains(AccountRefusal.WRONG_CODES);
  }

  @Test
  void row24ACodeForAnotherAccountIsWorthless() {
    requested("grace@example.org");
    String hers = house.lastCodeMailed("password-reset-code", "grace@example.org");

    assertThat(reset(requested(ADA), hers, house.code(house.phone), NEW).refusal())
        .contains(AccountRefusal.WRONG_CODES);
  }

  @Test
  void aCodeEndsAfterHalfAnHour() {
    Secret flow = requested(ADA);
    house.pass(RequestPasswordReset.VALIDITY);

    assertThat(reset(flow, code(), house.code(house.phone), NEW).refusal())
        .contains(AccountRefusal.WRONG_CODES);
  }

  @Test
  void aWeakPasswordIsRefusedBeforeACodeIsSpent() {
    Secret flow = requested(ADA);

    assertThat(reset(flow, code(), house.code(house.phone), "password123").refusal())
        .contains(AccountRefusal.PASSWORD_COMMON);
    assertThat(reset(flow, code(), house.code(house.phone), NEW).done()).isTrue();
  }

  @Test
  void forgedTokensAndMalformedCodesLeadNowhere() {
    Secret flow = requested(ADA);

    for (String forged : List.of("", "rubbish", "1." + "A".repeat(80), "x".repeat(1_000_000))) {
      assertThat(reset(Secret.ofText(forged), code(), house.code(house.phone), NEW).refusal())
          .contains(AccountRefusal.NO_RESET);
    }
    for (String malformed : List.of("", "1234567", "abcdefgh", "1".repeat(1_000_000))) {
      assertThat(reset(flow, malformed, house.code(house.phone), NEW).refusal())
          .contains(AccountRefusal.MALFORMED_CODE);
    }
  }

  @Test
  void aSourceThatAsksTooOftenIsTurnedAway() {
    for (int i = 0; i < RateLimit.REQUESTS_BY_SOURCE.capacity(); i++) {
      house.get(RequestPasswordReset.class).request("person" + i, ELSEWHERE);
    }

    assertThat(
            house
                .get(RequestPasswordReset.class)
                .request(ADA, ELSEWHERE)
                .<Optional<AccountRefusal>>fold(
                    ok -> Optional.empty(), refused -> Optional.of(refused.reason())))
        .contains(AccountRefusal.SOURCE_EXHAUSTED);
  }

  private Secret requested(String name) {
    return house
        .get(RequestPasswordReset.class)
        .request(name, HOME)
        .fold(
            ResetRequest.Requested::flowToken,
            refused -> {
              throw new AssertionError("refused: " + refused);
            });
  }

  private AccountChange reset(Secret flow, String code, String totp, String password) {
    Origin origin = HOME;
    return house.get(ResetPassword.class).reset(flow, code, totp, Secret.ofText(password), origin);
  }

  private String code() {
    return house.lastCodeMailed("password-reset-code", ADA);
  }

  private static String other(String code) {
    return (code.charAt(0) == '0' ? "1" : "0") + code.substring(1);
  }
}
