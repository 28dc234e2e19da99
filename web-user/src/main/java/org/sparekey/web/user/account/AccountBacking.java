package org.sparekey.web.user.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.account.AccountChange;
import org.sparekey.application.account.AccountRefusal;
import org.sparekey.application.account.AddContactOutcome;
import org.sparekey.application.account.AddContactPoint;
import org.sparekey.application.account.ContactPointView;
import org.sparekey.application.account.ListOwnContactPoints;
import org.sparekey.application.account.RemoveContactPoint;
import org.sparekey.application.account.SendContactCode;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.web.user.visit.Visit;

/** The page /account. */
@Named
@RequestScoped
public class AccountBacking {

  private static final String CONFIRM = "/account/confirm?done=code-sent&contact=";

  @Inject ListOwnContactPoints list;
  @Inject AddContactPoint add;
  @Inject SendContactCode send;
  @Inject RemoveContactPoint remove;
  @Inject Visit visit;

  private String address = "";
  private @Nullable List<ContactPointView> contacts;

  @PostConstruct
  void prefill() {
    address = visit.param("address");
  }

  /** Adds a mail address; the code that confirms it is on its way then. */
  public void add() {
    AddContactOutcome outcome =
        add.add(
            visit.session(),
            ContactPoint.Kind.EMAIL,
            address,
            visit.session().language(),
            visit.origin());
    if (outcome instanceof AddContactOutcome.Added added) {
      visit.go(CONFIRM + added.id());
    } else if (outcome instanceof AddContactOutcome.Refused refused) {
      visit.refuse("address", refused.reason().code(), Optional.empty());
    }
  }

  /** Sends another code to an address that waits for its confirmation. */
  public void send(String contact) {
    Optional<ContactPointId> id = ContactPointId.parse(contact);
    if (id.isPresent()) {
      AccountChange sent = send.send(visit.session(), id.get(), visit.origin());
      settle(sent, CONFIRM + id.get());
    }
  }

  public void remove(String contact) {
    Optional<ContactPointId> id = ContactPointId.parse(contact);
    if (id.isPresent()) {
      AccountChange removed = remove.remove(visit.session(), id.get(), visit.origin());
      settle(removed, "/account?done=contact-removed");
    }
  }

  private void settle(AccountChange change, String next) {
    change
        .refusal()
        .map(AccountRefusal::code)
        .ifPresentOrElse(code -> visit.refuse(null, code, change.retryAt()), () -> visit.go(next));
  }

  public List<ContactPointView> getContacts() {
    if (contacts == null) {
      contacts = list.list(visit.session());
    }
    return contacts;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }
}
