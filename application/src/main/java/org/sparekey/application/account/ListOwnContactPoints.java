package org.sparekey.application.account;

import jakarta.inject.Inject;
import java.util.List;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.application.signin.SessionView;

/** The owner's contact points, oldest first, removed ones left out. */
@UseCase
public class ListOwnContactPoints {

  private final ContactPointRepository contacts;

  @Inject
  public ListOwnContactPoints(ContactPointRepository contacts) {
    this.contacts = contacts;
  }

  /** Nothing before the factor was given. */
  public List<ContactPointView> list(SessionView view) {
    if (!view.signedIn()) {
      return List.of();
    }
    return contacts.ofAccount(view.account()).stream()
        .filter(contact -> contact.removedAt().isEmpty())
        .map(ContactPointView::of)
        .toList();
  }
}
