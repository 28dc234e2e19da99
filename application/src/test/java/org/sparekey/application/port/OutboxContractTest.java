package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.MessageId;
import org.sparekey.domain.shared.Secret;

@ParameterizedClass
@EnumSource
class OutboxContractTest {

  private static final Duration LEASE = Duration.ofMinutes(1);

  private final House house;
  private final Given given;

  OutboxContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
  }

  @BeforeEach
  void nothingWaits() {
    house.clock().advance(Duration.ofDays(1));
    List<OutboxMessage> left = claim(10_000);
    house.transact(
        () -> left.forEach(message -> house.outbox().settle(message.id(), given.now(), true)));
    house.clock().advance(LEASE);
  }

  @Test
  void aMessageIsClaimedAsItWasAdded() {
    OutboxMessage code = message(Optional.of(new AccountId(given.id())), given.now());
    OutboxMessage notice =
        new OutboxMessage(
            new MessageId(given.id()),
            OutboxMessage.Channel.MAIL,
            "recovery-opened",
            Optional.empty(),
            "a@example.org",
            Locale.ROOT,
            "",
            Secret.ofText(""),
            given.now(),
            Optional.empty(),
            0);
    add(code);
    add(notice);

    assertThat(claim(10)).containsExactly(code, notice);
  }

  @Test
  void whatIsClaimedIsLeftToThatWorkerUntilTheLeaseEnds() {
    OutboxMessage message = message(Optional.empty(), given.now());
    add(message);

    assertThat(claim(10)).containsExactly(message);
    assertThat(claim(10)).isEmpty();
    house.clock().advance(LEASE);
    assertThat(claim(10)).containsExactly(message);
  }

  @Test
  void eachWorkerClaimsItsOwnChannels() {
    OutboxMessage mail = message(Optional.empty(), given.now());
    OutboxMessage text = message(OutboxMessage.Channel.TEXT);
    OutboxMessage call = message(OutboxMessage.Channel.CALL);
    add(mail);
    add(text);
    add(call);

    assertThat(claim(10)).containsExactly(mail);
    assertThat(
            house.inTransaction(
                () ->
                    house
                        .outbox()
                        .claim(
                            Set.of(OutboxMessage.Channel.TEXT, OutboxMessage.Channel.CALL),
                            given.now(),
                            given.now().plus(LEASE),
                            10)
                        .messages()))
        .containsExactly(text, call);
  }

  @Test
  void noMessageIsClaimedTwice() {
    List<MessageId> added =
        IntStream.range(0, 40)
            .mapToObj(
                i -> {
                  OutboxMessage message = message(Optional.empty(), given.now());
                  add(message);
                  return message.id();
                })
            .toList();

    List<MessageId> claimed =
        new java.util.ArrayList<>(
            Race.of(8, () -> claim(7)).stream()
                .flatMap(List::stream)
                .map(OutboxMessage::id)
                .toList());
    List<OutboxMessage> rest = claim(100);
    rest.forEach(message -> claimed.add(message.id()));

    assertThat(claimed).containsExactlyInAnyOrderElementsOf(added);
  }

  @Test
  void aSettledOneNeverComesAgain() {
    OutboxMessage delivered = message(Optional.empty(), given.now());
    OutboxMessage dropped = message(Optional.empty(), given.now());
    add(delivered);
    add(dropped);
    claim(10);
    house.transact(
        () -> {
          house.outbox().settle(delivered.id(), given.now(), true);
          house.outbox().settle(dropped.id(), given.now(), false);
          house.outbox().retry(delivered.id(), given.now(), "too late");
        });

    house.clock().advance(LEASE);
    assertThat(claim(10)).isEmpty();
  }

  @Test
  void aFailedOneComesAgainAtItsTime() {
    OutboxMessage message = message(Optional.empty(), given.now());
    add(message);
    claim(10);
    Instant next = given.now().plusSeconds(10);
    house.transact(
        () -> house.outbox().retry(message.id(), next, "refused \0" + "x".repeat(9_000)));

    assertThat(claim(10)).isEmpty();
    house.clock().set(next);
    List<OutboxMessage> again = claim(10);
    assertThat(again).extracting(OutboxMessage::id).containsExactly(message.id());
    assertThat(again.get(0).attempts()).isEqualTo(1);
    assertThat(again.get(0).body()).isEqualTo(message.body());
  }

  @Test
  void aBuriedOneStaysButNeverComesAgain() {
    OutboxMessage message = message(Optional.empty(), given.now());
    add(message);
    house.transact(() -> house.outbox().bury(message.id(), given.now(), "for good"));

    house.clock().advance(LEASE);
    assertThat(claim(10)).isEmpty();
  }

  @Test
  void aDecoyIsNeverDelivered() {
    OutboxMessage decoy = message(Optional.empty(), given.now());
    house.transact(() -> house.outbox().addDecoy(decoy));

    assertThat(claim(10)).isEmpty();
  }

  @Test
  void theOldestComesFirst() {
    OutboxMessage late = message(Optional.empty(), given.now());
    OutboxMessage early = message(Optional.empty(), given.now().minusSeconds(1));
    OutboxMessage future = message(Optional.empty(), given.now().plusSeconds(1));
    add(late);
    add(early);
    add(future);

    assertThat(claim(1)).containsExactly(early);
    assertThat(claim(10)).containsExactly(late);
    house.clock().advance(Duration.ofSeconds(1));
    assertThat(claim(10)).containsExactly(future);
  }

  @Test
  void onlyWhatIsDoneIsPurged() {
    OutboxMessage done = message(Optional.empty(), given.now());
    OutboxMessage waiting = message(Optional.empty(), given.now());
    add(done);
    add(waiting);
    house.transact(() -> house.outbox().addDecoy(message(Optional.empty(), given.now())));
    house.transact(() -> house.outbox().settle(done.id(), given.now(), true));
    house.clock().advance(Duration.ofDays(1));
    Instant before = given.now();

    int first = house.inTransaction(() -> house.outbox().purge(before, 10_000));
    int second = house.inTransaction(() -> house.outbox().purge(before, 10_000));

    assertThat(first).isPositive();
    assertThat(second).isZero();
    assertThat(claim(10)).containsExactly(waiting);
  }

  private OutboxMessage message(Optional<AccountId> account, Instant createdAt) {
    return new OutboxMessage(
        new MessageId(given.id()),
        OutboxMessage.Channel.MAIL,
        "recovery-code",
        account,
        "zoë@bücher.example",
        Locale.forLanguageTag("de-AT"),
        "Ihr Code — " + Given.UNICODE,
        Secret.ofText("12345678\r\n" + Given.UNICODE.repeat(100)),
        createdAt,
        Optional.of(createdAt.plusSeconds(600)),
        0);
  }

  private OutboxMessage message(OutboxMessage.Channel channel) {
    return new OutboxMessage(
        new MessageId(given.id()),
        channel,
        "sign-in-" + channel.code(),
        Optional.empty(),
        "+4915123456789",
        Locale.GERMAN,
        "",
        Secret.ofText("123456"),
        given.now(),
        Optional.empty(),
        0);
  }

  private void add(OutboxMessage message) {
    house.transact(() -> house.outbox().add(message));
  }

  private List<OutboxMessage> claim(int limit) {
    return house.inTransaction(
        () ->
            house
                .outbox()
                .claim(
                    Set.of(OutboxMessage.Channel.MAIL), given.now(), given.now().plus(LEASE), limit)
                .messages());
  }
}
