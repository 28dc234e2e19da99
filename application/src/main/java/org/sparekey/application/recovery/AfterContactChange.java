package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import org.sparekey.application.Step;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.policy.RiskReason;

/** An address was added or removed lately (attacks row 5). What came with the account is none. */
@Step
class AfterContactChange implements RiskSource {

  private final ContactPointRepository contacts;

  @Inject
  AfterContactChange(ContactPointRepository contacts) {
    this.contacts = contacts;
  }

  @Override
  public RiskReason reason() {
    return RiskReason.CONTACT_CHANGED;
  }

  @Override
  public boolean speaksAgainst(Asked asked) {
    Instant since = asked.now().minus(RiskFacts.LATELY);
    return contacts.ofAccount(asked.account().id()).stream()
        .filter(contact -> contact.confirmedAt().isPresent())
        .anyMatch(
            (ContactPoint contact) ->
                (contact.addedAt().isAfter(since)
                        && contact.addedAt().isAfter(asked.account().createdAt()))
                    || contact.removedAt().filter(at -> at.isAfter(since)).isPresent());
  }
}
