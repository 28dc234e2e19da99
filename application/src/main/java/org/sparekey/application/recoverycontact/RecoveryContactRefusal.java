package org.sparekey.application.recoverycontact;

/** Why nothing changed about a recovery contact; {@link #code()} is audited and a message key. */
public enum RecoveryContactRefusal {
  /** Password and factor must be given again first (ASVS 7.5.1). */
  NEEDS_CONFIRMATION("needs-confirmation"),
  /** This session may not do it yet. */
  WRONG_STEP("wrong-step"),
  ON_PROBATION("on-probation"),
  /** The policy knows no recovery contacts. */
  NOT_OFFERED("contacts-not-offered"),
  /** No name of a person: 1 to 60 characters. */
  BAD_NAME("contact-bad-name"),
  /** The same, of the owner's own. */
  BAD_ASKER("contact-bad-asker"),
  BAD_ADDRESS("bad-address"),
  /** Nobody vouches for oneself. */
  OWN_ADDRESS("contact-own-address"),
  /** Somebody with this address is on the list. */
  ALREADY_LISTED("contact-already-listed"),
  /** As many as the policy takes. */
  FULL("contacts-full"),
  TOO_MANY_INVITATIONS("too-many-invitations"),
  /** Foreign, removed, or never there. */
  UNKNOWN_CONTACT("recovery-contact-unknown"),
  /** Has said yes. */
  ALREADY_ACCEPTED("contact-already-accepted"),
  /** No invitation has this link any more. */
  UNKNOWN_INVITATION("invitation-unknown"),
  /** It can no longer be answered so. */
  INVITATION_OVER("invitation-over");

  private final String code;

  RecoveryContactRefusal(String code) {
    this.code = code;
  }

  /** The stable code, for audit and message keys. */
  public String code() {
    return code;
  }
}
