package org.sparekey.application.account;

import jakarta.inject.Inject;
import java.time.Duration;
import org.sparekey.application.Step;
import org.sparekey.application.delivery.MailedCodes;
import org.sparekey.application.port.RateLimit;
import org.sparekey.application.port.RateLimits;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.challenge.CodePurpose;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.Origin;

/** Codes that confirm a mail address. */
@Step
class ContactCodes {

  private static final Duration VALIDITY = Duration.ofHours(1);

  private final MailedCodes codes;
  private final RateLimits limits;

  @Inject
  ContactCodes(MailedCodes codes, RateLimits limits) {
    this.codes = codes;
    this.limits = limits;
  }

  /** The flow that a code for this contact point is bound to. */
  static String flow(ContactPointId contact) {
    return "contact:" + contact;
  }

  /** False when too many mails went out for this account. */
  boolean send(Account owner, ContactPoint contact, Origin origin) {
    if (!limits.trySpend(RateLimit.MAILS_BY_ACCOUNT, owner.id().toString())) {
      return false;
    }
    codes.send(
        owner, contact, CodePurpose.CONTACT_CONFIRMATION, flow(contact.id()), VALIDITY, origin);
    return true;
  }
}
