package org.sparekey.application.recovery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.inject.Inject;
import java.security.MessageDigest;
import org.sparekey.application.Step;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.RandomSource;
import org.sparekey.domain.recovery.RecoveryDetails;
import org.sparekey.domain.recoverycontact.Vouching;
import org.sparekey.domain.shared.RecoveryContactId;
import org.sparekey.domain.shared.Secret;

/**
 * Codes that recovery contacts read out: bound to their purpose, the recovery, the account and the
 * person (attacks row 24). Only a keyed hash is kept.
 */
@Step
class VouchingCodes {

  private static final String PURPOSE = "code.recovery-contact";

  private final RandomSource random;
  private final Macs macs;

  @Inject
  VouchingCodes(RandomSource random, Macs macs) {
    this.random = random;
    this.macs = macs;
  }

  /** Digits that nobody knows yet. */
  Secret draw() {
    return random.digits(Vouching.DIGITS);
  }

  /** What is kept of them. */
  String mac(RecoveryDetails recovery, RecoveryContactId contact, Secret code) {
    return macs.mac(
        PURPOSE, code, recovery.id().toString(), recovery.subject(), contact.toString());
  }

  /** Whether this is the code that was shown to the person. */
  boolean matches(RecoveryDetails recovery, Vouching.Vouched vouched, Secret code) {
    return MessageDigest.isEqual(
        vouched.mac().getBytes(US_ASCII),
        mac(recovery, vouched.contact(), code).getBytes(US_ASCII));
  }
}
