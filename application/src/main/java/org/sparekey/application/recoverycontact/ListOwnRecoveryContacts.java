package org.sparekey.application.recoverycontact;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.recoverycontact.RecoveryContact;

/** The owner's recovery contacts, removed ones left out. */
@UseCase
public class ListOwnRecoveryContacts {

  private static final RecoveryContactsView NONE = new RecoveryContactsView(List.of(), 0, 0, 0);

  private final OwnRecoveryContacts own;
  private final ContactRules rules;
  private final InstantSource clock;

  @Inject
  public ListOwnRecoveryContacts(OwnRecoveryContacts own, ContactRules rules, InstantSource clock) {
    this.own = own;
    this.rules = rules;
    this.clock = clock;
  }

  /** Nothing before the factor was given. */
  public RecoveryContactsView list(SessionView view) {
    if (!view.signedIn()) {
      return NONE;
    }
    Instant now = clock.instant();
    Optional<PolicyRules.Contacts> places = rules.contacts(view.account());
    List<RecoveryContact.Listed> listed = own.listed(view.account());
    return new RecoveryContactsView(
        listed.stream().map(RecoveryContactView::of).toList(),
        places.map(PolicyRules.Contacts::needed).orElse(0),
        places.map(PolicyRules.Contacts::of).orElse(0),
        (int) listed.stream().filter(contact -> contact.mayVouch(now)).count());
  }
}
