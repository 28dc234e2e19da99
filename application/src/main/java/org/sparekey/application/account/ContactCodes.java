package org.sparekey.application.account;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.delivery.MailedCodes;
import org.sparekey.application.delivery.TextedCodes;
import org.sparekey.application.port.RateLimit;
import org.sparekey.application.port.RateLimits;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.challenge.CodePurpose;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.Origin;

/** Codes that confirm a mail address or a phone number. */
@Step
class ContactCodes {

  private static final Duration VALIDITY = Duration.ofHours(1);

  private final MailedCodes codes;
  private final TextedCodes texted;
  private final RateLimits limits;

  @Inject
  ContactCodes(MailedCodes codes, TextedCodes texted, RateLimits limits) {
    this.codes = codes;
    this.texted = texted;
    this.limits = limits;
  }

  /** The flow that a code for this contact point is bound to. */
  static String flow(ContactPointId contact) {
    return "contact:" + contact;
  }

  /** Empty when a code is on its way. */
  Optional<AccountRefusal> send(Account owner, ContactPoint contact, Origin origin) {
    return switch (contact.kind()) {
      case EMAIL -> {
        if (!mayMail(owner.id())) {
          yield Optional.of(AccountRefusal.TOO_MANY_MAILS);
        }
        mail(owner, contact, origin);
        yield Optional.empty();
      }
      case PHONE ->
          texted
              .send(owner, contact, CodePurpose.CONTACT_CONFIRMATION, flow(contact.id()))
              .map(AccountRefusal::of);
    };
  }

  /** Spends one mail of this account; false when too many went out. */
  boolean mayMail(AccountId owner) {
    return limits.trySpend(RateLimit.MAILS_BY_ACCOUNT, owner.toString());
  }

  /** Mails it. */
  void mail(Account owner, ContactPoint contact, Origin origin) {
    codes.send(
        owner, contact, CodePurpose.CONTACT_CONFIRMATION, flow(contact.id()), VALIDITY, origin);
  }

  /** Why no code can go to this number; empty when one can. */
  Optional<AccountRefusal> unusable(String number) {
    return texted.unusable(number).map(AccountRefusal::of);
  }
}
