package org.sparekey.domain.policy.analysis;

/** A clause of NIST SP 800-63B-4 by which a recovery is judged. */
public enum Clause {
  /** A factor is bound at the highest assurance that is at hand: no recovery is needed for it. */
  BINDING("4.1.2.1"),
  /** The methods: saved codes, issued codes, contacts, proofing; others by a risk analysis. */
  METHODS("4.2.1"),
  /** Recovery at AAL1: one recovery code. */
  AAL1("4.2.2.1"),
  /**
   * Recovery at AAL2: two recovery codes by different methods, or one and a bound single-factor
   * authenticator; repeated identity proofing is not offered here.
   */
  AAL2("4.2.2.2"),
  /** Recovery at AAL3, proofed at IAL1 or IAL2: as at AAL2. */
  AAL3("4.2.2.3"),
  /** Every recovery is told to the owner. */
  NOTIFICATION("4.2.3"),
  /** Two addresses for notices are supported and encouraged. */
  ADDRESSES("4.6");

  private final String section;

  Clause(String section) {
    this.section = section;
  }

  /** Its number in the standard, without the sign. */
  public String section() {
    return section;
  }
}
