package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.RecoveryContactRepository;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.port.VouchingRepository;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recoverycontact.RecoveryContact;
import org.sparekey.domain.recoverycontact.Vouching;
import org.sparekey.domain.shared.Secret;

/**
 * Finds what a recovery contact is asked for, by the link in the mail; nothing else leads there.
 */
@Step
class VouchingByLink {

  private static final int LONGEST_TOKEN = 100;

  /** What belongs together. */
  record Found(Vouching vouching, Recovery recovery, RecoveryContact contact) {

    /** Whether the person can still be shown a code, or was heard already. */
    boolean hearing(Instant now) {
      return recovery instanceof Recovery.Hearing
          && !OpenStep.ended(recovery, now)
          && contact.mayVouch(now);
    }
  }

  private final VouchingRepository vouchings;
  private final RecoveryRepository recoveries;
  private final RecoveryContactRepository contacts;
  private final AccountRepository accounts;
  private final Macs macs;

  @Inject
  VouchingByLink(
      VouchingRepository vouchings,
      RecoveryRepository recoveries,
      RecoveryContactRepository contacts,
      AccountRepository accounts,
      Macs macs) {
    this.vouchings = vouchings;
    this.recoveries = recoveries;
    this.contacts = contacts;
    this.accounts = accounts;
    this.macs = macs;
  }

  /** To look at. */
  Optional<Found> find(Secret link) {
    return vouching(link)
        .flatMap(
            vouching ->
                recoveries
                    .find(vouching.details().recovery())
                    .flatMap(recovery -> found(vouching, recovery)));
  }

  /**
   * To change: the account and the recovery are locked until the transaction ends, in this order as
   * everywhere, and all is read under the locks.
   */
  Optional<Found> lock(Secret link) {
    return vouching(link)
        .flatMap(before -> recoveries.find(before.details().recovery()))
        .flatMap(
            before -> {
              before.details().account().ifPresent(accounts::lock);
              return recoveries.findForUpdate(before.id());
            })
        .flatMap(recovery -> vouching(link).flatMap(vouching -> found(vouching, recovery)));
  }

  private Optional<Vouching> vouching(Secret link) {
    return link.length() > LONGEST_TOKEN
        ? Optional.empty()
        : vouchings.findByLink(macs.fingerprint(link));
  }

  private Optional<Found> found(Vouching vouching, Recovery recovery) {
    return contacts.find(vouching.contact()).map(contact -> new Found(vouching, recovery, contact));
  }
}
