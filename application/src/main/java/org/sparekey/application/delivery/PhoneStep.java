package org.sparekey.application.delivery;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sparekey.application.Step;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.DeliveryReport;
import org.sparekey.application.port.Handover;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.PhoneMessage;
import org.sparekey.application.port.PhoneMessageRepository;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Origin;

/** The short transactions around the handing over of a text or call. */
@Step
@Transactional(Transactional.TxType.REQUIRES_NEW)
class PhoneStep {

  private static final int LONGEST_DETAIL = 40;

  private final OutboxStep outbox;
  private final PhoneMessageRepository messages;
  private final AccountRepository accounts;
  private final AuditLog audit;

  @Inject
  PhoneStep(
      OutboxStep outbox,
      PhoneMessageRepository messages,
      AccountRepository accounts,
      AuditLog audit) {
    this.outbox = outbox;
    this.messages = messages;
    this.accounts = accounts;
    this.audit = audit;
  }

  List<OutboxMessage> claim(
      Set<OutboxMessage.Channel> channels, Instant now, Instant lease, int limit) {
    return outbox.claim(channels, now, lease, limit);
  }

  void handedOver(OutboxMessage message, Handover handover, Instant now) {
    if (handover.refusal().isPresent()) {
      messages.move(message.id(), PhoneMessage.State.UNDELIVERED);
      outbox.bury(message, "refused", handover.refusal().get(), now);
    } else {
      messages.handedOver(message.id(), handover.provider(), handover.reference());
      outbox.delivered(message, now);
    }
  }

  /** Tries again later; meanwhile people are told that it is late. */
  void failed(OutboxMessage message, String error, Instant now) {
    messages.move(message.id(), PhoneMessage.State.DELAYED);
    outbox.failed(message, error, now);
  }

  /** It is too late for it: a code that is no longer good. */
  void drop(OutboxMessage message, Instant now) {
    messages.move(message.id(), PhoneMessage.State.UNDELIVERED);
    outbox.drop(message, now);
  }

  /**
   * Takes a report; one that comes twice, about nothing of ours, or contradicts what is known,
   * changes nothing (attacks row 34).
   */
  boolean reported(DeliveryReport report) {
    Optional<PhoneMessage> message =
        report
            .message()
            .flatMap(messages::find)
            .filter(found -> fits(found, report))
            .or(() -> messages.find(report.provider(), report.reference()));
    boolean moved =
        message
            .filter(
                found ->
                    messages.move(
                        found.id(),
                        report.delivered()
                            ? PhoneMessage.State.DELIVERED
                            : PhoneMessage.State.UNDELIVERED))
            .isPresent();
    if (moved && !report.delivered()) {
      audit.record(undelivered(message.orElseThrow(), report));
    }
    return moved;
  }

  /** The report may be quicker than the provider's answer: then nobody knows its name yet. */
  private static boolean fits(PhoneMessage message, DeliveryReport report) {
    return message.provider().map(report.provider()::equals).orElse(true)
        && message.reference().map(report.reference()::equals).orElse(true);
  }

  private AuditDraft undelivered(PhoneMessage message, DeliveryReport report) {
    String detail = report.detail().replaceAll("[^A-Za-z0-9._-]", "");
    AuditDraft fact =
        AuditDraft.of(AuditCode.NOTICE_UNDELIVERABLE, Actor.system(), Origin.internal())
            .failed("not-delivered")
            .with(
                report.provider()
                    + ":"
                    + (detail.length() <= LONGEST_DETAIL
                        ? detail
                        : detail.substring(0, LONGEST_DETAIL)));
    return accounts
        .find(message.account())
        .map(owner -> fact.about(owner.id(), owner.organisation()))
        .orElse(fact);
  }
}
