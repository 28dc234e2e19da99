package org.sparekey.application.policy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.policy.AccountShape;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.analysis.AccountProfile;
import org.sparekey.domain.policy.analysis.ProfileBuilder;

/**
 * Makes of a shape what the analysis looks at. Devices, mailboxes and people have numbers for
 * names.
 */
final class ShapedAccounts {

  private ShapedAccounts() {}

  static AccountProfile profile(AccountShape shape, PasswordResetRule rule, RecoveryPolicy policy) {
    ProfileBuilder account = new ProfileBuilder().passwordResetBy(rule);
    if (shape.password()) {
      account.password();
    }
    shape.factors().forEach(factor -> add(account, factor.kind(), "" + factor.device()));
    IntStream.range(0, shape.mailboxes().size())
        .forEach(number -> mailbox(account, shape.mailboxes().get(number), "" + number));
    if (shape.recoveryCodes()) {
      account.recoveryCodes();
    }
    IntStream.rangeClosed(1, shape.browsers()).forEach(number -> account.knownBrowser("" + number));
    policy
        .rules()
        .contacts()
        .ifPresent(
            contacts ->
                account.contacts(
                    contacts.needed(),
                    IntStream.rangeClosed(1, Math.min(shape.contacts(), contacts.of()))
                        .mapToObj(Integer::toString)
                        .collect(Collectors.toUnmodifiableSet())));
    return account.build();
  }

  private static void mailbox(
      ProfileBuilder account, AccountShape.PlacedMailbox mailbox, String number) {
    Channel channel = Channel.mailbox(number);
    if (mailbox.proves()) {
      account.mailbox(number);
    } else {
      account.noticesTo(channel);
    }
    if (mailbox.device() > 0) {
      account.opensWith(channel, Channel.device("" + mailbox.device()));
    }
  }

  /** A number is lost with the handset where it rings; two on one handset are one proof. */
  static void add(ProfileBuilder account, FactorKind kind, String device) {
    switch (kind) {
      case SMS, VOICE -> account.phone(device, device);
      case PASSKEY -> account.passkey(device);
      case TOTP, PUSH, OKTA, SECURITY_KEY -> account.factor(kind, device);
    }
  }
}
