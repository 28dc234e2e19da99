package org.sparekey.application.account;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.ContactPointId;

/** Shows a mailbox to its owner, with the devices on which it may depend. */
@UseCase
public class ShowMailbox {

  private final ContactPointRepository contacts;
  private final FactorRepository factors;

  @Inject
  public ShowMailbox(ContactPointRepository contacts, FactorRepository factors) {
    this.contacts = contacts;
    this.factors = factors;
  }

  /** Nothing before the factor was given; foreign and unknown ones are the same. */
  public Optional<MailboxView> show(SessionView view, ContactPointId id) {
    return contacts
        .find(id)
        .filter(contact -> view.full() && contact.account().equals(view.account()))
        .filter(contact -> contact.kind() == ContactPoint.Kind.EMAIL && contact.active())
        .map(this::of);
  }

  private MailboxView of(ContactPoint mailbox) {
    Optional<DeviceName> chosen =
        mailbox.openedWith().flatMap(factors::find).map(factor -> factor.details().device());
    Map<String, MailboxView.Device> devices = new LinkedHashMap<>();
    active(mailbox.account())
        .forEach(
            (folded, factor) ->
                devices.put(
                    folded,
                    new MailboxView.Device(
                        factor.id(),
                        factor.details().device().value(),
                        chosen.filter(factor.details().device()::sameDevice).isPresent())));
    return new MailboxView(
        mailbox.id(),
        mailbox.value(),
        devices.values().stream().toList(),
        chosen.map(DeviceName::value));
  }

  /** One factor of each device. */
  private Map<String, Factor> active(AccountId account) {
    Map<String, Factor> first = new LinkedHashMap<>();
    factors.ofAccount(account).stream()
        .filter(factor -> factor.asActive().isPresent())
        .forEach(factor -> first.putIfAbsent(factor.details().device().folded(), factor));
    return first;
  }
}
