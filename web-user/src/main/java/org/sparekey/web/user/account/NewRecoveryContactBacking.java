package org.sparekey.web.user.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.recoverycontact.InviteOutcome;
import org.sparekey.application.recoverycontact.InviteRecoveryContact;
import org.sparekey.application.recoverycontact.RecoveryContactRefusal;
import org.sparekey.web.user.visit.Visit;

/** Somebody who is invited on the page /account/contacts. */
@Named
@RequestScoped
public class NewRecoveryContactBacking {

  @Inject InviteRecoveryContact invite;
  @Inject Visit visit;

  private String person = "";
  private String address = "";
  private String asker = "";

  @PostConstruct
  void prefill() {
    person = visit.param("person");
    address = visit.param("address");
    asker = visit.param("asker").isEmpty() ? visit.session().displayName() : visit.param("asker");
  }

  public void invite() {
    InviteOutcome outcome = invite.invite(visit.session(), person, address, asker, visit.origin());
    if (outcome instanceof InviteOutcome.Refused refused) {
      visit.refuse(fieldOf(refused.reason()), refused.reason().code(), Optional.empty());
    } else {
      visit.go("/account/contacts?done=contact-invited");
    }
  }

  private static @Nullable String fieldOf(RecoveryContactRefusal reason) {
    return switch (reason) {
      case BAD_NAME -> "person";
      case BAD_ASKER -> "asker";
      case BAD_ADDRESS, OWN_ADDRESS, ALREADY_LISTED -> "address";
      default -> null;
    };
  }

  public String getPerson() {
    return person;
  }

  public void setPerson(String person) {
    this.person = person;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public String getAsker() {
    return asker;
  }

  public void setAsker(String asker) {
    this.asker = asker;
  }
}
