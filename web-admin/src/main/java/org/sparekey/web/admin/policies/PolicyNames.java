package org.sparekey.web.admin.policies;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.analysis.InventedAccount;

/** Reads names of policies and of invented accounts from an address. */
public final class PolicyNames {

  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,49}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,6}");

  private PolicyNames() {}

  /** The version; empty when it names none. */
  public static Optional<PolicyVersion> version(String key, String number) {
    return KEY.matcher(key).matches() && NUMBER.matcher(number).matches()
        ? Optional.of(new PolicyVersion(key, Integer.parseInt(number)))
        : Optional.empty();
  }

  /** The version written as {@link PolicyVersion#toString()} does. */
  static Optional<PolicyVersion> version(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? Optional.empty()
        : version(text.substring(0, slash), text.substring(slash + 1));
  }

  /** How often a draft was saved; 0, which none was, when it is no number. */
  static int saved(String text) {
    return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
  }

  /** The invented account with this code, else the one that has a bit of everything. */
  public static InventedAccount account(String code) {
    return Arrays.stream(InventedAccount.values())
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElse(InventedAccount.PREPARED);
  }
}
