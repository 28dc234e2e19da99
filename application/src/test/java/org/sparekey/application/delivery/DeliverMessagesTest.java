package org.sparekey.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.sparekey.application.memory.Memory;
import org.sparekey.application.memory.MemoryOutbox;
import org.sparekey.application.port.MailTransport;
import org.sparekey.application.port.MailUnavailableException;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.shared.MessageId;
import org.sparekey.domain.shared.Secret;

class DeliverMessagesTest {

  private final Memory memory = new Memory();
  private final List<MessageId> sent = Collections.synchronizedList(new ArrayList<>());

  @Test
  void aMessageIsDeliveredOnceAndItsBodyIsWiped() {
    MessageId id = waiting(Optional.empty());
    DeliverMessages worker = worker(mail -> sent.add(mail.id()));
    assertThat(worker.run()).isEqualTo(1);
    assertThat(worker.run()).isZero();

    assertThat(sent).containsExactly(id);
    assertThat(memory.outbox.state(id)).contains(MemoryOutbox.State.DELIVERED);
    assertThat(memory.outbox.messages().get(0).body().length()).isZero();
    assertThat(memory.audit.codes()).containsExactly(AuditCode.NOTICE_DELIVERED);
  }

  @Test
  void aServerThatIsDownIsAskedAgainLaterAndLater() {
    MessageId id = waiting(Optional.empty());
    List<Duration> waits = new ArrayList<>();
    Instant[] last = {memory.clock.instant()};
    DeliverMessages worker =
        worker(
            mail -> {
              waits.add(Duration.between(last[0], memory.clock.instant()));
              last[0] = memory.clock.instant();
              throw new MailUnavailableException("down", new IllegalStateException());
            });
    Instant end = memory.clock.instant().plus(OutboxStep.LONGEST_FOR_NOTICES).plusSeconds(7_200);
    while (memory.clock.instant().isBefore(end)) {
      worker.run();
      memory.clock.advance(Duration.ofSeconds(waits.size() < 12 ? 5 : 60));
    }

    assertThat(waits.get(1)).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20));
    assertThat(waits.subList(10, waits.size()))
        .allSatisfy(
            wait -> assertThat(wait).isBetween(Duration.ofMinutes(44), Duration.ofMinutes(61)));
    assertThat(memory.outbox.state(id)).contains(MemoryOutbox.State.BURIED);
    assertThat(memory.audit.codes()).containsExactly(AuditCode.NOTICE_UNDELIVERABLE);
  }

  @Test
  void aNoticeOutlivesADayWithoutAServerAndCanBeReadWhenItIsGivenUp() {
    MessageId notice = waiting(Optional.empty());
    DeliverMessages worker =
        worker(
            mail -> {
              throw new MailUnavailableException("down", new IllegalStateException());
            });
    worker.run();
    memory.clock.advance(Duration.ofHours(80));
    worker.run();
    assertThat(memory.outbox.state(notice)).contains(MemoryOutbox.State.WAITING);

    memory.clock.advance(OutboxStep.LONGEST_FOR_NOTICES);
    worker.run();

    assertThat(memory.outbox.state(notice)).contains(MemoryOutbox.State.BURIED);
    assertThat(memory.outbox.messages().get(0).body().length()).isPositive();
  }

  @Test
  void oneThatCannotBeOpenedIsBuriedAndTheOthersGoOut() {
    MessageId broken = waiting(Optional.empty());
    MessageId second = waiting(Optional.empty());
    memory.outbox.breakSeal(broken);

    worker(mail -> sent.add(mail.id())).run();

    assertThat(sent).containsExactly(second);
    assertThat(memory.outbox.state(broken)).contains(MemoryOutbox.State.BURIED);
    assertThat(memory.audit.entries().get(0).what().reason()).contains("unreadable");
  }

  @Test
  void nothingIsLostWhileTheServerIsDown() {
    waiting(Optional.empty());
    boolean[] down = {true};
    DeliverMessages worker =
        worker(
            mail -> {
              if (down[0]) {
                throw new MailUnavailableException("down", new IllegalStateException());
              }
              return sent.add(mail.id());
            });
    worker.run();
    down[0] = false;
    memory.clock.advance(Duration.ofMinutes(1));
    worker.run();

    assertThat(sent).hasSize(1);
  }

  @Test
  void aRefusalForGoodIsBuriedAtOnce() {
    MessageId id = waiting(Optional.empty());
    worker(mail -> false).run();

    assertThat(memory.outbox.state(id)).contains(MemoryOutbox.State.BURIED);
    assertThat(memory.audit.entries().get(0).what().reason()).contains("refused");
  }

  @Test
  void aCodeThatIsNoLongerGoodIsDropped() {
    MessageId id = waiting(Optional.of(memory.clock.instant().plus(Duration.ofMinutes(5))));
    memory.clock.advance(Duration.ofMinutes(5));
    worker(mail -> sent.add(mail.id())).run();

    assertThat(sent).isEmpty();
    assertThat(memory.outbox.state(id)).contains(MemoryOutbox.State.DROPPED);
  }

  @Test
  void aTransportThatBreaksKeepsNothingElseWaiting() {
    MessageId first = waiting(Optional.empty());
    MessageId second = waiting(Optional.empty());
    worker(
            mail -> {
              if (mail.id().equals(first)) {
                throw new IllegalStateException("broken");
              }
              return sent.add(mail.id());
            })
        .run();

    assertThat(sent).containsExactly(second);
    assertThat(memory.outbox.state(first)).contains(MemoryOutbox.State.WAITING);
  }

  @Test
  void aSlowServerDoesNotOutliveTheLease() {
    for (int i = 0; i < DeliverMessages.BATCH; i++) {
      waiting(Optional.empty());
    }
    worker(
            mail -> {
              memory.clock.advance(Duration.ofMinutes(3));
              return sent.add(mail.id());
            })
        .run();

    assertThat(sent).hasSizeBetween(1, 3);
  }

  @Test
  void manyWorkersSendEachMessageOnce() throws Exception {
    int messages = 200;
    for (int i = 0; i < messages; i++) {
      waiting(Optional.empty());
    }
    DeliverMessages worker = worker(mail -> sent.add(mail.id()));
    ExecutorService workers = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> turns = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        turns.add(
            workers.submit(
                () -> {
                  while (worker.run() > 0) {
                    Thread.onSpinWait();
                  }
                }));
      }
      for (Future<?> turn : turns) {
        turn.get();
      }
    } finally {
      workers.shutdownNow();
    }

    assertThat(sent).hasSize(messages).doesNotHaveDuplicates();
  }

  private DeliverMessages worker(MailTransport transport) {
    return new DeliverMessages(
        new OutboxStep(memory.outbox, memory.accounts, memory.audit, memory.random),
        transport,
        memory.clock);
  }

  private MessageId waiting(Optional<Instant> expiresAt) {
    MessageId id = new MessageId(memory.ids.next());
    memory.outbox.add(
        new OutboxMessage(
            id,
            OutboxMessage.Channel.MAIL,
            "new-browser",
            Optional.empty(),
            "ada@example.org",
            Locale.ENGLISH,
            "Subject",
            Secret.ofText("Body"),
            memory.clock.instant(),
            expiresAt,
            0));
    return id;
  }
}
