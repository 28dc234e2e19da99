package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.challenge.CodePurpose;
import org.sparekey.domain.challenge.IssuedCode;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.CodeId;
import org.sparekey.domain.shared.ContactPointId;

@ParameterizedClass
@EnumSource
class IssuedCodeRepositoryContractTest {

  private final House house;
  private final Given given;
  private final AccountId account;

  IssuedCodeRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
    account = new AccountId(given.id());
  }

  @Test
  void openOnesAreThoseOfPurposeFlowAndAccountNewestFirst() {
    IssuedCode first = code(CodePurpose.RECOVERY, "flow-1", account);
    house.clock().advance(Duration.ofSeconds(1));
    IssuedCode second = code(CodePurpose.RECOVERY, "flow-1", account);
    code(CodePurpose.PASSWORD_RESET, "flow-1", account);
    code(CodePurpose.RECOVERY, "flow-2", account);
    code(CodePurpose.RECOVERY, "flow-1", new AccountId(given.id()));

    assertThat(open("flow-1", given.now())).containsExactly(second, first);
    assertThat(open("flow-1", first.expiresAt().minusNanos(1_000))).containsExactly(second, first);
    assertThat(open("flow-1", first.expiresAt())).containsExactly(second);
    assertThat(open("flow-1", second.expiresAt())).isEmpty();
  }

  @Test
  void aCodeIsSpentOnce() {
    IssuedCode code = code(CodePurpose.RECOVERY, "flow", account);

    assertThat(spend(code, given.now())).isTrue();
    assertThat(spend(code, given.now())).isFalse();
    assertThat(open("flow", given.now())).isEmpty();
  }

  @Test
  void anExpiredOrUnknownCodeIsNotSpent() {
    IssuedCode code = code(CodePurpose.RECOVERY, "flow", account);

    assertThat(spend(code, code.expiresAt())).isFalse();
    assertThat(house.inTransaction(() -> house.codes().spend(new CodeId(given.id()), given.now())))
        .isFalse();
  }

  @Test
  void ofManyAtOnceOneSpendsIt() {
    for (int i = 0; i < 5; i++) {
      IssuedCode code = code(CodePurpose.CONTACT_CONFIRMATION, "flow", account);
      assertThat(Race.of(16, () -> spend(code, given.now()))).containsOnlyOnce(true);
    }
  }

  @Test
  void allOpenOnesOfAnAccountEndAtOnce() {
    IssuedCode first = code(CodePurpose.RECOVERY, "flow-1", account);
    IssuedCode second = code(CodePurpose.PASSWORD_RESET, "flow-2", account);
    IssuedCode spent = code(CodePurpose.RECOVERY, "flow-3", account);
    spend(spent, given.now());

    assertThat(house.inTransaction(() -> house.codes().endAllOf(account, given.now())))
        .isEqualTo(2);
    assertThat(spend(first, given.now())).isFalse();
    assertThat(spend(second, given.now())).isFalse();
  }

  @Test
  void whatWasPendingBeforeTheEndOfAllIsNotLost() {
    IssuedCode added =
        house.inTransaction(
            () -> {
              code(CodePurpose.RECOVERY, "old", account);
              house.codes().endAllOf(account, given.now());
              return code(CodePurpose.RECOVERY, "new", account);
            });

    assertThat(open("old", given.now())).isEmpty();
    assertThat(open("new", given.now())).containsExactly(added);
  }

  @Test
  void onlyExpiredOnesArePurged() {
    IssuedCode code = code(CodePurpose.RECOVERY, "flow", account);
    house.clock().advance(Duration.ofDays(1));
    IssuedCode fresh = code(CodePurpose.RECOVERY, "flow", account);

    while (purge(code.expiresAt().plusNanos(1_000)) > 0) {
      assertThat(open("flow", given.now())).containsExactly(fresh);
    }

    assertThat(open("flow", code.issuedAt())).containsExactly(fresh);
  }

  private int purge(Instant before) {
    return house.inTransaction(() -> house.codes().purge(before, 7));
  }

  private IssuedCode code(CodePurpose purpose, String flow, AccountId of) {
    IssuedCode code =
        new IssuedCode(
            new CodeId(given.id()),
            purpose,
            flow,
            of,
            new ContactPointId(given.id()),
            given.hash(),
            given.now(),
            given.now().plus(Duration.ofMinutes(10)),
            Optional.empty());
    house.transact(() -> house.codes().add(code));
    return code;
  }

  private List<IssuedCode> open(String flow, Instant now) {
    return house.inTransaction(() -> house.codes().open(CodePurpose.RECOVERY, flow, account, now));
  }

  private boolean spend(IssuedCode code, Instant now) {
    return house.inTransaction(() -> house.codes().spend(code.id(), now));
  }
}
