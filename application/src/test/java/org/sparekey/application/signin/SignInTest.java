package org.sparekey.application.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.signin.SignInHouse.HOME;
import static org.sparekey.application.signin.SignInHouse.PASSWORD;
import static org.sparekey.application.signin.SignInHouse.refusal;
import static org.sparekey.application.signin.SignInHouse.signedIn;
import static org.sparekey.application.signin.SignInHouse.token;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sparekey.application.port.StoredPassword;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Secret;

/** Password, factor, session. */
class SignInTest {

  private final SignInHouse house = new SignInHouse();

  @Test
  void passwordAndFactorMakeAFullSession() {
    SignInOutcome first = house.password(" ADA@example.org ", PASSWORD, HOME);
    assertThat(first).isInstanceOf(SignInOutcome.ChallengeNeeded.class);
    SessionView half = house.resume(token(first)).orElseThrow();
    assertThat(half.level()).isEqualTo(Session.Level.PASSWORD);
    assertThat(half.recentlyConfirmed()).isFalse();

    ChallengeOutcome.SignedIn done =
        signedIn(house.answer(half, house.phone, house.code(house.phone)));

    SessionView full = house.resume(done.sessionToken()).orElseThrow();
    assertThat(full.full()).isTrue();
    assertThat(full.id()).isEqualTo(half.id());
    assertThat(full.recentlyConfirmed()).isTrue();
    assertThat(full.organisationName()).isEqualTo("Example");
    assertThat(house.memory.audit.codes())
        .endsWith(AuditCode.PASSWORD_CHECKED, AuditCode.FACTOR_CHECKED, AuditCode.SESSION_STARTED);
  }

  @Test
  void aCodeMayBeTypedWithABlank() {
    String code = house.code(house.phone);

    assertThat(
            house.answer(
                house.halfSignedIn(house.ada),
                house.phone,
                " " + code.substring(0, 3) + " " + code.substring(3)))
        .isInstanceOf(ChallengeOutcome.SignedIn.class);
  }

  @Test
  void theTokenChangesWithTheLevelAndTheOldOneIsDead() {
    Secret before = token(house.password("ada@example.org", PASSWORD, HOME));
    SessionView half = house.resume(before).orElseThrow();

    Secret after =
        signedIn(house.answer(half, house.phone, house.code(house.phone))).sessionToken();

    assertThat(after).isNotEqualTo(before);
    assertThat(house.resume(before)).isEmpty();
    assertThat(house.resume(after)).isPresent();
  }

  @Test
  void confirmingOnceMoreChangesTheTokenAndNotTheAbsoluteLimit() {
    Secret before = house.signIn(house.ada, house.phone).sessionToken();
    SessionView view = house.resume(before).orElseThrow();
    house.pass(Duration.ofMinutes(11));
    assertThat(house.resume(before).orElseThrow().recentlyConfirmed()).isFalse();

    Secret after =
        house
            .get(ConfirmItIsMe.class)
            .confirm(view, Secret.ofText(PASSWORD), house.phone, house.typed(house.phone), HOME)
            .fold(
                ConfirmationOutcome.Confirmed::newSessionToken,
                refused -> {
                  throw new AssertionError("refused: " + refused);
                });

    assertThat(house.resume(before)).isEmpty();
    assertThat(house.resume(after).orElseThrow().recentlyConfirmed()).isTrue();
    for (int i = 0; i < 24; i++) {
      house.pass(Duration.ofMinutes(30));
      house.resume(after);
    }
    assertThat(house.resume(after)).isEmpty();
  }

  @Test
  void confirmingNeedsBothProofs() {
    SessionView view = house.fullSession(house.ada, house.phone);
    house.pass(Duration.ofSeconds(30));
    ConfirmItIsMe confirm = house.get(ConfirmItIsMe.class);

    assertThat(
            confirm.confirm(
                view, Secret.ofText("wrong"), house.phone, house.typed(house.phone), HOME))
        .isEqualTo(
            new ConfirmationOutcome.Refused(ChallengeRefusal.WRONG_PASSWORD, Optional.empty()));
    assertThat(
            confirm.confirm(
                view,
                Secret.ofText(PASSWORD),
                house.phone,
                new FactorAnswer.TypedCode(house.wrongCode(house.phone)),
                HOME))
        .isEqualTo(new ConfirmationOutcome.Refused(ChallengeRefusal.WRONG_CODE, Optional.empty()));
  }

  @Test
  void anIdleSessionEnds() {
    Secret token = house.signIn(house.ada, house.phone).sessionToken();

    house.pass(Duration.ofMinutes(59));
    assertThat(house.resume(token)).isPresent();
    house.pass(Duration.ofMinutes(59));
    assertThat(house.resume(token)).isPresent();
    house.pass(Duration.ofMinutes(60));
    assertThat(house.resume(token)).isEmpty();
  }

  @Test
  void aSessionInUseEndsWithTheAbsoluteLimit() {
    Secret token = house.signIn(house.ada, house.phone).sessionToken();
    for (int i = 0; i < 23; i++) {
      house.pass(Duration.ofMinutes(30));
      assertThat(house.resume(token)).isPresent();
    }
    house.pass(Duration.ofMinutes(30));

    assertThat(house.resume(token)).isEmpty();
  }

  @Test
  void staffHaveAQuarterOfAnHour() {
    Account agent = house.account("sofia@example.org", Set.of(StaffRole.SUPPORT));
    FactorId app = house.bindTotp(agent, "Phone");
    Secret token = house.signIn(agent, app).sessionToken();

    house.pass(Duration.ofMinutes(14));
    assertThat(house.resume(token)).isPresent();
    house.pass(Duration.ofMinutes(15));
    assertThat(house.resume(token)).isEmpty();
  }

  @Test
  void aPasswordWithoutAFactorStandsForAQuarterOfAnHour() {
    Secret token = token(house.password("ada@example.org", PASSWORD, HOME));
    for (int i = 0; i < 14; i++) {
      house.pass(Duration.ofMinutes(1));
      assertThat(house.resume(token)).isPresent();
    }
    house.pass(Duration.ofMinutes(1));

    assertThat(house.resume(token)).isEmpty();
  }

  @Test
  void whoeverNeverHadAFactorMayEnrolOne() {
    SignInOutcome outcome = house.password("grace@example.org", PASSWORD, HOME);

    assertThat(outcome).isInstanceOf(SignInOutcome.EnrolmentNeeded.class);
    assertThat(house.resume(token(outcome)).map(SessionView::level))
        .contains(Session.Level.ENROLMENT);
  }

  @Test
  void whoeverLostAllFactorsMayNotEnrolByPasswordAlone() {
    house.memory.factors.save(
        house
            .memory
            .factors
            .find(house.phone)
            .orElseThrow()
            .asActive()
            .orElseThrow()
            .suspend(RevocationReason.RESET_CONTESTED, house.now()));

    SignInOutcome outcome = house.password("ada@example.org", PASSWORD, HOME);

    assertThat(outcome).isInstanceOf(SignInOutcome.ChallengeNeeded.class);
    SessionView half = house.resume(token(outcome)).orElseThrow();
    assertThat(house.get(DescribeChallenge.class).describe(half).factors()).isEmpty();
    assertThat(refusal(house.answer(half, house.phone, house.code(house.phone))))
        .contains(ChallengeRefusal.UNKNOWN_FACTOR);
  }

  @Test
  void anOutdatedHashIsRenewedAtSignIn() {
    StoredPassword old = house.memory.passwords.find(house.ada.id()).orElseThrow();
    house.memory.passwords.save(
        house.ada.id(),
        new StoredPassword(
            house.memory.hasher.oldHash(Secret.ofText(PASSWORD)),
            old.changedAt(),
            old.resetThrough()));

    house.password("ada@example.org", PASSWORD, HOME);

    StoredPassword renewed = house.memory.passwords.find(house.ada.id()).orElseThrow();
    assertThat(house.memory.hasher.outdated(renewed.hash())).isFalse();
    assertThat(renewed.changedAt()).isEqualTo(old.changedAt());
  }

  @Test
  void aNewBrowserIsToldToTheOwnerAndKnownAfterwards() {
    ChallengeOutcome.SignedIn first = house.signIn(house.ada, house.phone);
    assertThat(first.newBrowserToken()).isPresent();
    assertThat(house.memory.outbox.messages("new-browser")).hasSize(1);

    house.pass(Duration.ofSeconds(30));
    ChallengeOutcome.SignedIn second =
        signedIn(
            house
                .get(AnswerChallenge.class)
                .answer(
                    house.halfSignedIn(house.ada),
                    house.phone,
                    house.typed(house.phone),
                    HOME,
                    first.newBrowserToken(),
                    false));

    assertThat(second.newBrowserToken()).isEmpty();
    assertThat(house.memory.outbox.messages("new-browser")).hasSize(1);
    SessionView view = house.resume(second.sessionToken()).orElseThrow();
    assertThat(house.get(ListKnownBrowsers.class).list(view)).hasSize(1);
    assertThat(house.get(ForgetKnownBrowsers.class).forget(view, HOME)).isOne();
    assertThat(house.get(ListKnownBrowsers.class).list(view)).isEmpty();
  }

  @Test
  void sessionsAreListedAndEnded() {
    Secret first = house.signIn(house.ada, house.phone).sessionToken();
    Secret second = house.signIn(house.ada, house.phone).sessionToken();
    SessionView here = house.resume(second).orElseThrow();
    SessionView there = house.resume(first).orElseThrow();

    assertThat(house.get(ListOwnSessions.class).list(here))
        .extracting(OwnSessionView::id, OwnSessionView::current)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(here.id(), true),
            org.assertj.core.groups.Tuple.tuple(there.id(), false));
    assertThat(house.get(RevokeOwnSession.class).revoke(here, there.id(), HOME)).isTrue();
    assertThat(house.get(RevokeOwnSession.class).revoke(here, there.id(), HOME)).isFalse();
    assertThat(house.resume(first)).isEmpty();

    Secret third = house.signIn(house.ada, house.phone).sessionToken();
    assertThat(house.get(RevokeOtherSessions.class).revoke(here, HOME)).isOne();
    assertThat(house.resume(third)).isEmpty();
    assertThat(house.resume(second)).isPresent();

    house.get(EndOwnSession.class).end(here, HOME);
    house.get(EndOwnSession.class).end(here, HOME);
    assertThat(house.resume(second)).isEmpty();
    assertThat(house.memory.audit.codes()).containsOnlyOnce(AuditCode.SESSION_ENDED);
  }

  @Test
  void aForeignSessionIsUnknown() {
    SessionView mine = house.fullSession(house.ada, house.phone);
    SessionView hers = house.halfSignedIn(house.grace);

    assertThat(house.get(RevokeOwnSession.class).revoke(mine, hers.id(), HOME)).isFalse();
    assertThat(house.memory.sessions.find(hers.id()).orElseThrow().endedAt()).isEmpty();
  }

  @Test
  void aClockThatRunsBehindIsLearnedFromTwoLateCodes() {
    SessionView half = house.halfSignedIn(house.ada);
    assertThat(refusal(house.answer(half, house.phone, house.code(house.phone, 1))))
        .contains(ChallengeRefusal.WRONG_CODE);
    house.pass(Duration.ofSeconds(60));

    assertThat(house.answer(half, house.phone, house.code(house.phone, 1)))
        .isInstanceOf(ChallengeOutcome.SignedIn.class);

    house.pass(Duration.ofSeconds(60));
    assertThat(house.answer(house.halfSignedIn(house.ada), house.phone, house.code(house.phone, 1)))
        .isInstanceOf(ChallengeOutcome.SignedIn.class);
  }

  @Test
  void aCodeOfTheFutureIsRefused() {
    assertThat(
            refusal(
                house.answer(
                    house.halfSignedIn(house.ada), house.phone, house.code(house.phone, -1))))
        .contains(ChallengeRefusal.WRONG_CODE);
  }

  @Test
  void theChallengeNamesTheFactorLastUsedFirst() {
    FactorId tablet = house.bindTotp(house.ada, "Tablet");
    house.fullSession(house.ada, tablet);

    assertThat(house.get(DescribeChallenge.class).describe(house.halfSignedIn(house.ada)).factors())
        .extracting(FactorView::device)
        .containsExactly("Tablet", "Pixel 8");
  }
}
