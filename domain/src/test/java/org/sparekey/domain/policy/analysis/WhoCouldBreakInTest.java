package org.sparekey.domain.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.domain.policy.EvidenceKind.KNOWN_BROWSER;
import static org.sparekey.domain.policy.EvidenceKind.MAILED_CODE;
import static org.sparekey.domain.policy.EvidenceKind.PASSWORD;
import static org.sparekey.domain.policy.EvidenceKind.PHONE_CODE;
import static org.sparekey.domain.policy.EvidenceKind.RECOVERY_CODE;
import static org.sparekey.domain.policy.EvidenceKind.RECOVERY_CONTACTS;
import static org.sparekey.domain.policy.EvidenceKind.SURVIVING_FACTOR;
import static org.sparekey.domain.policy.EvidenceKind.TOTP;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.RiskAssessment.Level;
import org.sparekey.domain.policy.ShippedPolicies;

/** Named accounts, and who could break into them. */
class WhoCouldBreakInTest {

  private static final Channel MEMORY = Channel.memory();
  private static final Channel PAPER = Channel.paper();
  private static final Channel MAILBOX = Channel.mailbox("1");
  private static final Channel PHONE = Channel.device("phone");
  private static final Channel NUMBER = Channel.number("1");

  private static ProfileBuilder ada() {
    return new ProfileBuilder().password().factor(FactorKind.TOTP, "phone").mailbox("1");
  }

  @Test
  void passwordAndMailboxOpenQuickAtOnceAndStandardAfterADay() {
    AccountProfile ada = ada().build();

    assertThat(theft(ShippedPolicies.quick(), ada, MEMORY, MAILBOX).toReact()).isZero();
    TheftSet slow = theft(ShippedPolicies.standard(), ada, MEMORY, MAILBOX);
    assertThat(slow.toReact()).isEqualTo(Duration.ofHours(24));
    assertThat(slow.ways()).extracting(Way::code).containsExactly("recovery");
    assertThat(slow.heard()).as("her only mailbox is the thief's").isFalse();
    assertThat(slow.canBeStopped()).isFalse();
  }

  @Test
  void aSecondMailboxHearsOfTheFirst() {
    TheftSet theft = theft(ShippedPolicies.standard(), ada().mailbox("2").build(), MEMORY, MAILBOX);

    assertThat(theft.heard()).isTrue();
    assertThat(theft.canBeStopped()).isTrue();
  }

  @Test
  void theTimeToReactGrowsWithRisk() {
    AccountAnalysis ada = AccountAnalysis.of(ShippedPolicies.standard(), ada().build());

    assertThat(theft(ada.thefts(Level.ELEVATED), MEMORY, MAILBOX))
        .map(TheftSet::toReact)
        .contains(Duration.ofDays(3));
    assertThat(theft(ada.thefts(Level.HIGH), MEMORY, MAILBOX))
        .map(TheftSet::toReact)
        .contains(Duration.ofDays(7));
    assertThat(theft(ada.theftsAtOnce(Level.LOW), MEMORY, MAILBOX)).isEmpty();
  }

  @Test
  void theSignInItselfIsOpenToWhoHasThePasswordAndThePhone() {
    TheftSet theft = theft(ShippedPolicies.standard(), ada().build(), MEMORY, PHONE);

    assertThat(theft.toReact()).isZero();
    assertThat(theft.ways()).extracting(Way::code).contains("password-and-factor", "recovery");
  }

  @Test
  void mailboxAndPhoneOpenBecauseTheyResetThePassword() {
    TheftSet theft = theft(ShippedPolicies.standard(), ada().build(), MAILBOX, PHONE);

    assertThat(theft.ways()).extracting(Way::code).containsExactly("password-reset");
  }

  @Test
  void aMailboxThatResetsThePasswordDoesNotOpenAloneBecauseItCountsOnce() {
    AccountProfile ada = ada().passwordResetBy(PasswordResetRule.MAILBOX_ALONE).build();

    for (RecoveryPolicy policy : ShippedPolicies.all()) {
      assertThat(theft(AccountAnalysis.of(policy, ada).thefts(Level.LOW), MAILBOX)).isEmpty();
      assertThat(Weakness.of(policy, ada).singleChannel()).isFalse();
    }
    assertThat(AccountAnalysis.of(ShippedPolicies.quick(), ada).theftsByRecovery(Level.LOW))
        .isEmpty();
  }

  @Test
  void aPathOfTheMailboxAloneIsOpenToTheMailbox() {
    RecoveryPolicy mailOnly = Policies.of(Policies.atOnce(MAILED_CODE));

    assertThat(Weakness.of(mailOnly, ada().build()).singleChannels()).containsExactly(MAILBOX);
    assertThat(WorstCase.of(mailOnly).singleChannel()).isTrue();
  }

  @Test
  void aPathOfThePasswordAloneIsOpenToTheMailboxThatResetsIt() {
    RecoveryPolicy passwordOnly = Policies.of(Policies.after(72, PASSWORD));

    assertThat(
            Weakness.of(
                    passwordOnly, ada().passwordResetBy(PasswordResetRule.MAILBOX_ALONE).build())
                .singleChannels())
        .containsExactlyInAnyOrder(MEMORY, MAILBOX);
  }

  @Test
  void twoNumbersOnOneHandsetAreOneProof() {
    AccountProfile handset =
        new ProfileBuilder()
            .password()
            .factor(FactorKind.TOTP, "phone")
            .phone("1", "phone")
            .phone("2", "phone")
            .mailbox("1")
            .build();
    RecoveryPolicy appAndNumber = Policies.of(Policies.atOnce(TOTP, PHONE_CODE));

    assertThat(AccountAnalysis.of(appAndNumber, handset).theftsByRecovery(Level.LOW)).isEmpty();
  }

  @Test
  void numbersOnTwoHandsetsAreTwoProofs() {
    AccountProfile handsets =
        new ProfileBuilder()
            .password()
            .factor(FactorKind.TOTP, "phone")
            .phone("1", "old phone")
            .mailbox("1")
            .build();
    RecoveryPolicy appAndNumber = Policies.of(Policies.atOnce(TOTP, PHONE_CODE));

    assertThat(AccountAnalysis.of(appAndNumber, handsets).theftsByRecovery(Level.LOW))
        .extracting(TheftSet::channels)
        .containsExactlyInAnyOrder(
            Set.of(PHONE, NUMBER), Set.of(PHONE, Channel.device("old phone")));
  }

  @Test
  void anUnlockedPhoneThatReadsTheMailboxGivesItsCodes() {
    AccountProfile ada = ada().reaches(PHONE, MAILBOX).build();

    assertThat(theft(ShippedPolicies.standard(), ada, PHONE).ways())
        .as("the mailbox and the app are in one hand")
        .extracting(Way::code)
        .containsExactly("password-reset");
    assertThat(theft(ShippedPolicies.standard(), ada, PHONE).toReact()).isZero();
  }

  @Test
  void twoOfThreeContactsOpenWithThePassword() {
    AccountProfile ada = ada().contacts(2, Set.of("bob", "eve", "kim")).build();
    RecoveryPolicy contacts = Policies.of(Policies.after(24, PASSWORD, RECOVERY_CONTACTS));

    assertThat(AccountAnalysis.of(contacts, ada).theftsByRecovery(Level.LOW))
        .extracting(TheftSet::channels)
        .containsExactlyInAnyOrder(
            Set.of(MEMORY, Channel.person("bob"), Channel.person("eve")),
            Set.of(MEMORY, Channel.person("bob"), Channel.person("kim")),
            Set.of(MEMORY, Channel.person("eve"), Channel.person("kim")));
  }

  @Test
  void fewerContactsThanNeededProveNothing() {
    AccountProfile ada = ada().contacts(2, Set.of("bob")).build();
    RecoveryPolicy contacts = Policies.of(Policies.after(24, PASSWORD, RECOVERY_CONTACTS));

    assertThat(AccountAnalysis.of(contacts, ada).theftsByRecovery(Level.LOW)).isEmpty();
  }

  @Test
  void approvalsMustBeStolenToo() {
    RecoveryPolicy two = Policies.of(Policies.approved(2, PASSWORD, MAILED_CODE));

    assertThat(AccountAnalysis.of(two, ada().build()).theftsByRecovery(Level.LOW))
        .extracting(TheftSet::channels)
        .containsExactly(Set.of(MEMORY, MAILBOX, Channel.staff(1), Channel.staff(2)));
  }

  @Test
  void beyondTheSignInStandardAsksTwoChannelsAndStrictAndStaffThree() {
    AccountProfile ada = ada().mailbox("2").recoveryCodes().build();

    assertThat(Weakness.of(ShippedPolicies.standard(), ada).besideSignIn())
        .extracting(TheftSet::channels)
        .containsExactlyInAnyOrder(
            Set.of(MEMORY, PAPER),
            Set.of(MEMORY, MAILBOX),
            Set.of(MEMORY, Channel.mailbox("2")),
            Set.of(PAPER, MAILBOX),
            Set.of(PAPER, Channel.mailbox("2")));
    assertThat(Weakness.of(ShippedPolicies.strict(), ada).besideSignIn())
        .allMatch(theft -> theft.channels().size() >= 3);
    assertThat(Weakness.of(ShippedPolicies.staff(), ada).besideSignIn())
        .allMatch(theft -> theft.channels().size() >= 3);
  }

  @Test
  void twoProofsOfOnePhoneThatADecisionTakesForTwoAreOpenToThePhone() {
    RecoveryPolicy mailAndApp = Policies.of(Policies.atOnce(MAILED_CODE, TOTP));
    RecoveryPolicy mailAndBrowser = Policies.of(Policies.atOnce(MAILED_CODE, KNOWN_BROWSER));

    assertThat(WorstCase.of(mailAndApp).singleChannel()).isTrue();
    assertThat(WorstCase.of(mailAndBrowser).singleChannel()).isTrue();
    assertThat(Weakness.of(mailAndApp, ada().reaches(PHONE, MAILBOX).build()).singleChannels())
        .containsExactly(PHONE);
    assertThat(Weakness.of(mailAndApp, ada().opensWith(MAILBOX, PHONE).build()).singleChannel())
        .as("the decision knows that they are one")
        .isFalse();
  }

  @Test
  void aPasswordThatMailAndAppResetIsNoThirdProofBesideThem() {
    RecoveryPolicy three = Policies.of(Policies.atOnce(PASSWORD, MAILED_CODE, TOTP));

    assertThat(AccountAnalysis.of(three, ada().build()).theftsByRecovery(Level.LOW)).isEmpty();
  }

  @Test
  void noShippedPolicyOpensToASingleChannelOnTheWorstAccount() {
    assertThat(ShippedPolicies.all())
        .allSatisfy(policy -> assertThat(WorstCase.of(policy).singleChannels()).isEmpty());
  }

  @Test
  void whoeverIsOpenToOneChannelMakesTheWorstCaseSaySo() {
    RandomAccounts random = new RandomAccounts(7, 6);
    int single = 0;
    for (int round = 0; round < 2_000; round++) {
      RecoveryPolicy policy = random.policy();
      AccountProfile profile = random.profile();
      boolean contactsAlone =
          policy.paths().stream()
              .anyMatch(path -> path.evidence().equals(Set.of(RECOVERY_CONTACTS)));
      boolean allIsKnown =
          profile.proofs().stream()
              .allMatch(proof -> proof.countedAs().equals(proof.obtainableBy()));
      if (!contactsAlone && allIsKnown && Weakness.of(policy, profile).singleChannel()) {
        assertThat(WorstCase.of(policy).singleChannel()).isTrue();
        single++;
      }
    }
    assertThat(single).isGreaterThan(100);
  }

  @Test
  void anAccountWithMoreThanSixtyFourChannelsIsLookedAtLikeAnyOther() {
    ProfileBuilder many = new ProfileBuilder().password().mailbox("1");
    IntStream.range(0, 100).forEach(i -> many.factor(FactorKind.TOTP, "device " + i));
    AccountAnalysis analysis = AccountAnalysis.of(ShippedPolicies.standard(), many.build());

    assertThat(analysis.thefts(Level.LOW))
        .hasSize(201)
        .allMatch(theft -> theft.channels().size() == 2);
    Set<Channel> devices =
        IntStream.range(0, 100)
            .mapToObj(i -> Channel.device("device " + i))
            .collect(Collectors.toSet());
    assertThat(analysis.lockouts())
        .extracting(LossSet::channels)
        .containsExactlyInAnyOrder(
            Set.of(MEMORY, MAILBOX), union(devices, MAILBOX), union(devices, MEMORY));
    assertThat(analysis.delays()).extracting(LossSet::channels).containsExactly(devices);
  }

  @Test
  void aFactorThatIsAskedByNameAndAnyOtherFactorAreTwo() {
    RecoveryPolicy policy = Policies.of(Policies.atOnce(TOTP, SURVIVING_FACTOR));
    AccountProfile ada = ada().factor(FactorKind.PUSH, "tablet").build();

    assertThat(AccountAnalysis.of(policy, ada).theftsByRecovery(Level.LOW))
        .extracting(TheftSet::channels)
        .containsExactly(Set.of(PHONE, Channel.device("tablet")));
    assertThat(AccountAnalysis.of(policy, ada().build()).theftsByRecovery(Level.LOW)).isEmpty();
  }

  @Test
  void anAccountWithoutAFactorIsOpenToThePassword() {
    AccountProfile bare = new ProfileBuilder().password().mailbox("1").recoveryCodes().build();
    RecoveryPolicy codes = Policies.of(Policies.after(24, RECOVERY_CODE, MAILED_CODE));

    assertThat(theft(codes, bare, MEMORY).ways())
        .extracting(Way::code)
        .containsExactly("password-alone");
  }

  private static Set<Channel> union(Set<Channel> all, Channel one) {
    return Stream.concat(all.stream(), Stream.of(one)).collect(Collectors.toSet());
  }

  private static TheftSet theft(RecoveryPolicy policy, AccountProfile profile, Channel... held) {
    return theft(AccountAnalysis.of(policy, profile).thefts(Level.LOW), held).orElseThrow();
  }

  private static Optional<TheftSet> theft(List<TheftSet> thefts, Channel... held) {
    return thefts.stream().filter(theft -> theft.channels().equals(Set.of(held))).findFirst();
  }
}
