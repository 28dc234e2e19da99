package org.sparekey.application.drill;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.sparekey.application.Step;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.IssuedCodeRepository;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.challenge.CodePurpose;
import org.sparekey.domain.challenge.IssuedCode;
import org.sparekey.domain.drill.Drill;
import org.sparekey.domain.drill.ImaginedLoss;
import org.sparekey.domain.factor.Factor;

/** The codes that a drill mails, and the mailboxes that they go to. */
@Step
class DrillCodes {

  private final ContactPointRepository contacts;
  private final FactorRepository factors;
  private final IssuedCodeRepository codes;

  @Inject
  DrillCodes(
      ContactPointRepository contacts, FactorRepository factors, IssuedCodeRepository codes) {
    this.contacts = contacts;
    this.factors = factors;
    this.codes = codes;
  }

  /** What a code is bound to: this drill, and the session that it belongs to (attacks row 24). */
  static String flow(Drill drill) {
    return "drill:" + drill.id() + ":" + drill.details().session();
  }

  /** Those that wait to be typed. */
  List<IssuedCode> open(Drill drill, Instant now) {
    return codes.open(CodePurpose.DRILL, flow(drill), drill.details().account(), now);
  }

  /** Those mailboxes that a recovery would mail to, and that are not lost. */
  List<ContactPoint> mailboxes(Drill drill, Instant now) {
    ImaginedLoss lost = drill.details().lost();
    return contacts.ofAccount(drill.details().account()).stream()
        .filter(contact -> contact.kind() == ContactPoint.Kind.EMAIL)
        .filter(contact -> contact.usableForRecovery(now))
        .filter(contact -> !lost.takesMailbox(contact.value()))
        .filter(Predicate.not(contact -> opensWithLost(contact, lost)))
        .toList();
  }

  private boolean opensWithLost(ContactPoint contact, ImaginedLoss lost) {
    return contact
        .openedWith()
        .flatMap(factors::find)
        .map(Factor::details)
        .filter(details -> details.account().equals(contact.account()))
        .filter(details -> lost.takes(details.device()))
        .isPresent();
  }
}
