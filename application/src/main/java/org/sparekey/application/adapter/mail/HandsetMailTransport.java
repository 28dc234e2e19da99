package org.sparekey.application.adapter.mail;

import org.sparekey.application.port.Handset;
import org.sparekey.application.port.MailTransport;
import org.sparekey.application.port.OutboxMessage;

/** Delivers onto the virtual handset. */
final class HandsetMailTransport implements MailTransport {

  private final Handset handset;

  HandsetMailTransport(Handset handset) {
    this.handset = handset;
  }

  @Override
  public boolean send(OutboxMessage mail) {
    handset.receive(
        new Handset.Mail(
            mail.id().value(),
            mail.recipient(),
            mail.subject(),
            mail.body().revealText(),
            mail.createdAt()));
    return true;
  }
}
