package org.sparekey.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sparekey.application.adapter.contact.LibPhoneNumbers;
import org.sparekey.application.memory.Memory;
import org.sparekey.application.memory.MemoryOutbox;
import org.sparekey.application.port.DeliveryReport;
import org.sparekey.application.port.DeliveryReports;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.OutboxMessage.Channel;
import org.sparekey.application.port.PhoneMessage;
import org.sparekey.application.port.RateLimit;
import org.sparekey.application.port.SpokenCode;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.PhoneNumber;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditEntry;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.MessageId;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.Secret;

/** Attacks rows 27 and 34, as far as they are about sending. */
class CodesForPhonesTest {

  private static final PhoneNumber MOBILE = new PhoneNumber("+4915123456789");
  private static final Duration VALIDITY = Duration.ofMinutes(10);

  private final Memory memory = new Memory();
  private final SendToPhone send =
      new SendToPhone(
          memory.telephony,
          memory.telephony,
          new LibPhoneNumbers(),
          memory.phoneMessages,
          memory.outbox,
          memory.rateLimits,
          memory.settings,
          memory.macs,
          memory.audit,
          memory.clock);
  private final PhoneStep step =
      new PhoneStep(
          new OutboxStep(memory.outbox, memory.accounts, memory.audit, memory.random),
          memory.phoneMessages,
          memory.accounts,
          memory.audit);
  private final DeliverToPhones worker = new DeliverToPhones(step, memory.telephony, memory.clock);
  private final Account ada = account();

  @Test
  void aTextHoldsTheCodeItsPurposeTheSiteAndAdvice() {
    MessageId id = sent(code(ada, MOBILE, Channel.TEXT, false));
    worker.run();

    OutboxMessage text = memory.telephony.taken.get(0);
    assertThat(text.recipient()).isEqualTo(MOBILE.value());
    assertThat(text.kind()).isEqualTo("sign-in-text");
    assertThat(text.body().revealText()).contains("123456", "Example keys", "sign in", "Not you?");
    assertThat(state(id)).isEqualTo(PhoneMessage.State.HANDED_OVER);
    assertThat(memory.outbox.state(id)).contains(MemoryOutbox.State.DELIVERED);
    assertThat(memory.outbox.messages().get(0).body().length()).isZero();
    assertThat(memory.audit.codes()).containsExactly(AuditCode.NOTICE_DELIVERED);
  }

  @Test
  void aCallSpellsTheCodeInTheOwnersLanguage() {
    sent(code(account(Locale.GERMAN), MOBILE, Channel.CALL, false));
    worker.run();

    SpokenCode spoken = SpokenCode.of(memory.telephony.taken.get(0).body().revealText());
    assertThat(spoken.opening()).startsWith("Guten Tag, hier ist Example keys");
    assertThat(spoken.digits()).isEqualTo("123456");
    assertThat(spoken.again()).startsWith("Noch einmal");
    assertThat(spoken.toString()).doesNotContain("123456");
  }

  @Test
  void row27OnlyNumbersOfAllowedCountriesAndOrdinaryLines() {
    assertThat(refusal("+447911123456", Channel.TEXT)).contains(PhoneRefusal.COUNTRY_NOT_ALLOWED);
    assertThat(refusal("+88213123456", Channel.TEXT)).contains(PhoneRefusal.COUNTRY_NOT_ALLOWED);
    assertThat(refusal("+4930901820", Channel.TEXT)).contains(PhoneRefusal.WRONG_LINE);
    assertThat(refusal("+4930901820", Channel.CALL)).isEmpty();
    assertThat(refusal("+499001654321", Channel.CALL)).contains(PhoneRefusal.WRONG_LINE);
    assertThat(refusal("+491801234567", Channel.CALL)).contains(PhoneRefusal.WRONG_LINE);
  }

  @Test
  void row27AnAccountANumberAndAPrefixHaveBudgets() {
    for (int i = 0; i < RateLimit.PHONE_BY_ACCOUNT.capacity(); i++) {
      assertThat(send.send(code(ada, number(i), Channel.TEXT, true))).isEmpty();
    }
    assertThat(send.send(code(ada, number(99), Channel.TEXT, true)))
        .contains(PhoneRefusal.BUDGET_SPENT);

    for (int i = 0; i < RateLimit.PHONE_BY_NUMBER.capacity() - 1; i++) {
      assertThat(send.send(code(account(), number(0), Channel.TEXT, true))).isEmpty();
    }
    assertThat(send.send(code(account(), number(0), Channel.TEXT, true)))
        .contains(PhoneRefusal.BUDGET_SPENT);
  }

  @Test
  void row27ThePrefixBudgetRaisesOneAlarmAnHour() {
    int sent = 0;
    for (int i = 0; i < 2 * RateLimit.PHONE_BY_PREFIX.capacity(); i++) {
      if (send.send(code(account(), number(i), Channel.TEXT, true)).isEmpty()) {
        sent++;
      }
    }

    assertThat(sent).isEqualTo((int) RateLimit.PHONE_BY_PREFIX.capacity());
    assertThat(alarms()).containsExactly("prefix-budget +491512");
    assertThat(send.send(code(account(), new PhoneNumber("+4917612345678"), Channel.TEXT, true)))
        .isEmpty();
  }

  @Test
  void row27WhereCodesDoNotComeBackNoNewNumberGetsOne() {
    for (int i = 0; i < 5; i++) {
      sent(code(account(), number(i), Channel.TEXT, false));
    }
    worker.run();
    assertThat(send.send(code(account(), number(6), Channel.TEXT, false))).isEmpty();
    memory.clock.advance(SendToPhone.TIME_TO_TYPE.plusSeconds(1));

    assertThat(send.send(code(account(), number(7), Channel.TEXT, false)))
        .contains(PhoneRefusal.BUDGET_SPENT);
    assertThat(send.send(code(account(), number(7), Channel.TEXT, false)))
        .contains(PhoneRefusal.BUDGET_SPENT);
    assertThat(alarms()).containsExactly("conversion +491512");
    assertThat(send.send(code(ada, MOBILE, Channel.TEXT, true))).isEmpty();
    assertThat(send.send(code(ada, new PhoneNumber("+4917612345678"), Channel.TEXT, false)))
        .isEmpty();

    memory.clock.advance(SendToPhone.CONVERSION_WINDOW);
    assertThat(send.send(code(account(), number(8), Channel.TEXT, false))).isEmpty();
  }

  @Test
  void whereTheyComeBackNobodyIsStopped() {
    for (int i = 0; i < 5; i++) {
      MessageId id = sent(code(account(), number(i), Channel.TEXT, false));
      worker.run();
      if (i == 0) {
        send.used(memory.phoneMessages.find(id).orElseThrow());
      }
    }
    memory.clock.advance(SendToPhone.TIME_TO_TYPE.plusSeconds(1));

    assertThat(send.send(code(account(), number(7), Channel.TEXT, false))).isEmpty();
    assertThat(alarms()).isEmpty();
  }

  @Test
  void row34WhenProvidersAreDownItIsSaidAndNothingWaits() {
    memory.telephony.down = true;

    assertThat(send.send(code(ada, MOBILE, Channel.TEXT, true)))
        .contains(PhoneRefusal.PROVIDER_DOWN);
    assertThat(memory.outbox.messages()).isEmpty();
    assertThat(alarms()).containsExactly("provider-down text");
  }

  @Test
  void row34ACodeThatCannotGoOutIsTriedAgainAndDroppedWhenItExpires() {
    MessageId id = sent(code(ada, MOBILE, Channel.TEXT, false));
    memory.telephony.down = true;
    worker.run();
    assertThat(state(id)).isEqualTo(PhoneMessage.State.DELAYED);

    memory.clock.advance(Duration.ofMinutes(1));
    memory.telephony.down = false;
    MessageId late = sent(code(ada, number(1), Channel.TEXT, false));
    memory.telephony.down = true;
    worker.run();
    memory.telephony.down = false;
    memory.clock.advance(VALIDITY);
    worker.run();

    assertThat(memory.telephony.taken).isEmpty();
    assertThat(memory.outbox.state(id)).contains(MemoryOutbox.State.DROPPED);
    assertThat(memory.outbox.state(late)).contains(MemoryOutbox.State.DROPPED);
    assertThat(state(late)).isEqualTo(PhoneMessage.State.UNDELIVERED);
  }

  @Test
  void aMomentOfOutageCostsAMoment() {
    MessageId id = sent(code(ada, MOBILE, Channel.CALL, false));
    memory.telephony.down = true;
    worker.run();
    memory.telephony.down = false;
    memory.clock.advance(Duration.ofSeconds(15));
    worker.run();

    assertThat(memory.telephony.taken).hasSize(1);
    assertThat(state(id)).isEqualTo(PhoneMessage.State.HANDED_OVER);
  }

  @Test
  void aRefusedNumberIsBuried() {
    MessageId id = sent(code(ada, MOBILE, Channel.TEXT, false));
    memory.telephony.refusing = true;
    worker.run();

    assertThat(memory.outbox.state(id)).contains(MemoryOutbox.State.BURIED);
    assertThat(state(id)).isEqualTo(PhoneMessage.State.UNDELIVERED);
  }

  @Test
  void row34AReportCountsOnceAndOnlyAboutItsOwnMessage() {
    MessageId id = sent(code(ada, MOBILE, Channel.TEXT, false));
    worker.run();
    String reference = "ref-" + id;

    assertThat(step.reported(report(Optional.of(id), "test", "ref-other", false))).isFalse();
    assertThat(step.reported(report(Optional.of(id), "other", reference, false))).isFalse();
    assertThat(step.reported(report(Optional.empty(), "test", "nobody", false))).isFalse();
    assertThat(step.reported(report(Optional.empty(), "test", reference, false))).isTrue();
    assertThat(step.reported(report(Optional.empty(), "test", reference, false))).isFalse();

    assertThat(state(id)).isEqualTo(PhoneMessage.State.UNDELIVERED);
    assertThat(memory.audit.codes())
        .containsExactly(AuditCode.NOTICE_DELIVERED, AuditCode.NOTICE_UNDELIVERABLE);
    assertThat(memory.audit.entries().get(1).what().detail()).contains("test:30003forged");
  }

  @Test
  void aReportThatIsQuickerThanTheAnswerIsKept() {
    MessageId id = sent(code(ada, MOBILE, Channel.TEXT, false));
    assertThat(step.reported(report(Optional.of(id), "test", "ref-" + id, true))).isTrue();
    worker.run();

    assertThat(state(id)).isEqualTo(PhoneMessage.State.DELIVERED);
  }

  @Test
  void reportsOfASessionAreTakenByTheWorker() {
    MessageId id = sent(code(ada, MOBILE, Channel.TEXT, false));
    worker.run();
    memory.telephony.reports.add(report(Optional.empty(), "test", "ref-" + id, true));
    worker.run();

    assertThat(state(id)).isEqualTo(PhoneMessage.State.DELIVERED);
  }

  @Test
  void row34AForgedReportChangesNothing() {
    MessageId id = sent(code(ada, MOBILE, Channel.TEXT, false));
    worker.run();
    ReceiveDeliveryReport receive = new ReceiveDeliveryReport(new SignedReports(), step);
    Map<String, List<String>> form = Map.of("MessageSid", List.of("ref-" + id));

    assertThat(receive.receive("test", id.toString(), form, "forged")).isFalse();
    assertThat(receive.receive("test", "no id", form, "right")).isFalse();
    assertThat(state(id)).isEqualTo(PhoneMessage.State.HANDED_OVER);
    assertThat(receive.receive("test", id.toString(), form, "right")).isTrue();
    assertThat(receive.receive("test", id.toString(), form, "right")).isTrue();
    assertThat(state(id)).isEqualTo(PhoneMessage.State.DELIVERED);
  }

  @Test
  void withoutAProviderPhonesAreNotOffered() {
    memory.telephony.offered.clear();

    assertThat(send.offers(Channel.TEXT)).isFalse();
    assertThat(send.send(code(ada, MOBILE, Channel.TEXT, true))).contains(PhoneRefusal.NOT_OFFERED);
  }

  private static final class SignedReports implements DeliveryReports {

    @Override
    public boolean signed(
        String provider, MessageId message, Map<String, List<String>> form, String signature) {
      return signature.equals("right");
    }

    @Override
    public Optional<DeliveryReport> read(
        String provider, MessageId message, Map<String, List<String>> form) {
      return Optional.of(
          new DeliveryReport(
              Optional.of(message),
              provider,
              form.getOrDefault("MessageSid", List.of()).get(0),
              true,
              ""));
    }
  }

  private static DeliveryReport report(
      Optional<MessageId> message, String provider, String reference, boolean delivered) {
    return new DeliveryReport(message, provider, reference, delivered, "30003\r\nforged");
  }

  private MessageId sent(PhoneCode code) {
    assertThat(send.send(code)).isEmpty();
    return code.id();
  }

  private Optional<PhoneRefusal> refusal(String number, Channel channel) {
    return send.send(code(ada, new PhoneNumber(number), channel, true));
  }

  private static PhoneNumber number(int last) {
    return new PhoneNumber(String.format(Locale.ROOT, "+49151234%05d", last));
  }

  private PhoneCode code(Account owner, PhoneNumber to, Channel channel, boolean proven) {
    return new PhoneCode(
        new MessageId(memory.ids.next()),
        owner,
        to,
        channel,
        "sign-in",
        Secret.ofText("123456"),
        memory.clock.instant().plus(VALIDITY),
        proven);
  }

  private PhoneMessage.State state(MessageId id) {
    return memory.phoneMessages.find(id).orElseThrow().state();
  }

  private List<String> alarms() {
    return memory.audit.entries().stream()
        .map(AuditEntry::what)
        .filter(what -> what.code() == AuditCode.TELEPHONY_ALARM)
        .map(what -> what.reason().orElse("") + " " + what.detail().orElse(""))
        .toList();
  }

  private Account account() {
    return account(Locale.ENGLISH);
  }

  private Account account(Locale language) {
    AccountId id = new AccountId(memory.ids.next());
    return new Account(
        id,
        new OrganisationId(memory.ids.next()),
        new SignInName(id + "@example.org"),
        "Ada",
        language,
        Set.of(),
        memory.clock.instant(),
        Optional.empty());
  }
}
