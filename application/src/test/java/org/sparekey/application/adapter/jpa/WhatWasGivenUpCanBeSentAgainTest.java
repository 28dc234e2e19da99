package org.sparekey.application.adapter.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparekey.application.port.Outbox;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.domain.shared.MessageId;
import org.sparekey.domain.shared.Secret;

/** Notices that were given up keep what they said, codes do not; a broken seal stops nobody. */
class WhatWasGivenUpCanBeSentAgainTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aNoticeKeepsItsSealedBodyAndACodeDoesNot(boolean h2) throws Exception {
    DatabaseHouse house = house(h2);
    OutboxMessage notice = message(house, Optional.empty());
    OutboxMessage code =
        message(house, Optional.of(house.clock().instant().plus(Duration.ofHours(1))));
    house.transact(
        () -> {
          house.outbox().add(notice);
          house.outbox().add(code);
          house.outbox().bury(notice.id(), house.clock().instant(), "down");
          house.outbox().bury(code.id(), house.clock().instant(), "down");
        });

    assertThat(sealed(house, notice.id())).isPresent();
    assertThat(sealed(house, code.id())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneBrokenSealStopsNobody(boolean h2) throws Exception {
    DatabaseHouse house = house(h2);
    house.clock().advance(Duration.ofDays(1));
    OutboxMessage broken = message(house, Optional.empty());
    OutboxMessage other = message(house, Optional.empty());
    house.transact(
        () -> {
          house.outbox().add(broken);
          house.outbox().add(other);
        });
    try (var connection = house.database().getConnection()) {
      Sql.update(
          connection,
          "update outbox set sealed_body = 'test:rubbish' where id = ?",
          broken.id().value());
    }

    Outbox.Claim claim =
        house.inTransaction(
            () ->
                house
                    .outbox()
                    .claim(
                        Set.of(OutboxMessage.Channel.MAIL),
                        house.clock().instant(),
                        house.clock().instant().plus(Duration.ofMinutes(10)),
                        10_000));

    assertThat(claim.unreadable()).extracting(OutboxMessage::id).contains(broken.id());
    assertThat(claim.messages()).extracting(OutboxMessage::id).contains(other.id());
  }

  private static DatabaseHouse house(boolean h2) {
    return h2 ? DatabaseHouse.h2() : DatabaseHouse.postgresql();
  }

  private static Optional<String> sealed(DatabaseHouse house, MessageId id) throws Exception {
    try (var connection = house.database().getConnection()) {
      List<Optional<String>> bodies =
          Sql.query(
              connection,
              "select sealed_body from outbox where id = ?",
              row -> Optional.ofNullable(row.getString(1)),
              id.value());
      return bodies.get(0);
    }
  }

  private static OutboxMessage message(DatabaseHouse house, Optional<Instant> expiresAt) {
    return new OutboxMessage(
        new MessageId(house.ids().next()),
        OutboxMessage.Channel.MAIL,
        "recovery-ready",
        Optional.empty(),
        "ada@example.org",
        Locale.ENGLISH,
        "Subject",
        Secret.ofText("Body"),
        house.clock().instant(),
        expiresAt,
        0);
  }
}
