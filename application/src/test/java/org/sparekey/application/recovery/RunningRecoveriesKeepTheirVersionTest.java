package org.sparekey.application.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sparekey.application.PolicyOfAccount;
import org.sparekey.application.memory.Memory;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.Holds;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.policy.PolicyRules.Running;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.RecoveryPath;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.recovery.Lost;
import org.sparekey.domain.recovery.RecoveryDetails;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryId;

/** A newer version takes a running recovery along only when it says so and is no weaker. */
class RunningRecoveriesKeepTheirVersionTest {

  private final Memory memory = new Memory();
  private final PolicyOfRecovery policies =
      new PolicyOfRecovery(
          memory.policies,
          memory.organisations,
          memory.accounts,
          new PolicyOfAccount(memory.policies, memory.organisations));

  @Test
  void aVersionThatSaysNothingTakesNobodyAlong() {
    RecoveryPolicy first = publish(1, 24, Running.KEEP);
    publish(2, 48, Running.KEEP);

    assertThat(policies.of(begunUnder(first))).isEqualTo(first);
  }

  @Test
  void aStricterVersionThatSaysSoTakesThemAlong() {
    RecoveryPolicy first = publish(1, 24, Running.KEEP);
    publish(2, 12, Running.KEEP);
    RecoveryPolicy third = publish(3, 48, Running.FOLLOW);

    assertThat(policies.of(begunUnder(first))).isEqualTo(third);
  }

  @Test
  void aWeakerVersionTakesNobodyAlongWhateverItSays() {
    RecoveryPolicy first = publish(1, 24, Running.KEEP);
    RecoveryPolicy second = publish(2, 48, Running.FOLLOW);
    publish(3, 36, Running.FOLLOW);

    assertThat(policies.of(begunUnder(first))).isEqualTo(second);
  }

  @Test
  void aRetiredVersionTakesNobodyAlong() {
    RecoveryPolicy first = publish(1, 24, Running.KEEP);
    publish(2, 48, Running.FOLLOW);
    memory.policies.retire("ours", memory.clock.instant());

    assertThat(policies.of(begunUnder(first))).isEqualTo(first);
  }

  @Test
  void theLogNamesTheVersionThatIsInForceForIt() {
    RecoveryDetails running = begunUnder(publish(1, 24, Running.KEEP));
    RecoveryRecord record = new RecoveryRecord(memory.audit, memory.accounts, policies);
    publish(2, 48, Running.FOLLOW);

    record.write(
        record.about(running, AuditCode.RECOVERY_EVIDENCE, Actor.anonymous(), Origin.internal()));

    assertThat(memory.audit.entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.what().policy()).contains("ours/2"));
  }

  private RecoveryPolicy publish(int number, int hours, Running running) {
    RecoveryPolicy policy =
        new RecoveryPolicy(
            new PolicyVersion("ours", number),
            "Ours",
            List.of(
                new RecoveryPath(
                    Set.of(EvidenceKind.PASSWORD, EvidenceKind.MAILED_CODE),
                    Holds.same(Duration.ofHours(hours)),
                    0)),
            PolicyRules.usual(Duration.ofDays(3)).running(running));
    memory.policies.publish(policy, memory.clock.instant());
    return policy;
  }

  private RecoveryDetails begunUnder(RecoveryPolicy policy) {
    return new RecoveryDetails(
        new RecoveryId(memory.ids.next()),
        Optional.empty(),
        "nobody",
        policy.version(),
        "hash",
        memory.clock.instant(),
        memory.clock.instant().plus(Duration.ofHours(24)),
        Lost.unsaid(),
        Optional.empty(),
        0,
        Optional.empty());
  }
}
