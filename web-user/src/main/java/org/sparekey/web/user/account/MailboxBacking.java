package org.sparekey.web.user.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.account.AccountRefusal;
import org.sparekey.application.account.MailboxView;
import org.sparekey.application.account.SayWhatOpensMailbox;
import org.sparekey.application.account.ShowMailbox;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.web.user.visit.Visit;

/** The page /account/mailbox, about the address that the parameter names. */
@Named
@RequestScoped
public class MailboxBacking {

  @Inject ShowMailbox show;
  @Inject SayWhatOpensMailbox opens;
  @Inject Visit visit;

  private @Nullable MailboxView view;

  /** Whoever asks for a mailbox that is not there is led to those that are. */
  public void arrive() {
    if (getView() == null) {
      visit.go("/account");
    }
  }

  /** What the owner chose. */
  public void say() {
    Optional<ContactPointId> id = ContactPointId.parse(visit.param("contact"));
    if (id.isEmpty()) {
      visit.go("/account");
      return;
    }
    String device = visit.param("device");
    Optional<FactorId> with = FactorId.parse(device);
    if (with.isEmpty() && !device.isEmpty()) {
      visit.refuse(AccountRefusal.DEVICE_NOT_IN_USE.code());
      return;
    }
    opens
        .say(visit.session(), id.get(), with, visit.origin())
        .refusal()
        .map(AccountRefusal::code)
        .ifPresentOrElse(visit::refuse, () -> visit.go("/account/readiness?done=mailbox-noted"));
  }

  /** Null when there is none of the owner's with that id. */
  public @Nullable MailboxView getView() {
    if (view == null) {
      view =
          ContactPointId.parse(visit.param("contact"))
              .flatMap(id -> show.show(visit.session(), id))
              .orElse(null);
    }
    return view;
  }
}
