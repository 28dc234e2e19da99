package org.sparekey.application.policy;

/** Why an administrator's act on a policy is refused; {@link #code()} is audited. */
public enum PolicyRefusal {
  /** Password and factor have not both been given. */
  NOT_SIGNED_IN("not-signed-in"),
  /** No role of this person allows it. */
  ROLE_MISSING("role-missing"),
  /** The time after a reset, in which nobody changes what others obey. */
  ON_PROBATION("on-probation"),
  /** Password and factor must be given once more (ASVS 7.5.1). */
  NEEDS_CONFIRMATION("needs-confirmation"),
  /** No reason was given, or one that nobody would read. */
  NO_REASON("no-reason"),
  /** No such policy in this person's organisation; another's is unknown alike. */
  UNKNOWN_POLICY("unknown-policy"),
  /** No such draft in this person's organisation; another's is unknown alike. */
  UNKNOWN_DRAFT("unknown-draft"),
  /** Somebody saved the draft since it was read. */
  STALE_DRAFT("stale-draft"),
  /** Longer than any policy. */
  TOO_LONG("policy-too-long"),
  /** More drafts than anybody finishes. */
  TOO_MANY_DRAFTS("too-many-drafts"),
  /** The key is none, or none was given. */
  BAD_KEY("bad-policy-key"),
  /** A policy that is not this organisation's has the key. */
  KEY_TAKEN("policy-key-taken"),
  /** The text names another key than the draft has. */
  KEY_DIFFERS("policy-key-differs"),
  /** The text cannot be read, or contradicts itself. */
  HAS_FAULTS("policy-has-faults"),
  /** It says what the published version says. */
  NOTHING_NEW("policy-nothing-new"),
  /** It says that running recoveries follow, and is weaker than the version before. */
  WEAKER_CANNOT_FOLLOW("weaker-cannot-follow"),
  /** One channel opens an account under it: another administrator must sign. */
  SECOND_PERSON_NEEDED("second-person-needed"),
  /** Nobody has proposed it, or not as it stands. */
  NOT_PROPOSED("not-proposed"),
  /** Who proposed cannot sign. */
  SAME_PERSON("same-person"),
  /** It comes with Sparekey and is everybody's. */
  SHIPPED("policy-shipped"),
  /** It holds for owners or for staff: nobody can be without a policy. */
  IN_USE("policy-in-use"),
  /** It was retired. */
  RETIRED("policy-retired"),
  /** There is no such account in this person's organisation; another's is unknown alike. */
  UNKNOWN_ACCOUNT("unknown-account");

  private final String code;

  PolicyRefusal(String code) {
    this.code = code;
  }

  /** The stable code: audit reason and end of the message key {@code reason.CODE}. */
  public String code() {
    return code;
  }
}
