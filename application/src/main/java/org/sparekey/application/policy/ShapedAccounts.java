package org.sparekey.application.policy;

import java.util.stream.IntStream;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.policy.AccountShape;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.analysis.AccountProfile;
import org.sparekey.domain.policy.analysis.ProfileBuilder;

/** Makes of a shape what the analysis looks at. Devices and mailboxes have numbers for names. */
final class ShapedAccounts {

  private ShapedAccounts() {}

  static AccountProfile profile(AccountShape shape, PasswordResetRule rule) {
    ProfileBuilder account = new ProfileBuilder().passwordResetBy(rule);
    if (shape.password()) {
      account.password();
    }
    shape.factors().forEach(factor -> add(account, factor.kind(), "" + factor.device()));
    IntStream.rangeClosed(1, shape.mailboxes()).forEach(number -> account.mailbox("" + number));
    IntStream.rangeClosed(1, shape.otherMailboxes())
        .forEach(number -> account.noticesTo(Channel.mailbox("" + (shape.mailboxes() + number))));
    if (shape.recoveryCodes()) {
      account.recoveryCodes();
    }
    IntStream.rangeClosed(1, shape.browsers()).forEach(number -> account.knownBrowser("" + number));
    return account.build();
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
