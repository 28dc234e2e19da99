package org.sparekey.application.adapter.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sparekey.application.memory.Memory;
import org.sparekey.application.port.RateLimit;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.SessionId;

class PurgeBatchTest {

  private final Memory memory = new Memory();
  private final PurgeBatch batch =
      new PurgeBatch(
          memory.sessions,
          memory.codes,
          memory.passkeys,
          memory.challenges,
          memory.throttles,
          memory.recoveries,
          memory.vouchings,
          memory.recoveryContacts,
          memory.drills,
          memory.outbox,
          memory.rateLimits,
          memory.phoneMessages,
          memory.seenSources,
          memory.clock);

  @Test
  void whatIsOverForAMonthGoes() {
    Session session = session();
    ThrottleKey key = new ThrottleKey(ThrottledMethod.PASSWORD, "subject", ThrottleKey.ANY);
    memory.throttles.reserve(key, memory.clock.instant());
    memory.passkeys.spend("fingerprint", memory.clock.instant());
    memory.rateLimits.trySpend(RateLimit.MAILS_BY_ACCOUNT, "subject");

    memory.clock.advance(PurgeBatch.KEPT);
    assertThat(batch.purge()).isZero();

    memory.clock.advance(Duration.ofHours(2));
    assertThat(batch.purge()).isEqualTo(4);
    assertThat(batch.purge()).isZero();
    assertThat(memory.sessions.find(session.id())).isEmpty();
  }

  private Session session() {
    Session session =
        new Session(
            new SessionId(memory.ids.next()),
            new AccountId(memory.ids.next()),
            Session.Level.FULL,
            "hash",
            memory.clock.instant(),
            memory.clock.instant(),
            Optional.empty(),
            Optional.empty(),
            "",
            "",
            Optional.empty());
    memory.sessions.add(session);
    return session;
  }
}
