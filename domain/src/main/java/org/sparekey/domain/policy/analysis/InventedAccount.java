package org.sparekey.domain.policy.analysis;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.policy.RecoveryPolicy;

/**
 * Accounts that are nobody's, to try a policy on before it is published; {@link #code()} is the
 * message key.
 */
public enum InventedAccount {
  /** A password, an app on the phone, and a mailbox that the phone does not read. */
  APP_ON_PHONE("app-on-phone") {
    @Override
    ProfileBuilder account(PolicyRules rules) {
      return new ProfileBuilder().password().factor(FactorKind.TOTP, PHONE).mailbox(MAILBOX);
    }
  },
  /** The same with a sheet of recovery codes and a second mailbox. */
  PREPARED("prepared") {
    @Override
    ProfileBuilder account(PolicyRules rules) {
      return APP_ON_PHONE.account(rules).mailbox(SECOND_MAILBOX).recoveryCodes();
    }
  },
  /**
   * All on one handset: app, number, a known browser, and the mailbox, which the phone reads and
   * which asks the phone when its owner signs in elsewhere.
   */
  ALL_ON_PHONE("all-on-phone") {
    @Override
    ProfileBuilder account(PolicyRules rules) {
      return new ProfileBuilder()
          .password()
          .factor(FactorKind.TOTP, PHONE)
          .phone(NUMBER, PHONE)
          .mailbox(MAILBOX)
          .knownBrowser(BROWSER)
          .reaches(Channel.device(PHONE), Channel.browser(BROWSER))
          .needs(Channel.browser(BROWSER), Channel.device(PHONE))
          .reaches(Channel.device(PHONE), Channel.mailbox(MAILBOX))
          .needs(Channel.mailbox(MAILBOX), Channel.device(PHONE));
    }
  },
  /** A passkey on the phone and on the laptop, a security key, a password and a sheet. */
  PASSKEYS("passkeys") {
    @Override
    ProfileBuilder account(PolicyRules rules) {
      return new ProfileBuilder()
          .password()
          .passkey(PHONE, LAPTOP)
          .factor(FactorKind.SECURITY_KEY, SECURITY_KEY)
          .mailbox(MAILBOX)
          .recoveryCodes();
    }
  },
  /** One of everything, each in a place of its own. */
  EVERYTHING("everything") {
    @Override
    ProfileBuilder account(PolicyRules rules) {
      ProfileBuilder account =
          new ProfileBuilder()
              .password()
              .factor(FactorKind.TOTP, PHONE)
              .factor(FactorKind.PUSH, TABLET)
              .factor(FactorKind.OKTA, WORK_PHONE)
              .factor(FactorKind.SECURITY_KEY, SECURITY_KEY)
              .passkey(LAPTOP)
              .phone(NUMBER, OLD_PHONE)
              .mailbox(MAILBOX)
              .recoveryCodes()
              .knownBrowser(BROWSER);
      rules.contacts().ifPresent(contacts -> account.contacts(contacts.needed(), people(contacts)));
      return account;
    }
  },
  /** The same, where the organisation lets the mailbox alone reset the password. */
  MAILBOX_RESETS("mailbox-resets") {
    @Override
    ProfileBuilder account(PolicyRules rules) {
      return EVERYTHING.account(rules).passwordResetBy(PasswordResetRule.MAILBOX_ALONE);
    }
  };

  private static final String PHONE = "phone";
  private static final String TABLET = "tablet";
  private static final String WORK_PHONE = "work phone";
  private static final String OLD_PHONE = "old phone";
  private static final String LAPTOP = "laptop";
  private static final String SECURITY_KEY = "security key";
  private static final String MAILBOX = "1";
  private static final String SECOND_MAILBOX = "2";
  private static final String NUMBER = "1";
  private static final String BROWSER = "1";

  private final String code;

  InventedAccount(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }

  /** The account as it would be under a policy: with as many recovery contacts as it asks for. */
  public AccountProfile under(RecoveryPolicy policy) {
    return account(policy.rules()).build();
  }

  abstract ProfileBuilder account(PolicyRules rules);

  private static Set<String> people(PolicyRules.Contacts contacts) {
    return IntStream.rangeClosed(1, contacts.of())
        .mapToObj(Integer::toString)
        .collect(Collectors.toUnmodifiableSet());
  }
}
