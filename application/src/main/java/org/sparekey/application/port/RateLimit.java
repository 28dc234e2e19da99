package org.sparekey.application.port;

import java.time.Duration;

/** Budgets that are not about one account (attacks row 14). */
public enum RateLimit {
  /** Wrong passwords and codes from one source address. */
  FAILED_PROOFS_BY_SOURCE(60, Duration.ofMinutes(10)),
  /** Wrong passwords and codes altogether. */
  FAILED_PROOFS(20_000, Duration.ofMinutes(10)),
  /** Recoveries and password resets asked for by one source address. */
  REQUESTS_BY_SOURCE(30, Duration.ofMinutes(10)),
  /** Codes mailed for one account or one typed name. */
  MAILS_BY_ACCOUNT(10, Duration.ofHours(1)),
  /** Invitations to recovery contacts by one account: they go to strangers. */
  INVITATIONS_BY_ACCOUNT(10, Duration.ofHours(24)),
  /** How often the recovery contacts of one account are asked for help. */
  CONTACTS_ASKED_BY_ACCOUNT(5, Duration.ofHours(24)),
  /** Texts and calls for one account (attacks row 27). */
  PHONE_BY_ACCOUNT(10, Duration.ofHours(1)),
  /** Texts and calls to one number, whoever asks. */
  PHONE_BY_NUMBER(10, Duration.ofHours(1)),
  /** Texts and calls to the numbers of one prefix. */
  PHONE_BY_PREFIX(100, Duration.ofHours(1)),
  /** Texts and calls altogether. */
  PHONE(2_000, Duration.ofHours(1)),
  /** Alarms about one cause. */
  TELEPHONY_ALARMS(1, Duration.ofHours(1)),
  /** Exports by one member of staff. */
  EXPORTS_BY_STAFF(60, Duration.ofHours(1)),
  /** Approvals of recoveries tried by one member of staff (attacks rows 7 and 38). */
  OPINIONS_BY_STAFF(20, Duration.ofHours(8));

  private final long capacity;
  private final Duration period;

  RateLimit(long capacity, Duration period) {
    this.capacity = capacity;
    this.period = period;
  }

  /** How many in one period. */
  public long capacity() {
    return capacity;
  }

  /** The time in which the budget fills up again. */
  public Duration period() {
    return period;
  }
}
