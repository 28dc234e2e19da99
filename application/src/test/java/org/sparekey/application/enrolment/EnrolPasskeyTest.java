package org.sparekey.application.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sparekey.application.memory.SoftAuthenticator;
import org.sparekey.application.signin.PasskeyHouse;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SignInHouse;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.shared.FactorId;

/** Binding passkeys and security keys (attacks rows 25, 26). */
class EnrolPasskeyTest {

  private final PasskeyHouse keys = new PasskeyHouse();
  private final SignInHouse house = keys.house;
  private final SoftAuthenticator key = keys.authenticator();

  @Test
  void whatTheBrowserMadeIsBoundAndEverybodyIsTold() {
    FactorId factor = keys.bind(keys.ada(), key, true, "Laptop");

    assertThat(keys.stored(factor).status()).isEqualTo(FactorStatus.ACTIVE);
    assertThat(keys.stored(factor).details().device().value()).isEqualTo("Laptop");
    assertThat(keys.stored(factor).details().kind().code()).isEqualTo("passkey");
    assertThat(house.memory.passkeys.find(factor)).isPresent();
    assertThat(house.memory.outbox.messages("factor-bound")).isNotEmpty();
    assertThat(house.lastEntry().factorKind()).contains("passkey");
  }

  @Test
  void theFirstFactorMayBeAPasskeyAndOpensTheSession() {
    Account newcomer = house.account("new@example.org", java.util.Set.of());
    SessionView enrolling = keys.half(newcomer);
    PasskeyEnrolmentView begun = keys.begun(enrolling, true);

    BindOutcome.Bound bound =
        (BindOutcome.Bound)
            keys.confirm(enrolling, begun.id(), "Laptop", key.create(begun.options()));

    assertThat(bound.newSessionToken().flatMap(house::resume))
        .hasValueSatisfying(view -> assertThat(view.full()).isTrue());
  }

  @Test
  void theHandleIsRandomStaysAndIsNotTheAccount() {
    keys.bind(keys.ada(), key, true, "Laptop");
    String handle = house.memory.passkeys.userHandle(house.ada.id()).orElseThrow();
    keys.bind(keys.ada(), keys.authenticator(), false, "Key ring");

    assertThat(house.memory.passkeys.userHandle(house.ada.id())).contains(handle);
    assertThat(handle).hasSize(43).doesNotContain(house.ada.id().toString());
  }

  @Test
  void manyMayBeBoundButNoneTwice() {
    SessionView ada = keys.ada();
    FactorId first = keys.bind(ada, key, true, "Laptop");
    keys.bind(ada, keys.authenticator(), true, "Phone");
    PasskeyEnrolmentView third = keys.begun(ada, false);

    assertThat(third.options()).contains(key.credentialId);
    assertThat(refusal(keys.confirm(ada, third.id(), "Again", key.create(third.options()))))
        .contains(EnrolmentRefusal.ALREADY_BOUND);
    assertThat(keys.stored(first).status()).isEqualTo(FactorStatus.ACTIVE);
  }

  @Test
  void aCredentialOfAnotherAccountIsNotBound() {
    keys.bind(keys.ada(), key, true, "Laptop");
    FactorId app = house.bindTotp(house.grace, "Grace's phone");
    SessionView grace = house.fullSession(house.grace, app);
    PasskeyEnrolmentView begun = keys.begun(grace, true);

    assertThat(refusal(keys.confirm(grace, begun.id(), "Mine", key.create(begun.options()))))
        .contains(EnrolmentRefusal.ALREADY_BOUND);
  }

  @Test
  void itIsWorthlessInAnotherSessionAfterItsTimeAndASecondTime() {
    SessionView ada = keys.ada();
    PasskeyEnrolmentView begun = keys.begun(ada, true);
    String made = key.create(begun.options());
    SessionView elsewhere = keys.ada();

    assertThat(house.get(ShowPasskeyEnrolment.class).show(elsewhere)).isEmpty();
    assertThat(refusal(keys.confirm(elsewhere, begun.id(), "Laptop", made)))
        .contains(EnrolmentRefusal.NO_ENROLMENT);

    PasskeyEnrolmentView next = keys.begun(ada, true);
    assertThat(refusal(keys.confirm(ada, next.id(), "Laptop", made)))
        .contains(EnrolmentRefusal.WRONG_ASSERTION);
    String right = key.create(next.options());
    assertThat(keys.confirm(ada, next.id(), "Laptop", right)).isInstanceOf(BindOutcome.Bound.class);
    assertThat(refusal(keys.confirm(ada, next.id(), "Laptop", right)))
        .contains(EnrolmentRefusal.NO_ENROLMENT);

    PasskeyEnrolmentView late = keys.begun(ada, true);
    house.pass(Duration.ofMinutes(10));
    assertThat(refusal(keys.confirm(ada, late.id(), "Laptop", key.create(late.options()))))
        .contains(EnrolmentRefusal.NO_ENROLMENT);
  }

  @Test
  void aPasskeyMustCheckItsUserAndASecurityKeyNeedNot() {
    SessionView ada = keys.ada();
    key.checksUser = false;
    PasskeyEnrolmentView begun = keys.begun(ada, true);
    assertThat(refusal(keys.confirm(ada, begun.id(), "Laptop", key.create(begun.options()))))
        .contains(EnrolmentRefusal.USER_NOT_CHECKED);

    keys.bind(ada, key, false, "Key ring");
  }

  @Test
  void whatWasMadeOnAnotherSiteIsRefused() {
    SessionView ada = keys.ada();
    key.origin = "https://evil.example";
    PasskeyEnrolmentView begun = keys.begun(ada, true);

    assertThat(refusal(keys.confirm(ada, begun.id(), "Laptop", key.create(begun.options()))))
        .contains(EnrolmentRefusal.WRONG_ORIGIN);
    assertThat(house.memory.passkeys.ofAccount(house.ada.id())).isEmpty();
    assertThat(keys.stored(begun.id()).status()).isEqualTo(FactorStatus.PENDING);
  }

  @Test
  void whoDidNotLatelyConfirmMayNotBegin() {
    SessionView ada = keys.ada();
    house.pass(Duration.ofMinutes(11));

    SessionView later =
        new SessionView(
            ada.id(),
            ada.account(),
            ada.organisation(),
            ada.organisationName(),
            ada.level(),
            ada.signInName(),
            ada.displayName(),
            ada.language(),
            ada.roles(),
            false,
            ada.onProbation());

    assertThat(
            house
                .get(BeginPasskeyEnrolment.class)
                .begin(later, true, SignInHouse.HOME)
                .<Optional<EnrolmentRefusal>>fold(
                    begun -> Optional.empty(), refused -> Optional.of(refused.reason())))
        .contains(EnrolmentRefusal.NEEDS_CONFIRMATION);
  }

  @Test
  void whatIsRemovedIsForgottenAndMayBeBoundAgain() {
    FactorId factor = keys.bind(keys.ada(), key, true, "Laptop");
    SessionView ada = keys.ada();

    assertThat(house.get(RemoveOwnFactor.class).remove(ada, factor, SignInHouse.HOME)).isEmpty();

    assertThat(house.memory.passkeys.find(factor)).isEmpty();
    keys.bind(ada, key, true, "Laptop again");
  }

  private static Optional<EnrolmentRefusal> refusal(BindOutcome outcome) {
    return outcome.fold(bound -> Optional.empty(), refused -> Optional.of(refused.reason()));
  }
}
