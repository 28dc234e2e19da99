package org.sparekey.domain.policy.analysis;

import java.util.Optional;
import org.sparekey.domain.policy.EvidenceKind;

/** The methods by which recovery codes come (NIST SP 800-63B-4 §4.2.1). */
enum RecoveryMethod {
  /** Kept by the owner (§4.2.1.1). */
  SAVED,
  /** Sent to an address or a number (§4.2.1.2). */
  ISSUED,
  /** Through people whom the owner chose (§4.2.1.3). */
  CONTACTS;

  /** The method of a proof; empty when it is no recovery code. */
  static Optional<RecoveryMethod> of(EvidenceKind kind) {
    return switch (kind) {
      case RECOVERY_CODE -> Optional.of(SAVED);
      case MAILED_CODE, PHONE_CODE -> Optional.of(ISSUED);
      case RECOVERY_CONTACTS -> Optional.of(CONTACTS);
      case KNOWN_BROWSER, PASSWORD, PASSKEY, SECURITY_KEY, PUSH, OKTA, TOTP, SURVIVING_FACTOR ->
          Optional.empty();
    };
  }

  /** Whether it is a bound authenticator. A password is one; a known browser is none. */
  static boolean authenticator(EvidenceKind kind) {
    return kind == EvidenceKind.PASSWORD
        || kind == EvidenceKind.SURVIVING_FACTOR
        || kind.byFactor();
  }
}
