package org.sparekey.application.account;

import org.sparekey.application.delivery.PhoneRefusal;
import org.sparekey.application.port.PasswordWeakness;

/** Why something about the own account was not changed. */
public enum AccountRefusal {
  /** Password and factor must be given again first (ASVS 7.5.1). */
  NEEDS_CONFIRMATION("needs-confirmation"),
  /** This session may not do it yet. */
  WRONG_STEP("wrong-step"),
  ON_PROBATION("on-probation"),
  BAD_ADDRESS("bad-address"),
  BAD_NUMBER("bad-number"),
  ALREADY_ADDED("already-added"),
  TOO_MANY_CONTACTS("too-many-contacts"),
  /** Foreign, unknown or removed. */
  UNKNOWN_CONTACT("unknown-contact"),
  /** No device with a factor in use. */
  DEVICE_NOT_IN_USE("device-not-in-use"),
  ALREADY_CONFIRMED("already-confirmed"),
  LAST_ADDRESS("last-address"),
  TOO_MANY_MAILS("too-many-mails"),
  TOO_MANY_TEXTS("too-many-texts"),
  /** This site sends no texts. */
  PHONE_NOT_OFFERED("phone-not-offered"),
  COUNTRY_NOT_ALLOWED("country-not-allowed"),
  /** A fixed line gets no texts (attacks row 27). */
  WRONG_LINE("wrong-line"),
  /** Nobody takes the text now (attacks row 34). */
  PROVIDER_DOWN("provider-down"),
  WRONG_CODE("wrong-code"),
  MALFORMED_CODE("malformed-code"),
  WRONG_PASSWORD("wrong-password"),
  THROTTLED("throttled"),
  SOURCE_EXHAUSTED("source-exhausted"),
  /** The reset asked for too much time, was done, or never was. */
  NO_RESET("no-reset"),
  /** One of the two codes; which one is not told. */
  WRONG_CODES("wrong-codes"),
  PASSWORD_TOO_SHORT("too-short"),
  PASSWORD_TOO_LONG("too-long"),
  PASSWORD_COMMON("common"),
  PASSWORD_PERSONAL("personal"),
  SAME_PASSWORD("same-password"),
  UNKNOWN_LANGUAGE("unknown-language");

  private final String code;

  AccountRefusal(String code) {
    this.code = code;
  }

  /** The stable code, for audit and message keys. */
  public String code() {
    return code;
  }

  static AccountRefusal of(PhoneRefusal reason) {
    return switch (reason) {
      case NOT_OFFERED -> PHONE_NOT_OFFERED;
      case COUNTRY_NOT_ALLOWED -> COUNTRY_NOT_ALLOWED;
      case WRONG_LINE -> WRONG_LINE;
      case BUDGET_SPENT -> TOO_MANY_TEXTS;
      case PROVIDER_DOWN -> PROVIDER_DOWN;
    };
  }

  static AccountRefusal of(PasswordWeakness weakness) {
    return switch (weakness) {
      case TOO_SHORT -> PASSWORD_TOO_SHORT;
      case TOO_LONG -> PASSWORD_TOO_LONG;
      case COMMON -> PASSWORD_COMMON;
      case PERSONAL -> PASSWORD_PERSONAL;
    };
  }
}
