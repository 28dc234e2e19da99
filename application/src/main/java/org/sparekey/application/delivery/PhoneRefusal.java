package org.sparekey.application.delivery;

/** Why no code goes to a phone. */
public enum PhoneRefusal {
  /** Nothing is configured that could send it. */
  NOT_OFFERED("phone-not-offered"),
  /** The country is not among those that may be used. */
  COUNTRY_NOT_ALLOWED("country-not-allowed"),
  /** A fixed line gets no texts; nobody calls premium numbers (attacks row 27). */
  WRONG_LINE("wrong-line"),
  /** Too many for this account, number or prefix, or altogether; or too few came back. */
  BUDGET_SPENT("budget-spent"),
  /** No provider can be reached: another way is needed (attacks row 34). */
  PROVIDER_DOWN("provider-down");

  private final String code;

  PhoneRefusal(String code) {
    this.code = code;
  }

  /** The stable code, for audit and message keys. */
  public String code() {
    return code;
  }
}
