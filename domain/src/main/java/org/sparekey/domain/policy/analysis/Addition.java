package org.sparekey.domain.policy.analysis;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sparekey.domain.policy.PolicyRules;

/**
 * What an owner could add to be safer, the cheapest first: paper costs a minute, an address costs a
 * mail, a device has to be there, people must be asked. {@link #code()} is the message key.
 */
public enum Addition {
  /** A sheet of recovery codes (NIST SP 800-63B-4 §4.2.1.1). */
  RECOVERY_CODES("recovery-codes") {
    @Override
    void addTo(ProfileBuilder account, PolicyRules rules) {
      account.recoveryCodes();
    }
  },
  /** Another mail address, in a mailbox of its own (§4.2.1.2, §4.6). */
  ADDRESS("address") {
    @Override
    void addTo(ProfileBuilder account, PolicyRules rules) {
      account.mailbox(NEW);
    }
  },
  /** A passkey on another device (§4.1.2.1). */
  PASSKEY("passkey") {
    @Override
    void addTo(ProfileBuilder account, PolicyRules rules) {
      account.passkey(NEW);
    }
  },
  /** As many recovery contacts as the policy asks for (§4.2.1.3). */
  RECOVERY_CONTACTS("recovery-contacts") {
    @Override
    void addTo(ProfileBuilder account, PolicyRules rules) {
      rules
          .contacts()
          .map(PolicyRules.Contacts::needed)
          .ifPresent(
              needed ->
                  account.contacts(
                      needed,
                      IntStream.rangeClosed(1, needed)
                          .mapToObj(number -> NEW + number)
                          .collect(Collectors.toUnmodifiableSet())));
    }
  };

  /** Names a channel that the account does not have: no id and no device is called so. */
  private static final String NEW = "\u0000new";

  private final String code;

  Addition(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }

  abstract void addTo(ProfileBuilder account, PolicyRules rules);
}
