package org.sparekey.application.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparekey.application.PeopleWhoMayVouch;
import org.sparekey.application.PolicyOfAccount;
import org.sparekey.application.memory.Memory;
import org.sparekey.application.policy.ProfileOfAccount;
import org.sparekey.application.port.StoredPassword;
import org.sparekey.application.readiness.ReadinessView.Upkeep;
import org.sparekey.application.readiness.ReadinessView.Way;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorDetails;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.policy.ShippedPolicies;
import org.sparekey.domain.recoverycode.CodeBatch;
import org.sparekey.domain.recoverycode.RecoveryCode;
import org.sparekey.domain.recoverycode.SavedCode;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.CodeBatchId;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.RecoveryCodeId;
import org.sparekey.domain.shared.SessionId;

class DescribeReadinessTest {

  private static final Duration COOL_OFF = Duration.ofDays(7);

  private final Memory memory = new Memory();
  private final Instant now = memory.clock.instant();
  private final AccountId owner = new AccountId(memory.ids.next());
  private final OrganisationId organisation = new OrganisationId(memory.ids.next());
  private final DescribeReadiness readiness =
      new DescribeReadiness(
          memory.accounts,
          new ReadinessOfAccount(
              new PolicyOfAccount(memory.policies, memory.organisations),
              new ProfileOfAccount(
                  memory.factors,
                  memory.contactPoints,
                  memory.passwords,
                  memory.recoveryCodes,
                  memory.browsers,
                  new PeopleWhoMayVouch(memory.recoveryContacts, memory.contactPoints),
                  memory.organisations,
                  memory.clock),
              memory.contactPoints,
              memory.recoveryContacts,
              memory.recoveryCodes,
              memory.clock));

  @BeforeEach
  void publishPolicies() {
    ShippedPolicies.all().forEach(policy -> memory.policies.publish(policy, now));
  }

  @Test
  void theOnlyDeviceIsReplacedByPasswordAndMailedCodeAfterTheHold() {
    organisationWith("standard", PasswordResetRule.MAILBOX_AND_FACTOR);
    aBoundTotpOn("Pixel 8");
    anAddressConfirmed(now.minus(COOL_OFF));

    ReadinessView view = readiness.describe(session());

    assertThat(view.losses())
        .extracting(loss -> loss.thing().kind())
        .containsExactly("device", "password", "mailbox");
    assertThat(view.losses().get(0).thing().name()).isEqualTo("Pixel 8");
    assertThat(view.losses().get(0).ways())
        .containsExactly(
            new Way(
                "recovery",
                List.of("password", "mailed-code"),
                0,
                Duration.ofHours(24),
                Duration.ofDays(7)));
    assertThat(view.losses().get(2).thing().name()).endsWith("@example.org");
    assertThat(view.weakSpots()).isEmpty();
    assertThat(view.leastTheft()).isEqualTo(2);
    assertThat(codes(view))
        .containsExactly("recovery-codes", "address", "passkey", "recovery-contacts");
  }

  @Test
  void aSecondDeviceStandsInForTheFirst() {
    organisationWith("quick", PasswordResetRule.MAILBOX_AND_FACTOR);
    aBoundTotpOn("Pixel 8");
    aBoundTotpOn("Tablet");
    anAddressConfirmed(now.minus(COOL_OFF));

    ReadinessView view = readiness.describe(session());

    assertThat(view.losses().get(0).best().map(Way::code)).contains("password-and-factor");
    assertThat(view.losses().get(1).best().map(Way::code)).contains("password-and-factor");
    assertThat(view.losses().get(2).thing().kind()).isEqualTo("all-devices");
    assertThat(view.losses().get(2).best().map(Way::code)).contains("recovery");
  }

  @Test
  void twoSpellingsOfADeviceAreOneDevice() {
    organisationWith("standard", PasswordResetRule.MAILBOX_AND_FACTOR);
    aBoundTotpOn("Pixel 8");
    aBoundTotpOn("pixel 8");

    assertThat(readiness.describe(session()).losses())
        .extracting(loss -> loss.thing().kind())
        .containsExactly("device", "password");
  }

  @Test
  void anAddressThatStillCoolsOffIsNoWayBackAndNoOtherIsAdvised() {
    organisationWith("standard", PasswordResetRule.MAILBOX_AND_FACTOR);
    aBoundTotpOn("Pixel 8");
    anAddressConfirmed(now);

    ReadinessView view = readiness.describe(session());

    assertThat(view.losses().get(0).lockedOut()).isTrue();
    assertThat(view.fatal()).contains(view.losses().get(0));
    assertThat(codes(view)).doesNotContain("address");
  }

  /** Attacks row 1: the mailbox that can reset the password gives both proofs, so they are one. */
  @Test
  void aPasswordThatTheMailboxCanResetIsNoWayBack() {
    organisationWith("standard", PasswordResetRule.MAILBOX_ALONE);
    aBoundTotpOn("Pixel 8");
    anAddressConfirmed(now.minus(COOL_OFF));

    assertThat(readiness.describe(session()).losses().get(0).ways()).isEmpty();
  }

  @Test
  void mailThatOpensWithThePhoneIsLostWithIt() {
    organisationWith("standard", PasswordResetRule.MAILBOX_AND_FACTOR);
    aBoundTotpOn("Pixel 8");
    anAddressConfirmed(now.minus(COOL_OFF));
    assertThat(readiness.describe(session()).fatal()).isEmpty();

    memory.contactPoints.save(
        memory
            .contactPoints
            .ofAccount(owner)
            .get(0)
            .opening(Optional.of(memory.factors.ofAccount(owner).get(0).id())));

    ReadinessView view = readiness.describe(session());
    assertThat(view.fatal()).extracting(loss -> loss.thing().name()).contains("Pixel 8");
    assertThat(view.advice().get(0).survives())
        .extracting(lost -> lost.things().get(0).name())
        .contains("Pixel 8");
  }

  @Test
  void recoveryCodesAreTheQuickerWay() {
    organisationWith("standard", PasswordResetRule.MAILBOX_AND_FACTOR);
    aBoundTotpOn("Pixel 8");
    anAddressConfirmed(now.minus(COOL_OFF));
    aSheetWithCodes(10);

    ReadinessView view = readiness.describe(session());

    assertThat(view.losses().get(0).best().map(Way::evidence))
        .contains(List.of("password", "recovery-code"));
    assertThat(view.losses().get(0).best().map(Way::hold)).contains(Duration.ZERO);
    assertThat(codes(view)).doesNotContain("recovery-codes");
  }

  @Test
  void theStaffPolicyCountsForStaff() {
    organisationWith("staff", PasswordResetRule.MAILBOX_AND_FACTOR);
    aBoundTotpOn("Pixel 8");
    anAddressConfirmed(now.minus(COOL_OFF));

    assertThat(readiness.describe(session()).losses().get(0).best().map(Way::approvals))
        .contains(2);
  }

  @ParameterizedTest
  @CsvSource({"1, FEW_CODES", "3, FEW_CODES", "4, USED_CODE", "9, USED_CODE"})
  void theOwnerIsToldToLookAfterTheCodes(int left, Upkeep upkeep) {
    organisationWith("standard", PasswordResetRule.MAILBOX_AND_FACTOR);
    aSheetWithCodes(left);

    assertThat(readiness.describe(session()).upkeep()).contains(upkeep);
  }

  @Test
  void aFullSheetNeedsNoUpkeep() {
    organisationWith("standard", PasswordResetRule.MAILBOX_AND_FACTOR);
    aSheetWithCodes(10);

    assertThat(readiness.describe(session()).upkeep()).isEmpty();
  }

  private static List<String> codes(ReadinessView view) {
    return view.advice().stream().map(ReadinessView.Advice::code).toList();
  }

  private void aSheetWithCodes(int count) {
    CodeBatch batch =
        new CodeBatch(new CodeBatchId(memory.ids.next()), owner, 1, now, Optional.empty());
    memory.recoveryCodes.add(batch);
    for (int i = 1; i <= count; i++) {
      memory.recoveryCodes.add(
          batch.id(),
          new SavedCode(
              new RecoveryCodeId(memory.ids.next()),
              i,
              RecoveryCode.SYMBOLS.charAt(i),
              Optional.of("hash"),
              now,
              Optional.empty()));
    }
  }

  private void organisationWith(String policy, PasswordResetRule rule) {
    memory.organisations.add(new Organisation(organisation, "Meridian", policy, policy, rule));
    memory.accounts.add(
        new Account(
            owner,
            organisation,
            SignInName.parse("mara").orElseThrow(),
            "Mara Lindqvist",
            Locale.ENGLISH,
            Set.of(),
            now,
            Optional.empty()));
    memory.passwords.save(owner, new StoredPassword("hash", now, Optional.empty()));
  }

  private void aBoundTotpOn(String device) {
    Factor.Pending pending =
        new Factor.Pending(
            new FactorDetails(
                new FactorId(memory.ids.next()),
                owner,
                FactorKind.TOTP,
                new DeviceName(device),
                now),
            "session:test",
            now.plus(Duration.ofMinutes(10)));
    memory.factors.add(pending);
    memory.factors.keepSeed(pending.id(), "sealed");
    memory.factors.save(pending.confirm(new DeviceName(device), now));
  }

  private void anAddressConfirmed(Instant at) {
    memory.contactPoints.add(
        new ContactPoint(
                new ContactPointId(memory.ids.next()),
                owner,
                ContactPoint.Kind.EMAIL,
                memory.ids.next() + "@example.org",
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty())
            .confirmed(at, COOL_OFF));
  }

  private SessionView session() {
    return new SessionView(
        new SessionId(memory.ids.next()),
        owner,
        organisation,
        "Meridian",
        Session.Level.FULL,
        "mara",
        "Mara Lindqvist",
        Locale.ENGLISH,
        Set.of(),
        true,
        false);
  }
}
