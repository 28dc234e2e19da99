package org.sparekey.application.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.signin.SignInHouse.ELSEWHERE;
import static org.sparekey.application.signin.SignInHouse.HOME;
import static org.sparekey.application.signin.SignInHouse.PASSWORD;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.sparekey.application.readiness.DescribeReadiness;
import org.sparekey.application.readiness.ReadinessView;
import org.sparekey.application.recovery.ProveByMailedCode;
import org.sparekey.application.recovery.ProveByRecoveryCode;
import org.sparekey.application.recovery.RecoveryAnswer;
import org.sparekey.application.recovery.SendRecoveryCode;
import org.sparekey.application.recovery.StartOutcome;
import org.sparekey.application.recovery.StartRecovery;
import org.sparekey.application.recoverycode.MakeRecoveryCodes;
import org.sparekey.application.recoverycode.PrintedSheet;
import org.sparekey.application.recoverycode.RecoveryCodesOutcome;
import org.sparekey.application.signin.ChallengeRefusal;
import org.sparekey.application.signin.ConfirmItIsMe;
import org.sparekey.application.signin.ConfirmationOutcome;
import org.sparekey.application.signin.EndOwnSession;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SignInHouse;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.audit.AuditEntry;
import org.sparekey.domain.drill.Drill;
import org.sparekey.domain.drill.ImaginedLoss;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorDetails;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.analysis.Loss;
import org.sparekey.domain.recoverycode.CodeSheet;
import org.sparekey.domain.recoverycode.RecoveryCode;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Secret;

/** A drill is a recovery of which nothing comes: Ada imagines that her phone is gone. */
class RehearseAWayBackTest {

  private static final ImaginedLoss PHONE = new ImaginedLoss(Loss.Kind.DEVICE, "Pixel 8");
  private static final String MAILBOX = "ada@example.org";
  private static final String KIND = "drill-code";

  private final SignInHouse house = new SignInHouse();
  private final SessionView session = house.fullSession(house.ada, house.phone);
  private final PrintedSheet sheet = sheet();

  @Test
  void whatSheShowsIsCheckedAndTheEndIsWhatReadinessSays() {
    begin("password", "mailed-code");
    assertThat(password(PASSWORD)).isEmpty();
    assertThat(mailedCode(mailed())).isEmpty();
    assertThat(view().complete()).isTrue();

    assertThat(finish(false)).isEmpty();

    LastDrill last = last().orElseThrow();
    assertThat(last.backIn()).isTrue();
    assertThat(last.name()).isEqualTo("Pixel 8");
    ReadinessView.Way way = way("password", "mailed-code");
    assertThat(last.evidence()).isEqualTo(way.evidence());
    assertThat(last.hold()).isEqualTo(way.hold());
    assertThat(last.approvals()).isEqualTo(way.approvals());
    assertThat(shown()).isEmpty();
    assertThat(drillEntries())
        .containsExactly(
            "drill.begun device",
            "drill.proof password",
            "drill.code-sent mailboxes 1",
            "drill.proof mailed-code",
            "drill.finished back-in");
    assertThat(house.memory.recoveries.ofAccount(house.ada.id(), 9)).isEmpty();
    assertThat(house.memory.factors.ofAccount(house.ada.id())).hasSize(1);
  }

  @Test
  void aRecoveryCodeIsNotUsedUpAndEveryAddressHearsThatItWasShown() {
    begin("password", "recovery-code");

    assertThat(recoveryCode(code(3))).isEmpty();

    CodeSheet kept = house.memory.recoveryCodes.inForce(house.ada.id()).orElseThrow();
    assertThat(kept.left()).isEqualTo(10);
    assertThat(house.memory.outbox.messages("recovery-code-rehearsed"))
        .singleElement()
        .satisfies(mail -> assertThat(mail.body().revealText()).contains("code 3 of sheet 1"));
    Secret recovery = recovery();
    assertThat(house.get(ProveByRecoveryCode.class).prove(recovery, Secret.ofText(code(3)), HOME))
        .isInstanceOf(RecoveryAnswer.Done.class);
  }

  @Test
  void aWrongProofSaysSoAndChangesNothingElse() {
    begin("password", "recovery-code");

    assertThat(password("guess")).contains(DrillRefusal.PASSWORD_WRONG);
    assertThat(recoveryCode("no code")).contains(DrillRefusal.SAVED_CODE_MALFORMED);
    assertThat(recoveryCode(another())).contains(DrillRefusal.SAVED_CODE_WRONG);
    assertThat(view().steps()).noneMatch(DrillView.Step::done);
    assertThat(finish(false)).contains(DrillRefusal.STEPS_MISSING);

    assertThat(password(PASSWORD)).isEmpty();
    assertThat(recoveryCode(code(1))).isEmpty();
    assertThat(finish(false)).isEmpty();
  }

  /** Attacks row 24. */
  @Test
  void theCodeOfADrillIsWorthlessInARecoveryAndTheOtherWayRound() {
    begin("password", "mailed-code");
    String ofDrill = mailed();
    Secret recovery = recovery();
    house.get(SendRecoveryCode.class).send(recovery, HOME);
    String ofRecovery = house.lastCodeMailed("recovery-code", MAILBOX);

    assertThat(house.get(ProveByMailedCode.class).prove(recovery, ofDrill, HOME))
        .isInstanceOf(RecoveryAnswer.Refused.class);
    assertThat(mailedCode(ofRecovery)).contains(DrillRefusal.CODE_WRONG);
    assertThat(house.get(ProveByMailedCode.class).prove(recovery, ofRecovery, HOME))
        .isInstanceOf(RecoveryAnswer.Done.class);

    begin("password", "mailed-code");
    mailed();
    assertThat(mailedCode(ofDrill)).as("of the drill before").contains(DrillRefusal.CODE_WRONG);
  }

  @Test
  void theMailSaysThatItIsARehearsal() {
    begin("password", "mailed-code");
    mailed();

    assertThat(house.memory.outbox.messages(KIND).get(0).body().revealText())
        .contains("only a rehearsal", "opens nothing");
  }

  /** Attacks rows 13 and 15: the same counters as where the password and the codes count. */
  @Test
  void whoHasStolenASessionGuessesNoMoreOftenHereThanThere() {
    begin("password", "recovery-code");
    for (int guess = 0; guess < 3; guess++) {
      assertThat(password("guess " + guess)).contains(DrillRefusal.PASSWORD_WRONG);
      assertThat(recoveryCode(another())).contains(DrillRefusal.SAVED_CODE_WRONG);
    }

    assertThat(password(PASSWORD)).contains(DrillRefusal.TOO_MANY_ATTEMPTS);
    assertThat(recoveryCode(code(1))).contains(DrillRefusal.TOO_MANY_ATTEMPTS);
    begin("password", "recovery-code");
    assertThat(password(PASSWORD)).as("a new drill").contains(DrillRefusal.TOO_MANY_ATTEMPTS);
    ConfirmationOutcome confirmed =
        house
            .get(ConfirmItIsMe.class)
            .confirm(session, Secret.ofText(PASSWORD), house.phone, house.typed(house.phone), HOME);
    assertThat(confirmed)
        .isInstanceOfSatisfying(
            ConfirmationOutcome.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(ChallengeRefusal.THROTTLED));

    house.pass(Duration.ofMinutes(2));
    assertThat(password(PASSWORD)).isEmpty();
  }

  @Test
  void wrongMailedCodesAreThrottledAndANewCodeDoesNotResetTheCount() {
    begin("password", "mailed-code");
    String right = mailed();
    String wrong = right.equals("00000000") ? "00000001" : "00000000";
    for (int guess = 0; guess < 3; guess++) {
      assertThat(mailedCode(wrong)).contains(DrillRefusal.CODE_WRONG);
    }

    assertThat(mailedCode(mailed())).contains(DrillRefusal.TOO_MANY_ATTEMPTS);
  }

  @Test
  void noOtherSessionAndNoOtherAccountGoesOnWithIt() {
    begin("password", "recovery-code");
    SessionView other = house.fullSession(house.ada, house.phone);
    SessionView grace = house.fullSession(house.grace, house.bindTotp(house.grace, "Pixel 9"));

    for (SessionView stranger : List.of(other, grace)) {
      assertThat(house.get(ShowDrill.class).show(stranger)).isEmpty();
      assertThat(
              house
                  .get(RehearsePassword.class)
                  .rehearse(stranger, Secret.ofText(PASSWORD), ELSEWHERE)
                  .refusal())
          .contains(DrillRefusal.OVER);
      assertThat(house.get(FinishDrill.class).finish(stranger, true, HOME).refusal())
          .contains(DrillRefusal.OVER);
      assertThat(house.get(GiveUpDrill.class).giveUp(stranger, HOME).refusal())
          .contains(DrillRefusal.OVER);
    }
    assertThat(view().steps()).noneMatch(DrillView.Step::done);
  }

  @Test
  void itEndsAfterHalfAnHourAndWithItsSession() {
    begin("password", "mailed-code");
    String code = mailed();
    house.pass(Drill.LONGEST);
    assertThat(shown()).isEmpty();
    assertThat(mailedCode(code)).contains(DrillRefusal.OVER);

    begin("password", "mailed-code");
    house.get(EndOwnSession.class).end(session, HOME);
    assertThat(password(PASSWORD)).contains(DrillRefusal.WRONG_STEP);
  }

  @Test
  void oneIsUnderWayAtMostAndTheNextTakesItsPlace() {
    begin("password", "mailed-code");
    Drill.Open first = house.memory.drills.open(house.ada.id()).orElseThrow();
    begin("password", "recovery-code");

    assertThat(house.memory.drills.open(house.ada.id()).orElseThrow().id())
        .isNotEqualTo(first.id());
    assertThat(last()).as("it says nothing").isEmpty();
  }

  @Test
  void whoCannotGoOnLearnsItNow() {
    begin("password", "recovery-code");
    password(PASSWORD);

    assertThat(house.get(GiveUpDrill.class).giveUp(session, HOME).done()).isTrue();

    LastDrill last = last().orElseThrow();
    assertThat(last.backIn()).isFalse();
    assertThat(last.missing()).containsExactly("recovery-code");
    assertThat(house.memory.drills.lastBackIn(house.ada.id())).isEmpty();
  }

  @Test
  void aWayThatIsNoMoreIsSaidToBe() {
    begin("password", "recovery-code");
    password(PASSWORD);
    recoveryCode(code(1));
    CodeSheet kept = house.memory.recoveryCodes.inForce(house.ada.id()).orElseThrow();
    house.memory.recoveryCodes.end(kept.batch().id(), house.now());

    assertThat(finish(false)).contains(DrillRefusal.WAY_GONE);
    assertThat(shown()).isEmpty();
    assertThat(last()).isEmpty();
  }

  /** Attacks row 10: a code that was shown in a drill opens nothing. */
  @Test
  void theCodeOfAnAppIsTakenOnceAndOnlyFromADeviceThatIsLeft() {
    FactorId tablet = house.bindTotp(house.ada, "Tablet");
    begin("password", "totp");
    assertThat(app(house.phone, house.code(house.phone))).contains(DrillRefusal.FACTOR_UNKNOWN);
    assertThat(app(tablet, house.wrongCode(tablet))).contains(DrillRefusal.FACTOR_CODE_WRONG);
    String code = house.code(tablet);
    assertThat(app(tablet, code)).isEmpty();

    SessionView half = house.halfSignedIn(house.ada);
    assertThat(SignInHouse.refusal(house.answer(half, tablet, code)))
        .contains(ChallengeRefusal.REPLAYED_CODE);
  }

  /** What would disturb people is told, and they are part of what was rehearsed. */
  @Test
  void whoWouldHaveToAgreeIsTickedAndNobodyIsAsked() {
    Organisation before = house.organisation;
    house.memory.organisations.save(
        new Organisation(
            before.id(), before.name(), "strict", before.staffPolicy(), before.passwordReset()));
    begin("password", "mailed-code");
    password(PASSWORD);
    mailedCode(mailed());

    assertThat(finish(false)).contains(DrillRefusal.NOT_UNDERSTOOD);
    assertThat(finish(true)).isEmpty();

    assertThat(last().orElseThrow().approvals()).isEqualTo(2);
    assertThat(last().orElseThrow().policy()).startsWith("strict/");
    assertThat(house.memory.opinions.waiting(before.id(), 9)).isEmpty();
  }

  @Test
  void aPasskeyIsToldAndTickedForNobodyIsAskedForIt() {
    FactorId key = house.bindTotp(house.ada, "Laptop");
    house
        .memory
        .factors
        .find(key)
        .flatMap(Factor::asActive)
        .map(ofKind(FactorKind.SECURITY_KEY))
        .ifPresent(house.memory.factors::save);
    begin("password", "security-key");
    assertThat(password(PASSWORD)).isEmpty();

    assertThat(finish(false)).contains(DrillRefusal.STEPS_MISSING);
    assertThat(read(EvidenceKind.SECURITY_KEY)).isEmpty();
    assertThat(finish(false)).isEmpty();
    assertThat(drillEntries()).contains("drill.proof security-key read");
  }

  private static UnaryOperator<Factor.Active> ofKind(FactorKind kind) {
    return factor ->
        new Factor.Active(
            new FactorDetails(
                factor.id(),
                factor.details().account(),
                kind,
                factor.details().device(),
                factor.details().createdAt()),
            factor.confirmedAt(),
            factor.lastUsedAt());
  }

  @Test
  void whatTheWayDoesNotAskForIsNotHeard() {
    begin("password", "mailed-code");

    assertThat(recoveryCode(code(1))).contains(DrillRefusal.NOT_ASKED);
    assertThat(read(EvidenceKind.RECOVERY_CONTACTS)).contains(DrillRefusal.NOT_ASKED);
    assertThat(read(EvidenceKind.PASSWORD)).contains(DrillRefusal.STEPS_MISSING);
    assertThat(beginWith(new ImaginedLoss(Loss.Kind.DEVICE, "iPhone"), 0))
        .contains(DrillRefusal.LOSS_UNKNOWN);
    assertThat(beginWith(PHONE, 99)).contains(DrillRefusal.LOSS_UNKNOWN);
    assertThat(beginWith(PHONE, -1)).contains(DrillRefusal.LOSS_UNKNOWN);
  }

  @Test
  void aCodeThatNobodyAskedForIsNotCounted() {
    begin("password", "mailed-code");

    assertThat(mailedCode("12345678")).contains(DrillRefusal.CODE_NOT_SENT);
    assertThat(mailedCode("soon")).contains(DrillRefusal.CODE_MALFORMED);
    assertThat(mailedCode(mailed())).isEmpty();
  }

  @Test
  void onProbationThereIsNoDrillAsThereIsNoRecovery() {
    house.memory.accounts.save(
        house.stored(house.ada).withProbationUntil(house.now().plusSeconds(60)));

    assertThat(beginWith(PHONE, 0)).contains(DrillRefusal.ON_PROBATION);
  }

  @Test
  void everyMailboxButTheLostOneGetsACode() {
    String second = "second@example.org";
    ContactPoint first = house.memory.contactPoints.ofAccount(house.ada.id()).get(0);
    house.memory.contactPoints.add(
        new ContactPoint(
            new ContactPointId(house.memory.ids.next()),
            house.ada.id(),
            ContactPoint.Kind.EMAIL,
            second,
            first.addedAt(),
            first.confirmedAt(),
            first.usableForRecoveryFrom(),
            Optional.empty()));
    begin(new ImaginedLoss(Loss.Kind.MAILBOX, MAILBOX), "password", "mailed-code");

    assertThat(house.get(SendDrillCode.class).send(session, HOME).done()).isTrue();

    assertThat(house.codesMailed(KIND, MAILBOX)).isEmpty();
    assertThat(mailedCode(house.lastCodeMailed(KIND, second))).isEmpty();
    assertThat(password(PASSWORD)).isEmpty();
    assertThat(finish(false)).isEmpty();
    assertThat(last().orElseThrow().loss()).isEqualTo("mailbox");
  }

  @Test
  void mailsAreLimitedAndThoseOfARecoveryAreNotUsedUp() {
    begin("password", "mailed-code");
    Optional<DrillRefusal> refusal = Optional.empty();
    for (int i = 0; i < 50 && refusal.isEmpty(); i++) {
      refusal = house.get(SendDrillCode.class).send(session, HOME).refusal();
    }
    assertThat(refusal).contains(DrillRefusal.TOO_MANY_MAILS);

    Secret recovery = recovery();
    assertThat(house.get(SendRecoveryCode.class).send(recovery, ELSEWHERE))
        .isInstanceOf(RecoveryAnswer.Done.class);
  }

  private void begin(String... evidence) {
    begin(PHONE, evidence);
  }

  private void begin(ImaginedLoss lost, String... evidence) {
    int number =
        ways(lost).stream().map(ReadinessView.Way::evidence).toList().indexOf(List.of(evidence));
    assertThat(number).as("%s of %s", List.of(evidence), ways(lost)).isNotNegative();
    assertThat(beginWith(lost, number)).isEmpty();
  }

  private Optional<DrillRefusal> beginWith(ImaginedLoss lost, int number) {
    return house.get(BeginDrill.class).begin(session, lost, number, HOME).refusal();
  }

  private ReadinessView.Way way(String... evidence) {
    return ways(PHONE).stream()
        .filter(way -> way.evidence().equals(List.of(evidence)))
        .findFirst()
        .orElseThrow();
  }

  private List<ReadinessView.Way> ways(ImaginedLoss lost) {
    return house.get(DescribeReadiness.class).describe(session).losses().stream()
        .filter(loss -> loss.thing().kind().equals(lost.kind().code()))
        .filter(loss -> loss.thing().name().equals(lost.name()))
        .flatMap(loss -> loss.ways().stream())
        .toList();
  }

  private Optional<DrillRefusal> password(String typed) {
    return house
        .get(RehearsePassword.class)
        .rehearse(session, Secret.ofText(typed), HOME)
        .refusal();
  }

  private Optional<DrillRefusal> recoveryCode(String typed) {
    return house
        .get(RehearseRecoveryCode.class)
        .rehearse(session, Secret.ofText(typed), HOME)
        .refusal();
  }

  private Optional<DrillRefusal> mailedCode(String typed) {
    return house.get(RehearseMailedCode.class).rehearse(session, typed, HOME).refusal();
  }

  private Optional<DrillRefusal> app(FactorId factor, String typed) {
    return house.get(RehearseApp.class).rehearse(session, factor, typed, HOME).refusal();
  }

  private Optional<DrillRefusal> read(EvidenceKind kind) {
    return house.get(ReadStep.class).read(session, kind, HOME).refusal();
  }

  private Optional<DrillRefusal> finish(boolean understood) {
    return house.get(FinishDrill.class).finish(session, understood, HOME).refusal();
  }

  private String mailed() {
    assertThat(house.get(SendDrillCode.class).send(session, HOME).done()).isTrue();
    return house.lastCodeMailed(KIND, MAILBOX);
  }

  private DrillView view() {
    return shown().orElseThrow();
  }

  private Optional<DrillView> shown() {
    return house.get(ShowDrill.class).show(session);
  }

  private Optional<LastDrill> last() {
    return house.get(ShowLastDrill.class).show(session);
  }

  private Secret recovery() {
    StartOutcome started =
        house.get(StartRecovery.class).start(MAILBOX, HOME, Optional.empty(), Optional.empty());
    return ((StartOutcome.Started) started).recoveryToken();
  }

  private PrintedSheet sheet() {
    RecoveryCodesOutcome made = house.get(MakeRecoveryCodes.class).make(session, 0, HOME);
    return ((RecoveryCodesOutcome.Made) made).sheet();
  }

  private String code(int number) {
    return sheet.codes().get(number - 1).code().printed().revealText();
  }

  /** A code of another account. */
  private String another() {
    return RecoveryCode.of(Secret.of(new byte[RecoveryCode.BYTES])).printed().revealText();
  }

  private List<String> drillEntries() {
    return house.memory.audit.entries().stream()
        .map(AuditEntry::what)
        .filter(what -> what.code().code().startsWith("drill."))
        .map(what -> what.code().code() + " " + what.detail().orElse(""))
        .toList();
  }
}
