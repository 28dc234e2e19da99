package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RiskReason;
import org.sparekey.domain.recovery.Reset;
import org.sparekey.domain.shared.FactorId;

@ParameterizedClass
@EnumSource
class ResetHistoryContractTest {

  private final House house;
  private final Given given;

  ResetHistoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
  }

  @Test
  void resetsAreKeptAsTheyWereLatestFirst() {
    Account account = given.account();
    Reset first =
        add(
            account,
            List.of(new FactorId(given.id()), new FactorId(given.id())),
            Set.of(EvidenceKind.values()),
            Set.of(RiskReason.values()));
    house.clock().advance(java.time.Duration.ofMinutes(1));
    Reset second = add(account, List.of(), Set.of(EvidenceKind.PASSWORD), Set.of());
    add(given.account(), List.of(), Set.of(), Set.of());

    assertThat(house.inTransaction(() -> house.resets().ofAccount(account.id())))
        .containsExactly(second, first);
  }

  private Reset add(
      Account account, List<FactorId> revoked, Set<EvidenceKind> evidence, Set<RiskReason> risks) {
    Reset reset =
        new Reset(
            given.recovery(account).id(),
            account.id(),
            given.now(),
            revoked,
            given.pendingFactor(account).id(),
            Given.POLICY,
            evidence,
            risks);
    house.transact(() -> house.resets().add(reset));
    return reset;
  }
}
