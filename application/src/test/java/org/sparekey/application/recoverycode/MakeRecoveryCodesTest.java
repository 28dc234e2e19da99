package org.sparekey.application.recoverycode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.signin.SignInHouse.HOME;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sparekey.application.recoverycode.PrintedSheet.PrintedCode;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SignInHouse;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.recoverycode.CodeBatch;
import org.sparekey.domain.recoverycode.CodeSheet;
import org.sparekey.domain.recoverycode.RecoveryCode;
import org.sparekey.domain.recoverycode.SavedCode;

/** NIST SP 800-63B-4 §4.2.1.1. */
class MakeRecoveryCodesTest {

  private final SignInHouse house = new SignInHouse();
  private final SessionView session = house.fullSession(house.ada, house.phone);

  @Test
  void tenCodesAreShownAndOnlyTheirHashesAreKept() {
    PrintedSheet sheet = made(make(session, 0));

    assertThat(sheet.batch()).isEqualTo(1);
    assertThat(sheet.siteName()).isEqualTo(house.memory.settings.siteName());
    assertThat(sheet.accountHint()).isEqualTo("a•••@example.org");
    assertThat(sheet.codes()).extracting(PrintedCode::number).containsExactly(numbers(1, 10));
    List<SavedCode> kept = inForce().orElseThrow().codes();
    assertThat(kept).hasSize(CodeBatch.SIZE);
    assertThat(kept.stream().flatMap(code -> code.hash().stream()).collect(Collectors.toSet()))
        .hasSize(CodeBatch.SIZE);
    assertThat(kept)
        .allSatisfy(
            code ->
                assertThat(
                        house.memory.hasher.matches(
                            shown(sheet, code.number()).secret(), code.hash().orElseThrow()))
                    .isTrue());
    assertThat(house.memory.audit.codes()).contains(AuditCode.RECOVERY_CODES_MADE);
    assertThat(house.memory.outbox.messages("recovery-codes-made")).hasSize(1);
  }

  @Test
  void theCheckSymbolsOfASheetDifferSoThatOneHashIsEnough() {
    for (int batch = 0; batch < 20; batch++) {
      Set<Character> symbols =
          made(make(session, batch)).codes().stream()
              .map(code -> code.code().symbol())
              .collect(Collectors.toSet());
      assertThat(symbols).hasSize(CodeBatch.SIZE);
    }
  }

  @Test
  void theNextSheetEndsTheOneBeforeAndAllAddressesAreTold() {
    PrintedSheet old = made(make(session, 0));
    PrintedSheet fresh = made(make(session, 1));

    assertThat(fresh.batch()).isEqualTo(2);
    assertThat(inForce().orElseThrow().codes())
        .allSatisfy(
            code ->
                assertThat(old.codes())
                    .noneMatch(
                        printed ->
                            house.memory.hasher.matches(
                                printed.code().secret(), code.hash().orElseThrow())));
    assertThat(house.memory.audit.codes()).contains(AuditCode.RECOVERY_CODES_REPLACED);
    assertThat(house.memory.outbox.messages("recovery-codes-replaced")).hasSize(1);
  }

  @Test
  void theSameRequestTwiceMakesOneSheet() {
    make(session, 0);
    CodeSheet first = inForce().orElseThrow();

    assertThat(refusal(make(session, 0))).contains(RecoveryCodesRefusal.MADE_MEANWHILE);
    assertThat(inForce()).contains(first);
    assertThat(house.lastEntry().reason()).contains("codes-made-meanwhile");
  }

  @Test
  void whoDidNotProveLatelyWhoSheIsMakesNone() {
    house.pass(Duration.ofMinutes(11));

    assertThat(refusal(make(resumed(), 0))).contains(RecoveryCodesRefusal.NEEDS_CONFIRMATION);
    assertThat(refusal(reissue(resumed()))).contains(RecoveryCodesRefusal.NEEDS_CONFIRMATION);
    assertThat(inForce()).isEmpty();
  }

  @Test
  void aSessionWithoutTheSecondStepMakesNoneAndSeesNone() {
    make(session, 0);
    SessionView half = house.halfSignedIn(house.ada);

    assertThat(refusal(make(half, 1))).contains(RecoveryCodesRefusal.WRONG_STEP);
    assertThat(refusal(reissue(half))).contains(RecoveryCodesRefusal.WRONG_STEP);
    assertThat(house.get(DescribeRecoveryCodes.class).describe(half).present()).isFalse();
  }

  @Test
  void onProbationAFirstSheetMayBeMadeAndNoneReplaced() {
    SessionView restricted = onProbation(session);

    assertThat(make(restricted, 0)).isInstanceOf(RecoveryCodesOutcome.Made.class);
    assertThat(refusal(make(restricted, 1))).contains(RecoveryCodesRefusal.ON_PROBATION);
  }

  @Test
  void aUsedCodeIsReplacedOnceAndTheOthersStay() {
    make(session, 0);
    CodeSheet before = inForce().orElseThrow();
    SavedCode used = before.codes().get(2);
    house.memory.recoveryCodes.spend(used.id(), house.now());

    PrintedSheet sheet = made(reissue(onProbation(session)));

    assertThat(sheet.codes()).extracting(PrintedCode::number).containsExactly(11);
    CodeSheet after = inForce().orElseThrow();
    assertThat(after.left()).isEqualTo(CodeBatch.SIZE);
    assertThat(after.codes()).containsAll(before.codes().subList(0, 2));
    assertThat(after.candidate(sheet.codes().get(0).code()).map(SavedCode::number)).contains(11);
    assertThat(refusal(reissue(session))).contains(RecoveryCodesRefusal.NONE_USED);
    assertThat(house.memory.audit.codes()).contains(AuditCode.RECOVERY_CODES_REISSUED);
    assertThat(house.memory.outbox.messages("recovery-codes-reissued")).hasSize(1);
  }

  @Test
  void theOwnerSeesHowManyAreLeftAndIsWarned() {
    DescribeRecoveryCodes describe = house.get(DescribeRecoveryCodes.class);
    assertThat(describe.describe(session).present()).isFalse();
    make(session, 0);
    List<SavedCode> codes = inForce().orElseThrow().codes();
    codes.subList(0, 6).forEach(code -> house.memory.recoveryCodes.spend(code.id(), house.now()));
    assertThat(describe.describe(session).few()).isFalse();
    house.memory.recoveryCodes.spend(codes.get(6).id(), house.now());

    RecoveryCodesView view = describe.describe(session);

    assertThat(view.few()).isTrue();
    assertThat(view.left()).isEqualTo(3);
    assertThat(view.owed()).isEqualTo(7);
    assertThat(view.used())
        .extracting(RecoveryCodesView.UsedCode::number)
        .containsExactly(numbers(1, 7));
    assertThat(made(reissue(session)).codes())
        .extracting(PrintedCode::number)
        .containsExactly(numbers(11, 17));
  }

  @Test
  void nothingPrintsACodeByMistake() {
    PrintedSheet sheet = made(make(session, 0));

    assertThat(sheet.toString()).doesNotContain(shown(sheet, 1).printed().revealText());
    assertThat(inForce().orElseThrow().toString()).doesNotContain("hash");
  }

  private RecoveryCodesOutcome make(SessionView view, int replaces) {
    return house.get(MakeRecoveryCodes.class).make(view, replaces, HOME);
  }

  private RecoveryCodesOutcome reissue(SessionView view) {
    return house.get(ReissueUsedCodes.class).reissue(view, HOME);
  }

  private Optional<CodeSheet> inForce() {
    return house.memory.recoveryCodes.inForce(house.ada.id());
  }

  /** The same session, ten minutes after the second step. */
  private SessionView resumed() {
    return changed(session, false, session.onProbation());
  }

  private static SessionView onProbation(SessionView view) {
    return changed(view, view.recentlyConfirmed(), true);
  }

  private static SessionView changed(SessionView view, boolean confirmed, boolean onProbation) {
    return new SessionView(
        view.id(),
        view.account(),
        view.organisation(),
        view.organisationName(),
        view.level(),
        view.signInName(),
        view.displayName(),
        view.language(),
        view.roles(),
        confirmed,
        onProbation);
  }

  private static PrintedSheet made(RecoveryCodesOutcome outcome) {
    return outcome.fold(
        RecoveryCodesOutcome.Made::sheet,
        refused -> {
          throw new AssertionError("refused: " + refused);
        });
  }

  private static Optional<RecoveryCodesRefusal> refusal(RecoveryCodesOutcome outcome) {
    return outcome.fold(made -> Optional.empty(), refused -> Optional.of(refused.reason()));
  }

  private static RecoveryCode shown(PrintedSheet sheet, int number) {
    return sheet.codes().get(number - 1).code();
  }

  private static Integer[] numbers(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toArray(Integer[]::new);
  }
}
