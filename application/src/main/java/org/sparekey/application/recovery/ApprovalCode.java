package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.sparekey.application.Step;
import org.sparekey.application.port.Macs;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.Secret;

/**
 * The eight digits that stand on the page of a recovery that waits for people, and that the owner
 * reads to whoever of the staff looks at it. So nobody approves what nobody asked for, and who
 * approves has spoken with the one who holds the browser that started: that, and no voice and no
 * face, is what is checked (attacks rows 6 and 36). It is made from the recovery and stored
 * nowhere.
 */
@Step
class ApprovalCode {

  private static final BigInteger RANGE = BigInteger.valueOf(100_000_000);

  private final Macs macs;

  @Inject
  ApprovalCode(Macs macs) {
    this.macs = macs;
  }

  /** Eight digits. */
  String of(Recovery.Approving waiting) {
    String mac =
        macs.mac(
            "recovery-approval",
            Secret.ofText(waiting.details().browserHash()),
            waiting.id().toString());
    return String.format(Locale.ROOT, "%08d", new BigInteger(mac, 16).mod(RANGE));
  }

  /** Whether this was typed; blanks and dashes do not matter. */
  boolean matches(Recovery.Approving waiting, String typed) {
    return MessageDigest.isEqual(
        of(waiting).getBytes(StandardCharsets.US_ASCII),
        typed.replaceAll("[\\s-]", "").getBytes(StandardCharsets.UTF_8));
  }
}
