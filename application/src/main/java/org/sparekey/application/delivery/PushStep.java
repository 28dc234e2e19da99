package org.sparekey.application.delivery;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.ChallengeRepository;
import org.sparekey.application.port.PushAddress;
import org.sparekey.application.port.PushDevice;
import org.sparekey.application.port.PushDeviceRepository;
import org.sparekey.application.port.PushMessage;
import org.sparekey.application.port.PushOutbox;
import org.sparekey.application.port.PushOutcome;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;

/** The short transactions around the handing over of a question. */
@Step
@Transactional(Transactional.TxType.REQUIRES_NEW)
class PushStep {

  private static final String KIND = "push-question";
  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
  private static final int MOST_DOUBLINGS = 5;

  private final PushOutbox outbox;
  private final PushDeviceRepository devices;
  private final ChallengeRepository challenges;
  private final AccountRepository accounts;
  private final AuditLog log;

  @Inject
  PushStep(
      PushOutbox outbox,
      PushDeviceRepository devices,
      ChallengeRepository challenges,
      AccountRepository accounts,
      AuditLog log) {
    this.outbox = outbox;
    this.devices = devices;
    this.challenges = challenges;
    this.accounts = accounts;
    this.log = log;
  }

  List<PushMessage> claim(Instant now, Instant lease, int limit) {
    return outbox.claim(now, Moments.storable(lease), limit);
  }

  /** Where the phone hears pushes; empty when it does not, or when the question is over. */
  Optional<PushAddress> whereTo(PushMessage message, Instant now) {
    return challenges
        .find(message.challenge())
        .filter(challenge -> challenge.open(now))
        .flatMap(challenge -> devices.find(message.factor()))
        .flatMap(PushDevice::address);
  }

  void drop(PushMessage message) {
    outbox.remove(message.id());
    log.record(about(message, AuditCode.NOTICE_UNDELIVERABLE).failed("expired"));
  }

  /** Writes down what became of it. */
  void settle(PushMessage message, PushAddress to, PushOutcome outcome, Instant now) {
    switch (outcome.fate()) {
      case TAKEN -> {
        outbox.remove(message.id());
        log.record(about(message, AuditCode.NOTICE_DELIVERED));
      }
      case GONE -> {
        devices.forget(message.factor(), to);
        giveUp(message, "push-address-gone");
      }
      case REFUSED -> giveUp(message, "refused");
      case LATER -> later(message, outcome.retryAfter(), now);
    }
  }

  /** Tries again while the question is open; the waits double from 2 s to 64 s. */
  void later(PushMessage message, Optional<Duration> asked, Instant now) {
    Duration own = FIRST_WAIT.multipliedBy(1L << Math.min(message.attempts(), MOST_DOUBLINGS));
    Instant next = now.plus(asked.filter(wait -> wait.compareTo(own) > 0).orElse(own));
    if (next.isBefore(message.expiresAt())) {
      outbox.retry(message.id(), Moments.storable(next));
    } else {
      giveUp(message, "gave-up");
    }
  }

  private void giveUp(PushMessage message, String reason) {
    outbox.remove(message.id());
    log.record(about(message, AuditCode.NOTICE_UNDELIVERABLE).failed(reason));
  }

  private AuditDraft about(PushMessage message, AuditCode code) {
    AuditDraft fact =
        AuditDraft.of(code, Actor.system(), Origin.internal())
            .with(KIND)
            .factor(FactorKind.PUSH.code(), message.factor());
    return accounts
        .find(message.account())
        .map(owner -> fact.about(owner.id(), owner.organisation()))
        .orElse(fact);
  }
}
