package org.sparekey.domain.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.domain.policy.EvidenceKind.MAILED_CODE;
import static org.sparekey.domain.policy.EvidenceKind.PASSKEY;
import static org.sparekey.domain.policy.EvidenceKind.PASSWORD;
import static org.sparekey.domain.policy.EvidenceKind.PHONE_CODE;
import static org.sparekey.domain.policy.EvidenceKind.RECOVERY_CODE;
import static org.sparekey.domain.policy.EvidenceKind.TOTP;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.policy.Access;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RiskAssessment.Level;
import org.sparekey.domain.policy.ShippedPolicies;

/** Named accounts, and what their owners must not lose. */
class WhoWouldBeLockedOutTest {

  private static final Channel MEMORY = Channel.memory();
  private static final Channel PAPER = Channel.paper();
  private static final Channel MAILBOX = Channel.mailbox("1");
  private static final Channel SECOND = Channel.mailbox("2");
  private static final Channel PHONE = Channel.device("phone");

  private static ProfileBuilder ada() {
    return new ProfileBuilder().password().factor(FactorKind.TOTP, "phone").mailbox("1");
  }

  @Test
  void losingThePhoneMeansTheMailAndADay() {
    AccountAnalysis ada = AccountAnalysis.of(ShippedPolicies.standard(), ada().build());

    assertThat(ada.withoutEachDevice()).containsOnlyKeys(PHONE);
    assertThat(ada.left(Set.of(PHONE), Level.LOW))
        .singleElement()
        .satisfies(
            way -> {
              assertThat(way.given()).containsExactly(PASSWORD, MAILED_CODE);
              assertThat(way.hold()).isEqualTo(Duration.ofHours(24));
              assertThat(way.approvals()).isZero();
              assertThat(way.immediate()).isFalse();
            });
    assertThat(ada.delays()).extracting(LossSet::channels).containsExactly(Set.of(PHONE));
  }

  @Test
  void anyTwoOfThreeLockOut() {
    AccountAnalysis ada = AccountAnalysis.of(ShippedPolicies.standard(), ada().build());

    assertThat(ada.lockouts())
        .extracting(LossSet::channels)
        .containsExactlyInAnyOrder(
            Set.of(MEMORY, MAILBOX), Set.of(MEMORY, PHONE), Set.of(MAILBOX, PHONE));
    assertThat(ada.lockedOutAlready()).isFalse();
  }

  @Test
  void theSheetIsTheCheapestWayBackAndTheWaysAreOrderedByWhatTheyCost() {
    AccountAnalysis ada =
        AccountAnalysis.of(
            ShippedPolicies.standard(), ada().recoveryCodes().knownBrowser("1").build());

    assertThat(ada.left(Set.of(PHONE), Level.LOW))
        .extracting(WayBack::given)
        .containsExactly(
            List.of(PASSWORD, RECOVERY_CODE),
            List.of(EvidenceKind.KNOWN_BROWSER, PASSWORD, MAILED_CODE),
            List.of(PASSWORD, MAILED_CODE),
            List.of(MAILED_CODE, RECOVERY_CODE));
    assertThat(ada.left(Set.of(PHONE), Level.LOW).get(0).immediate()).isTrue();
    assertThat(ada.left(Set.of(PHONE), Level.LOW).get(1).hold()).isEqualTo(Duration.ofHours(4));
  }

  @Test
  void aMailboxThatIsProtectedByThePhoneIsLostWithIt() {
    AccountAnalysis ada =
        AccountAnalysis.of(ShippedPolicies.standard(), ada().needs(MAILBOX, PHONE).build());

    assertThat(ada.left(Set.of(PHONE), Level.LOW)).isEmpty();
    assertThat(ada.lockouts())
        .extracting(LossSet::channels)
        .containsExactlyInAnyOrder(Set.of(PHONE), Set.of(MEMORY, MAILBOX));
  }

  @Test
  void aThiefWhoHoldsThePhoneSuppressesTheMailboxThatNeedsIt() {
    AccountAnalysis ada =
        AccountAnalysis.of(ShippedPolicies.standard(), ada().needs(MAILBOX, PHONE).build());

    assertThat(ada.heard(Set.of(PHONE))).isFalse();
    assertThat(ada.heard(Set.of(MEMORY))).isTrue();
  }

  @Test
  void twoMailboxesThatProtectEachOtherAreBothThereUntilOneIsLost() {
    AccountAnalysis ada =
        AccountAnalysis.of(
            ShippedPolicies.standard(),
            ada().mailbox("2").needs(MAILBOX, SECOND).needs(SECOND, MAILBOX).build());

    assertThat(ada.left(Set.of(PHONE), Level.LOW))
        .extracting(WayBack::given)
        .contains(List.of(PASSWORD, MAILED_CODE));
    assertThat(ada.left(Set.of(PHONE, SECOND), Level.LOW)).isEmpty();
    assertThat(ada.lockouts())
        .extracting(LossSet::channels)
        .contains(Set.of(PHONE, MAILBOX), Set.of(PHONE, SECOND));
  }

  @Test
  void aNumberIsLostWithItsHandsetAndTheHandsetWithoutItsNumberGivesNoCode() {
    AccountProfile handset =
        new ProfileBuilder().password().phone("1", "phone").mailbox("1").build();
    AccountAnalysis ada = AccountAnalysis.of(ShippedPolicies.standard(), handset);

    assertThat(ada.left(Set.of(PHONE), Level.LOW))
        .extracting(WayBack::given)
        .containsExactly(List.of(PASSWORD, MAILED_CODE));
    assertThat(ada.left(Set.of(Channel.number("1")), Level.LOW))
        .extracting(WayBack::given)
        .containsExactly(List.of(PASSWORD, MAILED_CODE));
    assertThat(ada.left(Set.of(), Level.LOW))
        .extracting(WayBack::given)
        .contains(List.of(PASSWORD, PHONE_CODE));
  }

  @Test
  void aPasskeyOnTwoDevicesIsLostWithBoth() {
    AccountAnalysis ada =
        AccountAnalysis.of(
            Policies.noHelp(), new ProfileBuilder().passkey("phone", "laptop").build());

    assertThat(ada.left(Set.of(PHONE), Level.LOW))
        .extracting(WayBack::given)
        .containsExactly(List.of(PASSKEY));
    assertThat(ada.lockouts())
        .extracting(LossSet::channels)
        .containsExactly(Set.of(PHONE, Channel.device("laptop")));
  }

  @Test
  void whoForgotThePasswordResetsItByMailAndApp() {
    AccountAnalysis ada = AccountAnalysis.of(ShippedPolicies.standard(), ada().build());

    assertThat(ada.left(Set.of(MEMORY), Level.LOW))
        .singleElement()
        .satisfies(way -> assertThat(way.way().code()).isEqualTo("password-reset"))
        .satisfies(way -> assertThat(way.given()).containsExactly(TOTP, MAILED_CODE));
  }

  @Test
  void anAccountThatNothingOpensIsLockedOutByLosingNothing() {
    AccountAnalysis nobody =
        AccountAnalysis.of(ShippedPolicies.standard(), new ProfileBuilder().mailbox("1").build());

    assertThat(nobody.lockedOutAlready()).isTrue();
    assertThat(nobody.lockouts()).extracting(LossSet::channels).containsExactly(Set.of());
    assertThat(nobody.thefts(Level.LOW)).isEmpty();
  }

  @Test
  void aNeedMayHaveAlternatives() {
    AccountProfile ada = ada().build();
    Need either = new Need(MAILBOX, Access.anyOf(PHONE, PAPER));
    AccountAnalysis analysis =
        AccountAnalysis.of(
            ShippedPolicies.standard(),
            new AccountProfile(ada.signIns(), ada.proofs(), ada.notices(), Set.of(either)));

    assertThat(analysis.left(Set.of(PHONE), Level.LOW)).isNotEmpty();
    assertThat(analysis.left(Set.of(PHONE, PAPER), Level.LOW)).isEmpty();
  }

  @Test
  void approvalsCostTheOwnerPeople() {
    AccountAnalysis ada =
        AccountAnalysis.of(Policies.of(Policies.approved(2, PASSWORD, MAILED_CODE)), ada().build());

    assertThat(ada.left(Set.of(PHONE), Level.LOW))
        .singleElement()
        .satisfies(way -> assertThat(way.approvals()).isEqualTo(2));
  }
}
