package org.sparekey.domain.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.ShippedPolicies;
import org.sparekey.domain.policy.analysis.Advice.Benefit;

class ReadinessTest {

  private static final Set<Addition> ALL = EnumSet.allOf(Addition.class);

  private static ProfileBuilder ada() {
    return new ProfileBuilder().password().factor(FactorKind.TOTP, "phone").mailbox("1");
  }

  private static Readiness under(RecoveryPolicy policy, ProfileBuilder account) {
    return Readiness.of(policy, account, ALL);
  }

  @Test
  void aLostPhoneMeansPasswordAndMailAfterADayAndUpToAWeek() {
    Loss phone = under(ShippedPolicies.standard(), ada()).losses().get(0);

    assertThat(phone.kind()).isEqualTo(Loss.Kind.DEVICE);
    assertThat(phone.ways())
        .singleElement()
        .satisfies(
            way -> {
              assertThat(way.given())
                  .containsExactly(EvidenceKind.PASSWORD, EvidenceKind.MAILED_CODE);
              assertThat(way.hold()).isEqualTo(Duration.ofHours(24));
              assertThat(way.longest()).isEqualTo(Duration.ofDays(7));
            });
  }

  /** The recovery by password and app asks for what the sign-in asks for. */
  @Test
  void aWayThatAsksMoreAndGivesNothingForItIsLeftOut() {
    Readiness readiness =
        under(ShippedPolicies.standard(), ada().factor(FactorKind.TOTP, "tablet"));

    assertThat(readiness.losses().get(0).ways().get(0).way())
        .isEqualTo(new Way.BySignIn(SignInKind.PASSWORD_AND_FACTOR));
    assertThat(readiness.losses().get(0).ways())
        .noneMatch(way -> way.given().contains(EvidenceKind.TOTP) && !way.immediate());
  }

  @Test
  void theLossOfAllDevicesTakesTheKnownBrowsersAlong() {
    Loss all =
        under(ShippedPolicies.standard(), ada().knownBrowser("b")).losses().stream()
            .filter(loss -> loss.kind() == Loss.Kind.ALL_DEVICES)
            .findFirst()
            .orElseThrow();

    assertThat(all.channels()).contains(Channel.browser("b"));
    assertThat(all.ways())
        .noneMatch(way -> way.given().contains(EvidenceKind.KNOWN_BROWSER))
        .isNotEmpty();
  }

  @Test
  void whatSurvivesALossThatLocksOutIsAdvisedTheCheapestFirst() {
    Readiness readiness = under(ShippedPolicies.standard(), ada());

    assertThat(readiness.lockouts()).extracting(LossSet::channels).hasSize(3);
    assertThat(readiness.advice())
        .extracting(Advice::addition)
        .containsExactly(
            Addition.RECOVERY_CODES,
            Addition.ADDRESS,
            Addition.PASSKEY,
            Addition.RECOVERY_CONTACTS);
    Advice codes = readiness.advice().get(0);
    assertThat(codes.benefits()).contains(Benefit.SURVIVES, Benefit.SOONER);
    assertThat(codes.survives())
        .contains(Set.of(Channel.device("phone"), Channel.mailbox("1")))
        .doesNotContain(Set.of(Channel.memory(), Channel.device("phone"), Channel.mailbox("1")));
  }

  /** Each piece of advice is held against the account as it would be. */
  @Test
  void everyAdvicedThingDoesWhatItIsAdvisedFor() {
    for (RecoveryPolicy policy : ShippedPolicies.all()) {
      for (Advice advice : under(policy, ada()).advice()) {
        ProfileBuilder more = ada();
        advice.addition().addTo(more, policy.rules());
        Readiness then = Readiness.of(policy, more, Set.of());
        assertThat(advice.survives()).allMatch(lost -> !then.left(lost).isEmpty());
      }
    }
  }

  /** NIST SP 800-63B-4 §4.6: a notice to the mailbox that the thief reads is none. */
  @Test
  void aSecondAddressHearsOfWhatTheFirstCannotSay() {
    Advice address =
        under(ShippedPolicies.standard(), ada()).advice().stream()
            .filter(advice -> advice.addition() == Addition.ADDRESS)
            .findFirst()
            .orElseThrow();

    assertThat(address.benefits()).contains(Benefit.HEARD);
  }

  @Test
  void anAccountWithoutAFactorIsAsStrongAsItsPassword() {
    Readiness readiness =
        under(ShippedPolicies.standard(), new ProfileBuilder().password().mailbox("1"));

    assertThat(readiness.weakSpots())
        .extracting(TheftSet::channels)
        .containsExactly(Set.of(Channel.memory()));
    assertThat(readiness.leastTheft()).isOne();
    assertThat(ada().build()).isNotNull();
    assertThat(under(ShippedPolicies.standard(), ada()).leastTheft()).isEqualTo(2);
  }

  @Test
  void anAccountThatNothingOpensSaysSoForEveryLoss() {
    ProfileBuilder bare =
        new ProfileBuilder()
            .password()
            .passwordResetBy(PasswordResetRule.MAILBOX_ALONE)
            .factor(FactorKind.TOTP, "phone");

    Readiness readiness = under(ShippedPolicies.standard(), bare);

    assertThat(readiness.losses()).isNotEmpty().allMatch(Loss::lockedOut);
    assertThat(readiness.advice()).extracting(Advice::addition).startsWith(Addition.RECOVERY_CODES);
  }

  @Test
  void whoHasEverythingIsLeftInPeace() {
    ProfileBuilder ready =
        ada()
            .passkey("laptop")
            .passkey("tablet")
            .mailbox("2")
            .recoveryCodes()
            .contacts(2, Set.of("g", "h"));

    Readiness readiness =
        Readiness.of(ShippedPolicies.quick(), ready, EnumSet.of(Addition.PASSKEY));

    assertThat(readiness.advice()).isEmpty();
  }

  @Test
  void whatIsTriedLeavesTheAccountAsItIs() {
    ProfileBuilder account = ada().reaches(Channel.device("phone"), Channel.mailbox("1"));
    AccountProfile before = account.build();

    under(ShippedPolicies.standard(), account);

    assertThat(account.build()).isEqualTo(before);
    assertThat(account.copy().build()).isEqualTo(before);
  }

  /** What an owner cannot do under her policy is not advised. */
  @Test
  void aPolicyWithoutContactsAdvisesNone() {
    List<Advice> advice = under(ShippedPolicies.staff(), ada()).advice();

    assertThat(advice).noneMatch(each -> each.addition() == Addition.RECOVERY_CONTACTS);
  }
}
