package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.MessageId;

@ParameterizedClass
@EnumSource
class PhoneMessageRepositoryContractTest {

  private final House house;
  private final Given given;
  private final String prefix;

  PhoneMessageRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
    prefix = given.hash().substring(0, 7);
  }

  @Test
  void aMessageIsFoundAsItWasAddedAndUnderItsProvidersName() {
    PhoneMessage message = added(given.now());
    assertThat(find(message.id())).contains(message);

    house.transact(() -> house.phoneMessages().handedOver(message.id(), "twilio", "SM1" + prefix));

    PhoneMessage handed =
        house
            .inTransaction(() -> house.phoneMessages().find("twilio", "SM1" + prefix))
            .orElseThrow();
    assertThat(handed.id()).isEqualTo(message.id());
    assertThat(handed.state()).isEqualTo(PhoneMessage.State.HANDED_OVER);
    assertThat(house.inTransaction(() -> house.phoneMessages().find("smpp", "SM1" + prefix)))
        .isEmpty();
  }

  @Test
  void aStateNeverGoesBackAndIsTakenOnce() {
    PhoneMessage message = added(given.now());

    assertThat(move(message, PhoneMessage.State.DELIVERED)).isTrue();
    assertThat(move(message, PhoneMessage.State.DELIVERED)).isFalse();
    assertThat(move(message, PhoneMessage.State.UNDELIVERED)).isFalse();
    house.transact(() -> house.phoneMessages().handedOver(message.id(), "smpp", "17" + prefix));

    assertThat(find(message.id()).orElseThrow().state()).isEqualTo(PhoneMessage.State.DELIVERED);
    assertThat(find(message.id()).orElseThrow().reference()).contains("17" + prefix);
    assertThat(move(new MessageId(given.id()))).isFalse();
  }

  @Test
  void ofManyReportsAtOnceOneCounts() {
    PhoneMessage message = added(given.now());

    List<Boolean> moved = Race.of(8, () -> move(message, PhoneMessage.State.DELIVERED));

    assertThat(moved).containsOnlyOnce(true);
  }

  @Test
  void conversionCountsWhatWentOutAndWhatCameBack() {
    Instant now = given.now();
    PhoneMessage used = handedOver(now.minus(Duration.ofMinutes(30)));
    handedOver(now.minus(Duration.ofMinutes(20)));
    handedOver(now); // too young to count
    PhoneMessage quick = handedOver(now);
    handedOver(now.minus(Duration.ofHours(2))); // too old
    added(now.minus(Duration.ofMinutes(20))); // nobody took it
    house.transact(
        () -> {
          house.phoneMessages().used(used.id(), now);
          house.phoneMessages().used(used.id(), now.plusSeconds(1));
          house.phoneMessages().used(quick.id(), now);
          house.phoneMessages().used(new MessageId(given.id()), now);
        });

    assertThat(
            house.inTransaction(
                () ->
                    house
                        .phoneMessages()
                        .conversion(prefix, now.minus(Duration.ofHours(1)), now.minusSeconds(180))))
        .isEqualTo(new PhoneMessageRepository.Conversion(3, 2));
    assertThat(find(used.id()).orElseThrow().usedAt()).contains(now);
  }

  @Test
  void oldOnesArePurged() {
    PhoneMessage old = added(given.now().minus(Duration.ofDays(40)));
    PhoneMessage young = added(given.now());

    house.transact(
        () -> house.phoneMessages().purge(given.now().minus(Duration.ofDays(30)), 10_000));

    assertThat(find(old.id())).isEmpty();
    assertThat(find(young.id())).isPresent();
  }

  private PhoneMessage added(Instant askedAt) {
    PhoneMessage message =
        PhoneMessage.waiting(
            new MessageId(given.id()),
            new AccountId(given.id()),
            OutboxMessage.Channel.TEXT,
            prefix,
            askedAt);
    house.transact(() -> house.phoneMessages().add(message));
    return message;
  }

  private PhoneMessage handedOver(Instant askedAt) {
    PhoneMessage message = added(askedAt);
    house.transact(
        () -> house.phoneMessages().handedOver(message.id(), "twilio", message.id().toString()));
    return message;
  }

  private boolean move(PhoneMessage message, PhoneMessage.State to) {
    return house.inTransaction(() -> house.phoneMessages().move(message.id(), to));
  }

  private boolean move(MessageId unknown) {
    return house.inTransaction(
        () -> house.phoneMessages().move(unknown, PhoneMessage.State.DELIVERED));
  }

  private Optional<PhoneMessage> find(MessageId id) {
    return house.inTransaction(() -> house.phoneMessages().find(id));
  }
}
