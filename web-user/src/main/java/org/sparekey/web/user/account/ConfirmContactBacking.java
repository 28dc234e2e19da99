package org.sparekey.web.user.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.sparekey.application.account.AccountChange;
import org.sparekey.application.account.ConfirmContactPoint;
import org.sparekey.application.account.ContactPointView;
import org.sparekey.web.user.visit.Visit;

/** The page /account/confirm, about the address that waits for its code. */
@Named
@RequestScoped
public class ConfirmContactBacking {

  @Inject AccountBacking account;
  @Inject ConfirmContactPoint confirm;
  @Inject Visit visit;

  private String code = "";

  /** Confirmed or removed meanwhile, or never there: the list says what is. */
  public void arrive() {
    if (waiting().isEmpty()) {
      visit.go("/account");
    }
  }

  public void confirm() {
    Optional<ContactPointView> contact = waiting();
    if (contact.isEmpty()) {
      visit.go("/account");
      return;
    }
    AccountChange change =
        confirm.confirm(visit.session(), contact.get().id(), code, visit.origin());
    if (change.done()) {
      visit.go("/account?done=contact-confirmed");
    } else {
      visit.refuse("code", change.refusal().orElseThrow().code(), change.retryAt());
    }
  }

  /** Sends another code. */
  public void again() {
    account.send(visit.param("contact"));
  }

  private Optional<ContactPointView> waiting() {
    String id = visit.param("contact");
    return account.getContacts().stream()
        .filter(it -> it.id().toString().equals(id) && it.confirmedAt().isEmpty())
        .findFirst();
  }

  public String getId() {
    return waiting().map(it -> it.id().toString()).orElse("");
  }

  public String getAddress() {
    return waiting().map(ContactPointView::value).orElse("");
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
