package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.Holds;
import org.sparekey.domain.policy.PolicyAct;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.PublishedPolicy;
import org.sparekey.domain.policy.RecoveryPath;
import org.sparekey.domain.policy.RecoveryPolicy;

@ParameterizedClass
@EnumSource
class PolicyRepositoryContractTest {

  private final House house;
  private final Given given;

  PolicyRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
  }

  @Test
  void aVersionIsFoundAsItWasPublished() {
    RecoveryPolicy policy = publish("p" + given.hash().substring(0, 20), 1);

    assertThat(house.inTransaction(() -> house.policies().find(policy.version()))).contains(policy);
  }

  @Test
  void theLatestIsTheOneWithTheHighestNumber() {
    String key = "p" + given.hash().substring(0, 20);
    publish(key, 9);
    RecoveryPolicy tenth = publish(key, 10);

    assertThat(house.inTransaction(() -> house.policies().latest(key))).contains(tenth);
    assertThat(house.inTransaction(() -> house.policies().latest()))
        .filteredOn(policy -> policy.version().key().equals(key))
        .containsExactly(tenth);
    assertThat(house.inTransaction(() -> house.policies().latest("no such key"))).isEmpty();
  }

  @Test
  void nodesThatStartTogetherPublishOnce() {
    String key = "p" + given.hash().substring(0, 20);
    RecoveryPolicy policy = policy(key, 1);

    Race.of(
        8,
        () ->
            house.inTransaction(
                () -> {
                  house.policies().publishOnce(policy, given.now());
                  return true;
                }));

    assertThat(house.inTransaction(() -> house.policies().find(policy.version()))).contains(policy);
  }

  @Test
  void aVersionIsPublishedOnce() {
    String key = "p" + given.hash().substring(0, 20);
    publish(key, 1);

    assertThatThrownBy(() -> publish(key, 1)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void whoPublishedAndWhyIsKept() {
    Account first = given.account();
    Account second = given.account();
    PublishedPolicy ours =
        new PublishedPolicy(
            policy("p" + given.hash().substring(0, 20), 1),
            Optional.of(first.organisation()),
            given.now(),
            Optional.of(
                new PublishedPolicy.Publication(
                    new PublishedPolicy.Signature(first.id(), Given.UNICODE),
                    Optional.of(new PublishedPolicy.Signature(second.id(), "I agree")))),
            Optional.empty());
    String key = ours.policy().version().key();

    house.transact(() -> house.policies().publish(ours));

    assertThat(house.inTransaction(() -> house.policies().history(key))).containsExactly(ours);
    assertThat(house.inTransaction(() -> house.policies().openTo(first.organisation())))
        .contains(ours);
    assertThat(house.inTransaction(() -> house.policies().openTo(second.organisation())))
        .doesNotContain(ours);
  }

  @Test
  void aRetiredPolicyIsFoundButNoRecoveryBeginsUnderIt() {
    String key = "p" + given.hash().substring(0, 20);
    RecoveryPolicy first = publish(key, 1);
    RecoveryPolicy second = publish(key, 2);
    assertThat(house.inTransaction(() -> house.policies().after(first.version())))
        .containsExactly(second);

    house.transact(() -> house.policies().retire(key, given.now()));

    assertThat(house.inTransaction(() -> house.policies().latest(key))).isEmpty();
    assertThat(house.inTransaction(() -> house.policies().latest()))
        .extracting(policy -> policy.version().key())
        .doesNotContain(key);
    assertThat(house.inTransaction(() -> house.policies().after(first.version())))
        .containsExactly(second);
    assertThat(house.inTransaction(() -> house.policies().find(second.version()))).contains(second);
    assertThat(house.inTransaction(() -> house.policies().history(key)))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.retiredAt()).contains(given.now()));

    RecoveryPolicy third = publish(key, 3);
    assertThat(house.inTransaction(() -> house.policies().latest(key))).contains(third);
  }

  @Test
  void whatWasDoneWithAPolicyIsKeptForItsOrganisation() {
    Account account = given.account();
    String key = "p" + given.hash().substring(0, 20);
    PolicyAct act =
        new PolicyAct(
            key,
            account.organisation(),
            PolicyAct.Kind.FOR_OWNERS,
            account.id(),
            given.now(),
            Given.UNICODE);

    house.transact(() -> house.policies().note(act));

    assertThat(house.inTransaction(() -> house.policies().acts(key, account.organisation())))
        .containsExactly(act);
    assertThat(house.inTransaction(() -> house.policies().acts(key, given.organisation().id())))
        .isEmpty();
  }

  private RecoveryPolicy publish(String key, int number) {
    RecoveryPolicy policy = policy(key, number);
    house.transact(() -> house.policies().publish(policy, given.now()));
    return policy;
  }

  private static RecoveryPolicy policy(String key, int number) {
    return new RecoveryPolicy(
        new PolicyVersion(key, number),
        Given.UNICODE,
        List.of(
            new RecoveryPath(
                Set.of(EvidenceKind.PASSWORD, EvidenceKind.MAILED_CODE),
                new Holds(Duration.ofSeconds(90), Duration.ofDays(3), Duration.ofDays(4)),
                2),
            new RecoveryPath(Set.of(EvidenceKind.RECOVERY_CODE), Holds.none(), 0)),
        PolicyRules.usual(Duration.ofDays(3)));
  }
}
