package org.sparekey.application.policy;

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
import org.sparekey.application.memory.Memory;
import org.sparekey.application.policy.ReadinessView.Advice;
import org.sparekey.application.policy.ReadinessView.Way;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.account.Session;
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
          memory.factors,
          memory.contactPoints,
          memory.organisations,
          memory.policies,
          memory.recoveryCodes,
          memory.clock);

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
        .singleElement()
        .satisfies(
            loss -> {
              assertThat(loss.device()).isEqualTo("Pixel 8");
              assertThat(loss.others()).isEmpty();
              assertThat(loss.way().map(Way::hold)).contains(Duration.ofHours(24));
              assertThat(loss.way().orElseThrow().evidence())
                  .containsExactly("password", "mailed-code");
            });
    assertThat(view.advice())
        .containsExactly(Advice.SECOND_ADDRESS, Advice.SECOND_FACTOR, Advice.RECOVERY_CODES);
  }

  @Test
  void aSecondDeviceStandsInForTheFirst() {
    organisationWith("quick", PasswordResetRule.MAILBOX_AND_FACTOR);
    aBoundTotpOn("Pixel 8");
    aBoundTotpOn("Tablet");
    anAddressConfirmed(now.minus(COOL_OFF));
    anAddressConfirmed(now.minus(COOL_OFF));
    aSheetWithCodes(10);

    ReadinessView view = readiness.describe(session());

    assertThat(view.losses().get(0).others()).containsExactly("Tablet");
    assertThat(view.losses().get(1).others()).containsExactly("Pixel 8");
    assertThat(view.advice()).isEmpty();
  }

  @Test
  void anAddressThatStillCoolsOffIsNoWayBack() {
    organisationWith("standard", PasswordResetRule.MAILBOX_AND_FACTOR);
    aBoundTotpOn("Pixel 8");
    anAddressConfirmed(now);

    ReadinessView view = readiness.describe(session());

    assertThat(view.losses().get(0).way()).isEmpty();
    assertThat(view.advice()).startsWith(Advice.ADDRESS);
  }

  /** Attacks row 1: the mailbox that can reset the password gives both proofs, so they are one. */
  @Test
  void aPasswordThatTheMailboxCanResetIsNoWayBack() {
    organisationWith("standard", PasswordResetRule.MAILBOX_ALONE);
    aBoundTotpOn("Pixel 8");
    anAddressConfirmed(now.minus(COOL_OFF));

    assertThat(readiness.describe(session()).losses().get(0).way()).isEmpty();
  }

  @Test
  void recoveryCodesAreTheQuickerWay() {
    organisationWith("standard", PasswordResetRule.MAILBOX_AND_FACTOR);
    aBoundTotpOn("Pixel 8");
    anAddressConfirmed(now.minus(COOL_OFF));
    aSheetWithCodes(10);

    assertThat(readiness.describe(session()).losses().get(0).way())
        .contains(new Way(List.of("password", "recovery-code"), Duration.ZERO));
  }

  @Test
  void withRecoveryCodesNoAddressIsNeeded() {
    organisationWith("standard", PasswordResetRule.MAILBOX_ALONE);
    aBoundTotpOn("Pixel 8");
    aSheetWithCodes(1);

    assertThat(readiness.describe(session()).losses().get(0).way()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"0, RECOVERY_CODES", "1, FEW_CODES", "3, FEW_CODES", "4, USED_CODE", "9, USED_CODE"})
  void theOwnerIsToldToLookAfterTheCodes(int left, Advice advice) {
    organisationWith("standard", PasswordResetRule.MAILBOX_AND_FACTOR);
    aSheetWithCodes(left);

    assertThat(readiness.describe(session()).advice()).endsWith(advice);
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
