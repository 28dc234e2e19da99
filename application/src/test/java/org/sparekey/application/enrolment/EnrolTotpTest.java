package org.sparekey.application.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.signin.SignInHouse.HOME;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sparekey.application.signin.EndOwnSession;
import org.sparekey.application.signin.FactorView;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SignInHouse;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Secret;

/** Binding, naming and removing the own factors. */
class EnrolTotpTest {

  private final SignInHouse house = new SignInHouse();

  @Test
  void theFirstFactorIsProvedAndTheSessionRises() {
    SessionView view = house.halfSignedIn(house.grace);
    FactorId factor = begun(view);
    EnrolmentView shown = show(view).orElseThrow();
    assertThat(shown.id()).isEqualTo(factor);
    assertThat(shown.keyUri()).startsWith("otpauth://totp/Example%20keys:grace%40example.org?");
    assertThat(shown.qrSvg()).startsWith("<svg");
    assertThat(shown.toString()).doesNotContain(shown.keyText());

    Secret token =
        confirm(view, factor, "Pixel 9", house.code(factor))
            .fold(
                bound -> bound.newSessionToken().orElseThrow(),
                refused -> {
                  throw new AssertionError("refused: " + refused);
                });

    SessionView full = house.resume(token).orElseThrow();
    assertThat(full.level()).isEqualTo(Session.Level.FULL);
    assertThat(house.get(ListOwnFactors.class).list(full))
        .extracting(FactorView::device, FactorView::status)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Pixel 9", "active"));
    assertThat(house.memory.audit.codes())
        .contains(AuditCode.ENROLMENT_BEGUN, AuditCode.FACTOR_BOUND, AuditCode.SESSION_STARTED);
    assertThat(house.memory.outbox.messages("factor-bound")).hasSize(1);
    assertThat(show(full)).isEmpty();
  }

  @Test
  void theCodeThatBoundAFactorDoesNotSignIn() {
    SessionView view = house.halfSignedIn(house.grace);
    FactorId factor = begun(view);
    String code = house.code(factor);
    confirm(view, factor, "Pixel 9", code);

    assertThat(SignInHouse.refusal(house.answer(house.halfSignedIn(house.grace), factor, code)))
        .map(reason -> reason.code())
        .contains("replayed-code");
  }

  @Test
  void row26APendingFactorBelongsToOneSession() {
    SessionView mine = house.halfSignedIn(house.grace);
    SessionView other = house.halfSignedIn(house.grace);
    FactorId factor = begun(mine);

    assertThat(show(other)).isEmpty();
    assertThat(refusal(confirm(other, factor, "Mine", house.code(factor))))
        .contains(EnrolmentRefusal.NO_ENROLMENT);
    assertThat(status(factor)).isEqualTo(FactorStatus.PENDING);
  }

  @Test
  void row26APendingFactorDiesAfterTenMinutes() {
    SessionView view = house.halfSignedIn(house.grace);
    FactorId factor = begun(view);
    house.pass(Duration.ofMinutes(10));

    assertThat(show(view)).isEmpty();
    assertThat(refusal(confirm(view, factor, "Late", house.code(factor))))
        .contains(EnrolmentRefusal.NO_ENROLMENT);
  }

  @Test
  void row26AnotherBeginningReplacesTheFirst() {
    SessionView view = house.halfSignedIn(house.grace);
    FactorId first = begun(view);
    String codeOfFirst = house.code(first);
    FactorId second = begun(view);

    assertThat(refusal(confirm(view, first, "Old", codeOfFirst)))
        .contains(EnrolmentRefusal.NO_ENROLMENT);
    assertThat(status(first)).isEqualTo(FactorStatus.REVOKED);
    assertThat(house.memory.factors.totpState(first)).isEmpty();
    assertThat(confirm(view, second, "New", house.code(second)))
        .isInstanceOf(BindOutcome.Bound.class);
  }

  @Test
  void row26APendingFactorAnswersNoChallenge() {
    SessionView full = house.fullSession(house.ada, house.phone);
    FactorId pending = begun(full);

    assertThat(
            SignInHouse.refusal(
                house.answer(house.halfSignedIn(house.ada), pending, house.code(pending))))
        .map(reason -> reason.code())
        .contains("unknown-factor");
  }

  @Test
  void ofTwoFirstEnrolmentsOnlyOneBinds() {
    SessionView thief = house.halfSignedIn(house.grace);
    SessionView owner = house.halfSignedIn(house.grace);
    FactorId his = begun(thief);
    FactorId hers = begun(owner);
    confirm(owner, hers, "Hers", house.code(hers));

    assertThat(refusal(confirm(thief, his, "His", house.code(his))))
        .contains(EnrolmentRefusal.WRONG_STEP);
    assertThat(
            house
                .get(BeginTotpEnrolment.class)
                .begin(thief, HOME)
                .<Optional<EnrolmentRefusal>>fold(
                    ok -> Optional.empty(), refused -> Optional.of(refused.reason())))
        .contains(EnrolmentRefusal.WRONG_STEP);
  }

  @Test
  void theLostCodeOrNameLeavesTheFactorPending() {
    SessionView view = house.halfSignedIn(house.grace);
    FactorId factor = begun(view);

    assertThat(refusal(confirm(view, factor, "Pixel 9", house.wrongCode(factor))))
        .contains(EnrolmentRefusal.WRONG_CODE);
    assertThat(refusal(confirm(view, factor, "Pixel 9", "12 34")))
        .contains(EnrolmentRefusal.MALFORMED_CODE);
    assertThat(refusal(confirm(view, factor, "  ", house.code(factor))))
        .contains(EnrolmentRefusal.BAD_DEVICE_NAME);
    assertThat(refusal(confirm(view, factor, "x".repeat(100_000), house.code(factor))))
        .contains(EnrolmentRefusal.BAD_DEVICE_NAME);
    assertThat(confirm(view, factor, "Pixel 9", house.code(factor)))
        .isInstanceOf(BindOutcome.Bound.class);
  }

  @Test
  void aFurtherFactorNeedsAFreshProof() {
    SessionView fresh = house.fullSession(house.ada, house.phone);
    house.pass(Duration.ofMinutes(10));
    SessionView stale = again(fresh, false, false);

    assertThat(
            house
                .get(BeginTotpEnrolment.class)
                .begin(stale, HOME)
                .<Optional<EnrolmentRefusal>>fold(
                    ok -> Optional.empty(), refused -> Optional.of(refused.reason())))
        .contains(EnrolmentRefusal.NEEDS_CONFIRMATION);
  }

  @Test
  void aSessionThatWaitsForItsFactorBindsNone() {
    assertThat(
            house
                .get(BeginTotpEnrolment.class)
                .begin(house.halfSignedIn(house.ada), HOME)
                .<Optional<EnrolmentRefusal>>fold(
                    ok -> Optional.empty(), refused -> Optional.of(refused.reason())))
        .contains(EnrolmentRefusal.WRONG_STEP);
    assertThat(house.get(ListOwnFactors.class).list(house.halfSignedIn(house.ada))).isEmpty();
  }

  @Test
  void afterTheEndOfTheSessionNothingIsBound() {
    SessionView view = house.halfSignedIn(house.grace);
    FactorId factor = begun(view);
    house.get(EndOwnSession.class).end(view, HOME);

    assertThat(refusal(confirm(view, factor, "Late", house.code(factor))))
        .contains(EnrolmentRefusal.NO_ENROLMENT);
  }

  @Test
  void aFactorIsRenamedByItsOwnerOnly() {
    SessionView view = house.fullSession(house.ada, house.phone);
    FactorId hers = house.bindTotp(house.grace, "Her phone");
    RenameOwnFactor rename = house.get(RenameOwnFactor.class);

    assertThat(rename.rename(view, house.phone, "Work phone", HOME)).isEmpty();
    assertThat(rename.rename(view, hers, "Mine now", HOME))
        .contains(EnrolmentRefusal.UNKNOWN_FACTOR);
    assertThat(rename.rename(view, house.phone, "a\nb", HOME))
        .contains(EnrolmentRefusal.BAD_DEVICE_NAME);
    assertThat(house.get(ListOwnFactors.class).list(view))
        .extracting(FactorView::device)
        .containsExactly("Work phone");
  }

  @Test
  void theLastFactorStays() {
    SessionView view = house.fullSession(house.ada, house.phone);
    RemoveOwnFactor remove = house.get(RemoveOwnFactor.class);
    assertThat(remove.remove(view, house.phone, HOME)).contains(EnrolmentRefusal.LAST_FACTOR);

    FactorId tablet = house.bindAnother(view, "Tablet");

    assertThat(remove.remove(view, house.phone, HOME)).isEmpty();
    assertThat(status(house.phone)).isEqualTo(FactorStatus.REVOKED);
    assertThat(house.memory.factors.totpState(house.phone)).isEmpty();
    assertThat(remove.remove(view, tablet, HOME)).contains(EnrolmentRefusal.LAST_FACTOR);
    assertThat(house.memory.outbox.messages("factor-removed")).hasSize(1);
  }

  @Test
  void removingNeedsAFreshProofAndNoProbation() {
    SessionView view = house.fullSession(house.ada, house.phone);
    house.bindAnother(view, "Tablet");
    RemoveOwnFactor remove = house.get(RemoveOwnFactor.class);

    assertThat(remove.remove(again(view, false, false), house.phone, HOME))
        .contains(EnrolmentRefusal.NEEDS_CONFIRMATION);
    assertThat(remove.remove(again(view, true, true), house.phone, HOME))
        .contains(EnrolmentRefusal.ON_PROBATION);
    assertThat(house.refusals()).contains("needs-confirmation", "on-probation");
  }

  private FactorId begun(SessionView view) {
    return house
        .get(BeginTotpEnrolment.class)
        .begin(view, HOME)
        .fold(
            BeginOutcome.Begun::id,
            refused -> {
              throw new AssertionError("refused: " + refused);
            });
  }

  private Optional<EnrolmentView> show(SessionView view) {
    return house.get(ShowTotpEnrolment.class).show(view);
  }

  private BindOutcome confirm(SessionView view, FactorId factor, String device, String code) {
    return house.get(ConfirmTotpEnrolment.class).confirm(view, factor, device, code, HOME);
  }

  private static Optional<EnrolmentRefusal> refusal(BindOutcome outcome) {
    return outcome.fold(bound -> Optional.empty(), refused -> Optional.of(refused.reason()));
  }

  private FactorStatus status(FactorId factor) {
    return house.memory.factors.find(factor).orElseThrow().status();
  }

  private static SessionView again(SessionView view, boolean confirmed, boolean probation) {
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
        probation);
  }
}
