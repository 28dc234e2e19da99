package org.sparekey.application.adapter.okta;

import java.util.Set;
import java.util.regex.Pattern;

/** Okta's error codes, as far as they are told apart here. */
final class OktaErrors {

  /** E0000006: not permitted; E0000011: not a token of ours; E0000005: no session; E0000015. */
  private static final Set<String> OF_TOKEN =
      Set.of("E0000005", "E0000006", "E0000011", "E0000015");

  private static final Pattern CODE = Pattern.compile("E[0-9]{7}");

  private OktaErrors() {}

  /** Whether it is the token that Okta does not take, so that nothing at all would be taken. */
  static boolean ofToken(String code) {
    return OF_TOKEN.contains(code);
  }

  static boolean looksLikeOne(String text) {
    return CODE.matcher(text).matches();
  }
}
