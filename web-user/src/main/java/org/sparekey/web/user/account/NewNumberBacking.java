package org.sparekey.web.user.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.sparekey.application.account.AddContactOutcome;
import org.sparekey.application.account.AddContactPoint;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.web.user.visit.Visit;

/** A phone number that is added on the page /account. */
@Named
@RequestScoped
public class NewNumberBacking {

  @Inject AddContactPoint add;
  @Inject AccountBacking account;
  @Inject Visit visit;

  private String number = "";

  @PostConstruct
  void prefill() {
    number = visit.param("number");
  }

  /** Adds it and texts the code that confirms it. */
  public void add() {
    AddContactOutcome outcome =
        add.add(
            visit.session(),
            ContactPoint.Kind.PHONE,
            number,
            visit.session().language(),
            visit.origin());
    if (outcome instanceof AddContactOutcome.Added added) {
      account.send(added.id().toString());
    } else if (outcome instanceof AddContactOutcome.Refused refused) {
      visit.refuse("number", refused.reason().code(), Optional.empty());
    }
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }
}
