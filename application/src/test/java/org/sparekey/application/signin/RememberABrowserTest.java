package org.sparekey.application.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.signin.SignInHouse.HOME;
import static org.sparekey.application.signin.SignInHouse.PASSWORD;
import static org.sparekey.application.signin.SignInHouse.signedIn;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sparekey.application.account.ChangeOwnPassword;
import org.sparekey.application.account.DescribeAssurance;
import org.sparekey.application.enrolment.EnrolmentRefusal;
import org.sparekey.application.enrolment.RemoveOwnFactor;
import org.sparekey.application.enrolment.RenameOwnFactor;
import org.sparekey.application.enrolment.ReportLostDevice;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.ShippedPolicies;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Secret;

/** A browser stands in for the factor at a sign-in: for whom, how long, and for what not. */
class RememberABrowserTest {

  private static final Duration REMEMBERED =
      ShippedPolicies.quick().rules().rememberedBrowsers().orElseThrow();

  private final SignInHouse house = new SignInHouse();
  private Secret browser = Secret.ofText("none");
  private SessionView full = house.halfSignedIn(house.ada);

  @BeforeEach
  void aRememberedBrowser() {
    ChallengeOutcome.SignedIn in = remember(house.ada, house.phone, Optional.empty());
    browser = in.newBrowserToken().orElseThrow();
    full = house.resume(in.sessionToken()).orElseThrow();
  }

  @Test
  void thePasswordIsEnoughThereAndTheSessionSaysSo() {
    SignInOutcome outcome = password(browser);

    assertThat(outcome).isInstanceOf(SignInOutcome.SignedIn.class);
    SessionView view = view(outcome);
    assertThat(view.level()).isEqualTo(Session.Level.REMEMBERED);
    assertThat(view.signedIn()).isTrue();
    assertThat(view.full()).isFalse();
    assertThat(view.recentlyConfirmed()).isFalse();
    DescribeAssurance.Assurance assurance = house.get(DescribeAssurance.class).describe(view);
    assertThat(assurance.aal()).isOne();
    assertThat(assurance.level()).isEqualTo("remembered");
    assertThat(house.get(DescribeAssurance.class).describe(full).aal()).isEqualTo(2);
    assertThat(house.memory.audit.codes())
        .endsWith(
            AuditCode.PASSWORD_CHECKED, AuditCode.BROWSER_STOOD_IN, AuditCode.SESSION_STARTED);
  }

  @Test
  void theOwnerHearsOfItAndSeesUntilWhen() {
    assertThat(house.memory.outbox.messages("browser-remembered")).hasSize(1);
    assertThat(house.memory.audit.codes()).contains(AuditCode.BROWSER_REMEMBERED);

    assertThat(house.get(ListKnownBrowsers.class).list(full))
        .singleElement()
        .extracting(KnownBrowserView::rememberedUntil)
        .isEqualTo(Optional.of(house.now().plus(REMEMBERED)));
  }

  @Test
  void nobodyIsRememberedWithoutTheWish() {
    Secret known = house.signIn(house.ada, house.phone).newBrowserToken().orElseThrow();

    assertThat(password(known)).isInstanceOf(SignInOutcome.ChallengeNeeded.class);
  }

  @Test
  void whoeverSawTheTokenBeforeHasNoPartInIt() {
    Secret known = house.signIn(house.ada, house.phone).newBrowserToken().orElseThrow();

    Secret remembered =
        remember(house.ada, house.phone, Optional.of(known)).newBrowserToken().orElseThrow();

    assertThat(remembered).isNotEqualTo(known);
    assertThat(password(known)).isInstanceOf(SignInOutcome.ChallengeNeeded.class);
    assertThat(password(remembered)).isInstanceOf(SignInOutcome.SignedIn.class);
  }

  @Test
  void theCookieAloneOpensNothing() {
    assertThat(house.resume(browser)).isEmpty();
    assertThat(house.password("ada@example.org", "wrong", HOME, Optional.of(browser)))
        .isInstanceOf(SignInOutcome.Refused.class);
  }

  @Test
  void aStolenCookieIsWorthNothingForAnotherAccount() {
    house.bindTotp(house.grace, "Phone");

    assertThat(house.password("grace@example.org", PASSWORD, HOME, Optional.of(browser)))
        .isInstanceOf(SignInOutcome.ChallengeNeeded.class);
  }

  @Test
  void itEndsWithTheTimeThatThePolicyOfTodayGives() {
    house.pass(Duration.ofDays(8));
    assertThat(password(browser)).isInstanceOf(SignInOutcome.SignedIn.class);

    publish(Optional.of(Duration.ofDays(7)), 90);
    assertThat(password(browser)).isInstanceOf(SignInOutcome.ChallengeNeeded.class);

    publish(Optional.of(Duration.ofDays(9)), 91);
    assertThat(password(browser)).isInstanceOf(SignInOutcome.SignedIn.class);
    house.pass(Duration.ofDays(1));
    assertThat(password(browser)).isInstanceOf(SignInOutcome.ChallengeNeeded.class);
  }

  @Test
  void usingItDoesNotMakeItLastLonger() {
    for (int days = 0; days < REMEMBERED.toDays(); days += 10) {
      assertThat(password(browser)).isInstanceOf(SignInOutcome.SignedIn.class);
      house.pass(Duration.ofDays(10));
    }

    assertThat(password(browser)).isInstanceOf(SignInOutcome.ChallengeNeeded.class);
  }

  @Test
  void aPolicyThatRemembersNoneEndsItAndOffersNothing() {
    SessionView half = house.halfSignedIn(house.ada);
    assertThat(house.get(DescribeChallenge.class).describe(half).rememberDays())
        .isEqualTo(REMEMBERED.toDays());

    publish(Optional.empty(), 90);

    assertThat(password(browser)).isInstanceOf(SignInOutcome.ChallengeNeeded.class);
    assertThat(house.get(DescribeChallenge.class).describe(half).rememberDays()).isZero();
    house.pass(Duration.ofSeconds(30));
    assertThat(remember(house.ada, house.phone, Optional.empty()).newBrowserToken()).isEmpty();
  }

  @Test
  void membersOfTheStaffHaveNoneWhateverThePolicySays() {
    assertThat(ShippedPolicies.staff().rules().rememberedBrowsers()).isPresent();
    Account staff = house.account("sue@example.org", Set.of(StaffRole.SUPPORT));
    FactorId app = house.bindTotp(staff, "Phone");

    Optional<Secret> token = remember(staff, app, Optional.empty()).newBrowserToken();

    assertThat(house.password("sue@example.org", PASSWORD, HOME, token))
        .isInstanceOf(SignInOutcome.ChallengeNeeded.class);
    assertThat(
            house.get(DescribeChallenge.class).describe(house.halfSignedIn(staff)).rememberDays())
        .isZero();
  }

  @Test
  void suchASessionChangesNothing() {
    SessionView view = view(password(browser));

    assertThat(house.get(RemoveOwnFactor.class).remove(view, house.phone, HOME))
        .contains(EnrolmentRefusal.NEEDS_CONFIRMATION);
    assertThat(house.get(RenameOwnFactor.class).rename(view, house.phone, "Mine", HOME))
        .contains(EnrolmentRefusal.NEEDS_CONFIRMATION);
  }

  @Test
  void theFactorMakesItAFullOne() {
    SessionView view = view(password(browser));
    house.pass(Duration.ofSeconds(30));

    Secret after =
        house
            .get(ConfirmItIsMe.class)
            .confirm(view, Secret.ofText(PASSWORD), house.phone, house.typed(house.phone), HOME)
            .fold(
                ConfirmationOutcome.Confirmed::newSessionToken,
                refused -> {
                  throw new AssertionError("refused: " + refused);
                });

    SessionView risen = house.resume(after).orElseThrow();
    assertThat(risen.full()).isTrue();
    assertThat(risen.recentlyConfirmed()).isTrue();
  }

  @Test
  void aForgottenBrowserIsNoneAndItsSessionEnds() {
    SignInOutcome outcome = password(browser);
    KnownBrowserView known = house.get(ListKnownBrowsers.class).list(full).get(0);
    SessionView stranger = house.halfSignedIn(house.grace);
    assertThat(house.get(ForgetKnownBrowser.class).forget(stranger, known.id(), HOME)).isFalse();

    assertThat(house.get(ForgetKnownBrowser.class).forget(full, known.id(), HOME)).isTrue();
    assertThat(house.get(ForgetKnownBrowser.class).forget(full, known.id(), HOME)).isFalse();

    assertThat(house.resume(SignInHouse.token(outcome))).isEmpty();
    assertThat(password(browser)).isInstanceOf(SignInOutcome.ChallengeNeeded.class);
  }

  @Test
  void itEndsWithAllOtherSessions() {
    house.get(RevokeOtherSessions.class).revoke(full, HOME);

    assertThat(password(browser)).isInstanceOf(SignInOutcome.ChallengeNeeded.class);
    assertThat(house.memory.audit.codes()).contains(AuditCode.BROWSER_REMEMBERING_ENDED);
    assertThat(house.get(ListKnownBrowsers.class).list(full)).hasSize(1);
  }

  @Test
  void itEndsWhenThePasswordChanges() {
    String other = "seven quiet herons at noon";

    assertThat(
            house
                .get(ChangeOwnPassword.class)
                .change(full, Secret.ofText(PASSWORD), Secret.ofText(other), HOME)
                .refusal())
        .isEmpty();

    assertThat(house.password("ada@example.org", other, HOME, Optional.of(browser)))
        .isInstanceOf(SignInOutcome.ChallengeNeeded.class);
  }

  @Test
  void itEndsWithALostDevice() {
    FactorId tablet = house.bindAnother(full, "Tablet");
    assertThat(tablet).isNotEqualTo(house.phone);

    house.get(ReportLostDevice.class).report(full, "Tablet", HOME);

    assertThat(password(browser)).isInstanceOf(SignInOutcome.ChallengeNeeded.class);
  }

  @Test
  void whereNoFactorIsInUseItStandsInForNone() {
    house
        .memory
        .factors
        .find(house.phone)
        .flatMap(Factor::asActive)
        .ifPresent(
            active ->
                house.memory.factors.save(active.suspend(RevocationReason.LOST, house.now())));

    assertThat(password(browser)).isInstanceOf(SignInOutcome.ChallengeNeeded.class);
  }

  private SignInOutcome password(Secret token) {
    return house.password("ada@example.org", PASSWORD, HOME, Optional.of(token));
  }

  private SessionView view(SignInOutcome outcome) {
    return house.resume(SignInHouse.token(outcome)).orElseThrow();
  }

  private ChallengeOutcome.SignedIn remember(
      Account owner, FactorId factor, Optional<Secret> token) {
    house.pass(Duration.ofSeconds(30));
    return signedIn(
        house
            .get(AnswerChallenge.class)
            .answer(house.halfSignedIn(owner), factor, house.typed(factor), HOME, token, true));
  }

  private void publish(Optional<Duration> browsers, int version) {
    RecoveryPolicy quick = ShippedPolicies.quick();
    PolicyRules old = quick.rules();
    house.memory.policies.publishOnce(
        new RecoveryPolicy(
            new PolicyVersion("quick", version),
            "Quick",
            quick.paths(),
            new PolicyRules(
                old.probation(),
                old.contactCoolOff(),
                old.wrongProofs(),
                old.revokes(),
                old.survivors(),
                browsers,
                old.contacts(),
                old.vetoes(),
                old.leastFactors())),
        house.now());
  }
}
