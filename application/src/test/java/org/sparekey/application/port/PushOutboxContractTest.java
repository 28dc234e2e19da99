package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.shared.ChallengeId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.MessageId;
import org.sparekey.domain.shared.Secret;

@ParameterizedClass
@EnumSource
class PushOutboxContractTest {

  private static final Duration LEASE = Duration.ofMinutes(2);

  private final House house;
  private final Given given;
  private final Account account;
  private final FactorId factor;

  PushOutboxContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
    account = given.account();
    factor = given.pendingFactor(account).id();
    while (!claim(100).isEmpty()) {
      house.clock().advance(Duration.ofSeconds(1)); // what other tests left is not due for a while
    }
  }

  @Test
  void whatIsAddedIsClaimedAsItWasOldestFirst() {
    PushMessage first = message();
    house.clock().advance(Duration.ofSeconds(1));
    PushMessage second = message();

    assertThat(claim(1)).containsExactly(first);
    assertThat(claim(10)).containsExactly(second);
    assertThat(claim(10)).isEmpty();
  }

  @Test
  void aClaimThatWasNotSettledComesBackAfterItsLease() {
    PushMessage message = message();
    claim(10);
    house.clock().advance(LEASE);

    assertThat(claim(100)).contains(message);
  }

  @Test
  void whatIsToBeRetriedComesWhenItIsTime() {
    PushMessage message = message();
    claim(10);
    house.transact(
        () -> house.pushOutbox().retry(message.id(), given.now().plus(Duration.ofSeconds(30))));
    house.clock().advance(Duration.ofSeconds(29));
    assertThat(claim(10)).isEmpty();
    house.clock().advance(Duration.ofSeconds(1));

    assertThat(claim(10))
        .singleElement()
        .satisfies(
            again -> {
              assertThat(again.id()).isEqualTo(message.id());
              assertThat(again.attempts()).isOne();
            });
  }

  @Test
  void whatIsRemovedIsGone() {
    PushMessage message = message();
    claim(10);
    house.transact(() -> house.pushOutbox().remove(message.id()));
    house.transact(() -> house.pushOutbox().retry(message.id(), given.now()));
    house.clock().advance(LEASE);

    assertThat(claim(100)).doesNotContain(message);
  }

  @Test
  void noTwoWorkersHaveTheSameMessage() {
    List<PushMessage> added = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      added.add(message());
    }

    List<MessageId> taken =
        Race.of(8, () -> claim(5)).stream().flatMap(List::stream).map(PushMessage::id).toList();

    assertThat(taken).doesNotHaveDuplicates();
    assertThat(added).extracting(PushMessage::id).containsAll(taken);
  }

  private PushMessage message() {
    PushMessage message =
        new PushMessage(
            new MessageId(given.id()),
            account.id(),
            factor,
            new ChallengeId(given.id()),
            Secret.ofText("Is it you?\n" + Given.UNICODE + "\n1"),
            given.now(),
            given.now().plus(Duration.ofMinutes(5)),
            0);
    house.transact(() -> house.pushOutbox().add(message));
    return message;
  }

  private List<PushMessage> claim(int limit) {
    return house.inTransaction(
        () -> house.pushOutbox().claim(given.now(), given.now().plus(LEASE), limit));
  }
}
