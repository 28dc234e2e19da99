package org.sparekey.application.delivery;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.PhoneMessageRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.PhoneNumber;
import org.sparekey.domain.challenge.CodePurpose;
import org.sparekey.domain.challenge.IssuedCode;
import org.sparekey.domain.shared.MessageId;

/**
 * Codes that are texted to a phone number of the account and typed back. They are read, found and
 * spent as {@link MailedCodes} are.
 */
@Step
public class TextedCodes {

  private final MailedCodes codes;
  private final SendToPhone send;
  private final PhoneMessageRepository messages;

  @Inject
  public TextedCodes(MailedCodes codes, SendToPhone send, PhoneMessageRepository messages) {
    this.codes = codes;
    this.send = send;
    this.messages = messages;
  }

  /** Why no text can go to this number, whatever was spent; empty when one can. */
  public Optional<PhoneRefusal> unusable(String number) {
    return PhoneNumber.parse(number)
        .map(parsed -> send.unusable(parsed, OutboxMessage.Channel.TEXT))
        .orElse(Optional.of(PhoneRefusal.WRONG_LINE));
  }

  /**
   * Makes a code, good for ten minutes (NIST SP 800-63B-4 §4.2.1.2), and texts it. Empty when it is
   * on its way; a code that could not be sent is known to nobody.
   */
  public Optional<PhoneRefusal> send(
      Account owner, ContactPoint to, CodePurpose purpose, String flow) {
    MailedCodes.Made made = codes.make(owner, to, purpose, flow, IssuedCode.LONGEST_BY_PHONE);
    return send.send(
        new PhoneCode(
            new MessageId(made.id().value()),
            owner,
            new PhoneNumber(to.value()),
            OutboxMessage.Channel.TEXT,
            purpose.code(),
            made.digits(),
            made.expiresAt(),
            to.confirmedAt().isPresent()));
  }

  /** The code came back. */
  public void used(IssuedCode code) {
    messages.find(new MessageId(code.id().value())).ifPresent(send::used);
  }
}
