package org.sparekey.application.delivery;

import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.Outbox;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.PhoneLine;
import org.sparekey.application.port.PhoneMessage;
import org.sparekey.application.port.PhoneMessageRepository;
import org.sparekey.application.port.PhoneNumbers;
import org.sparekey.application.port.RateLimit;
import org.sparekey.application.port.RateLimits;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.application.port.Telephony;
import org.sparekey.application.port.TelephonyRules;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.PhoneNumber;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Puts a code for a phone into the outbox, unless somebody earns on it: allowed countries, budgets
 * for account, number, prefix and all together, a breaker on conversion, an alarm (attacks row 27).
 * When no provider can be reached it says so instead of letting people wait (row 34).
 */
@Step
public class SendToPhone {

  /** What is looked at to see whether codes come back. */
  static final Duration CONVERSION_WINDOW = Duration.ofHours(1);

  /** How long people may take before a code counts as not used. */
  static final Duration TIME_TO_TYPE = Duration.ofMinutes(3);

  private static final System.Logger LOG = System.getLogger(SendToPhone.class.getName());
  private static final String EVERYBODY = "all";

  private final Telephony telephony;
  private final TelephonyRules rules;
  private final PhoneNumbers numbers;
  private final PhoneMessageRepository messages;
  private final Outbox outbox;
  private final RateLimits limits;
  private final SiteSettings site;
  private final Macs macs;
  private final AuditLog audit;
  private final InstantSource clock;

  @Inject
  public SendToPhone(
      Telephony telephony,
      TelephonyRules rules,
      PhoneNumbers numbers,
      PhoneMessageRepository messages,
      Outbox outbox,
      RateLimits limits,
      SiteSettings site,
      Macs macs,
      AuditLog audit,
      InstantSource clock) {
    this.telephony = telephony;
    this.rules = rules;
    this.numbers = numbers;
    this.messages = messages;
    this.outbox = outbox;
    this.limits = limits;
    this.site = site;
    this.macs = macs;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether this can be done at all on this site. */
  public boolean offers(OutboxMessage.Channel channel) {
    return telephony.offers(channel);
  }

  /** Why this number is of no use in this way, whatever was spent; empty when it is. */
  public Optional<PhoneRefusal> unusable(PhoneNumber number, OutboxMessage.Channel channel) {
    if (!telephony.offers(channel)) {
      return Optional.of(PhoneRefusal.NOT_OFFERED);
    }
    Optional<PhoneLine> line = numbers.line(number);
    if (line.filter(found -> rules.allows(found.country())).isEmpty()) {
      return Optional.of(PhoneRefusal.COUNTRY_NOT_ALLOWED);
    }
    return line.filter(found -> found.takes(channel)).isEmpty()
        ? Optional.of(PhoneRefusal.WRONG_LINE)
        : Optional.empty();
  }

  /** Empty when it is in the outbox. */
  public Optional<PhoneRefusal> send(PhoneCode code) {
    Optional<PhoneRefusal> refusal =
        unusable(code.to(), code.channel()).or(() -> down(code)).or(() -> tooMany(code));
    if (refusal.isEmpty()) {
      put(code);
    }
    return refusal;
  }

  /** The code came back: this prefix is no fraud. */
  public void used(PhoneMessage message) {
    messages.used(message.id(), Moments.storable(clock.instant()));
  }

  private Optional<PhoneRefusal> down(PhoneCode code) {
    if (!telephony.down(code.channel())) {
      return Optional.empty();
    }
    alarm("provider-down", code.channel().code(), code.owner());
    return Optional.of(PhoneRefusal.PROVIDER_DOWN);
  }

  private Optional<PhoneRefusal> tooMany(PhoneCode code) {
    String prefix = code.to().prefix();
    if (!code.proven() && !converts(prefix)) {
      alarm("conversion", prefix, code.owner());
      return Optional.of(PhoneRefusal.BUDGET_SPENT);
    }
    String number = macs.mac("phone-budget", Secret.ofText(code.to().value()));
    if (!limits.trySpend(RateLimit.PHONE_BY_ACCOUNT, code.owner().id().toString())
        || !limits.trySpend(RateLimit.PHONE_BY_NUMBER, number)) {
      return Optional.of(PhoneRefusal.BUDGET_SPENT);
    }
    if (!limits.trySpend(RateLimit.PHONE_BY_PREFIX, prefix)) {
      alarm("prefix-budget", prefix, code.owner());
      return Optional.of(PhoneRefusal.BUDGET_SPENT);
    }
    if (!limits.trySpend(RateLimit.PHONE, EVERYBODY)) {
      alarm("total-budget", EVERYBODY, code.owner());
      return Optional.of(PhoneRefusal.BUDGET_SPENT);
    }
    return Optional.empty();
  }

  private boolean converts(String prefix) {
    Instant now = clock.instant();
    PhoneMessageRepository.Conversion conversion =
        messages.conversion(prefix, now.minus(CONVERSION_WINDOW), now.minus(TIME_TO_TYPE));
    return rules.conversion().holds(conversion.sent(), conversion.used());
  }

  private void put(PhoneCode code) {
    Instant now = Moments.storable(clock.instant());
    Account owner = code.owner();
    outbox.add(
        new OutboxMessage(
            code.id(),
            code.channel(),
            code.purpose() + "-" + code.channel().code(),
            Optional.of(owner.id()),
            code.to().value(),
            owner.language(),
            "",
            body(code),
            now,
            Optional.of(code.expiresAt()),
            0));
    messages.add(
        PhoneMessage.waiting(code.id(), owner.id(), code.channel(), code.to().prefix(), now));
  }

  private Secret body(PhoneCode code) {
    String digits = code.code().revealText();
    return code.channel() == OutboxMessage.Channel.CALL
        ? PhoneTexts.call(code.owner().language(), code.purpose(), site.siteName(), digits).body()
        : Secret.ofText(
            PhoneTexts.text(code.owner().language(), code.purpose(), site.siteName(), digits));
  }

  /** Once an hour for the same cause: people are to look, not to drown. */
  private void alarm(String cause, String what, Account owner) {
    if (limits.trySpend(RateLimit.TELEPHONY_ALARMS, cause + " " + what)) {
      LOG.log(Level.WARNING, "telephony alarm: {0}, {1}", cause, what);
      audit.record(
          AuditDraft.of(AuditCode.TELEPHONY_ALARM, Actor.system(), Origin.internal())
              .within(owner.organisation())
              .failed(cause)
              .with(what));
    }
  }
}
