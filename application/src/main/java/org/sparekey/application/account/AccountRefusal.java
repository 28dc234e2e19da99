package org.sparekey.application.account;

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
  /** Foreign, unknown, removed, or of a kind that no code can be sent to yet. */
  UNKNOWN_CONTACT("unknown-contact"),
  ALREADY_CONFIRMED("already-confirmed"),
  LAST_ADDRESS("last-address"),
  TOO_MANY_MAILS("too-many-mails"),
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

  static AccountRefusal of(PasswordWeakness weakness) {
    return switch (weakness) {
      case TOO_SHORT -> PASSWORD_TOO_SHORT;
      case TOO_LONG -> PASSWORD_TOO_LONG;
      case COMMON -> PASSWORD_COMMON;
      case PERSONAL -> PASSWORD_PERSONAL;
    };
  }
}
