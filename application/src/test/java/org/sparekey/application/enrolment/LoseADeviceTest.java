package org.sparekey.application.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.signin.SignInHouse.HOME;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sparekey.application.recovery.ProveByMailedCode;
import org.sparekey.application.recovery.ProveByPassword;
import org.sparekey.application.recovery.SayWhatIsLost;
import org.sparekey.application.recovery.SendRecoveryCode;
import org.sparekey.application.recovery.StartOutcome;
import org.sparekey.application.recovery.StartRecovery;
import org.sparekey.application.signin.ChallengeRefusal;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SignInHouse;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Secret;

/** Losing a device is one act, and finding it another. */
class LoseADeviceTest {

  private final SignInHouse house = new SignInHouse();
  private final ReportLostDevice report = house.get(ReportLostDevice.class);
  private final ReinstateDevice reinstate = house.get(ReinstateDevice.class);

  @Test
  void everythingOnItGoesOutOfUseAndNothingElse() {
    FactorId second = house.bindTotp(house.ada, "PIXEL 8");
    FactorId laptop = house.bindTotp(house.ada, "Laptop");
    Secret elsewhere = house.signIn(house.ada, house.phone).sessionToken();
    SessionView view = house.fullSession(house.ada, laptop);

    assertThat(report.report(view, "pixel 8", HOME)).isEmpty();

    assertThat(status(house.phone)).isEqualTo(FactorStatus.SUSPENDED);
    assertThat(status(second)).isEqualTo(FactorStatus.SUSPENDED);
    assertThat(status(laptop)).isEqualTo(FactorStatus.ACTIVE);
    assertThat(house.resume(elsewhere)).isEmpty();
    assertThat(house.memory.browsers.ofAccount(house.ada.id()))
        .allMatch(browser -> browser.forgottenAt().isPresent());
    assertThat(house.memory.outbox.messages("device-lost")).hasSize(1);
    assertThat(house.memory.audit.codes()).contains(AuditCode.FACTOR_SUSPENDED);
    house.pass(Duration.ofSeconds(30));
    assertThat(
            SignInHouse.refusal(
                house.answer(house.halfSignedIn(house.ada), house.phone, house.code(house.phone))))
        .contains(ChallengeRefusal.UNKNOWN_FACTOR);
  }

  @Test
  void theOnlyDeviceNeedsNoFactorThatNobodyCouldGive() {
    SessionView view = longAgo(house.phone);

    assertThat(report.report(view, "Pixel 8", HOME)).isEmpty();
    assertThat(status(house.phone)).isEqualTo(FactorStatus.SUSPENDED);
  }

  @Test
  void oneOfSeveralNeedsAConfirmation() {
    house.bindTotp(house.ada, "Laptop");
    SessionView view = longAgo(house.phone);

    assertThat(report.report(view, "Pixel 8", HOME)).contains(EnrolmentRefusal.NEEDS_CONFIRMATION);
    assertThat(status(house.phone)).isEqualTo(FactorStatus.ACTIVE);
  }

  @Test
  void whatIsFoundIsUsedAgainAfterAConfirmation() {
    FactorId laptop = house.bindTotp(house.ada, "Laptop");
    report.report(house.fullSession(house.ada, laptop), "Pixel 8", HOME);

    assertThat(reinstate.reinstate(longAgo(laptop), "Pixel 8", HOME))
        .contains(EnrolmentRefusal.NEEDS_CONFIRMATION);
    assertThat(reinstate.reinstate(house.fullSession(house.ada, laptop), "Pixel 8", HOME))
        .isEmpty();

    assertThat(status(house.phone)).isEqualTo(FactorStatus.ACTIVE);
    assertThat(house.memory.outbox.messages("device-found")).hasSize(1);
  }

  @Test
  void aRecoveryKeepsItOutOfUseOnlyWhenItIsProvedAndSaysSo() {
    FactorId laptop = house.bindTotp(house.ada, "Laptop");
    report.report(house.fullSession(house.ada, laptop), "Pixel 8", HOME);
    Secret recovery =
        house
            .get(StartRecovery.class)
            .start("ada@example.org", HOME, Optional.empty(), Optional.empty())
            .fold(
                StartOutcome.Started::recoveryToken,
                refused -> {
                  throw new AssertionError("refused: " + refused);
                });
    house.get(ProveByPassword.class).prove(recovery, Secret.ofText(SignInHouse.PASSWORD), HOME);
    house.get(SayWhatIsLost.class).say(recovery, false, Set.of(house.phone), HOME);
    assertThat(reinstate.reinstate(house.fullSession(house.ada, laptop), "Pixel 8", HOME))
        .as("a stranger with the password must not keep it out")
        .isEmpty();

    house.get(SendRecoveryCode.class).send(recovery, HOME);
    String code = house.lastCodeMailed("recovery-code", "ada@example.org");
    house.get(ProveByMailedCode.class).prove(recovery, code, HOME);

    assertThat(status(house.phone)).isEqualTo(FactorStatus.SUSPENDED);
    assertThat(reinstate.reinstate(house.fullSession(house.ada, laptop), "Pixel 8", HOME))
        .contains(EnrolmentRefusal.UNKNOWN_FACTOR);
  }

  @Test
  void whatIsLostForGoodIsRemoved() {
    FactorId laptop = house.bindTotp(house.ada, "Laptop");
    RemoveOwnFactor remove = house.get(RemoveOwnFactor.class);
    SessionView view = house.fullSession(house.ada, laptop);
    report.report(view, "Pixel 8", HOME);

    assertThat(remove.remove(longAgo(laptop), house.phone, HOME))
        .contains(EnrolmentRefusal.NEEDS_CONFIRMATION);
    assertThat(remove.remove(view, laptop, HOME)).contains(EnrolmentRefusal.LAST_FACTOR);
    assertThat(remove.remove(house.fullSession(house.ada, laptop), house.phone, HOME)).isEmpty();

    assertThat(status(house.phone)).isEqualTo(FactorStatus.REVOKED);
    assertThat(house.memory.factors.totpState(house.phone)).as("its seed is wiped").isEmpty();
    assertThat(house.memory.outbox.messages("factor-removed")).hasSize(1);
    assertThat(reinstate.reinstate(house.fullSession(house.ada, laptop), "Pixel 8", HOME))
        .contains(EnrolmentRefusal.UNKNOWN_FACTOR);
  }

  /** Without any factor the password alone would bind the next. */
  @Test
  void theOnlyDeviceStaysAlsoWhenItIsLost() {
    SessionView view = house.fullSession(house.ada, house.phone);
    report.report(view, "Pixel 8", HOME);

    assertThat(house.get(RemoveOwnFactor.class).remove(view, house.phone, HOME))
        .contains(EnrolmentRefusal.LAST_FACTOR);
    assertThat(status(house.phone)).isEqualTo(FactorStatus.SUSPENDED);
  }

  @Test
  void nobodyLosesTheDeviceOfAnother() {
    FactorId foreign = house.bindTotp(house.grace, "Galaxy");
    SessionView view = house.fullSession(house.ada, house.phone);

    for (String name : List.of("Galaxy", "", "x".repeat(10_000), "\u0000")) {
      assertThat(report.report(view, name, HOME)).contains(EnrolmentRefusal.UNKNOWN_FACTOR);
    }
    assertThat(status(foreign)).isEqualTo(FactorStatus.ACTIVE);
  }

  @Test
  void aHalfSessionLosesNothing() {
    assertThat(report.report(house.halfSignedIn(house.ada), "Pixel 8", HOME))
        .contains(EnrolmentRefusal.WRONG_STEP);
  }

  @Test
  void anotherNameTakesEverythingAlong() {
    FactorId second = house.bindTotp(house.ada, "Pixel 8");
    SessionView view = house.fullSession(house.ada, house.phone);

    assertThat(house.get(RenameOwnDevice.class).rename(view, "Pixel 8", " ", HOME))
        .contains(EnrolmentRefusal.BAD_DEVICE_NAME);
    assertThat(house.get(RenameOwnDevice.class).rename(view, "pixel 8", "Old phone", HOME))
        .isEmpty();

    assertThat(List.of(house.phone, second))
        .allMatch(
            id ->
                house
                    .memory
                    .factors
                    .find(id)
                    .orElseThrow()
                    .details()
                    .device()
                    .value()
                    .equals("Old phone"));
  }

  private SessionView longAgo(FactorId factor) {
    Secret token = house.signIn(house.ada, factor).sessionToken();
    house.pass(Duration.ofMinutes(11));
    SessionView view = house.resume(token).orElseThrow();
    assertThat(view.recentlyConfirmed()).isFalse();
    return view;
  }

  private FactorStatus status(FactorId id) {
    return Optional.of(id).flatMap(house.memory.factors::find).orElseThrow().status();
  }
}
