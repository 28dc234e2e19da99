package org.sparekey.application.authenticator;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sparekey.application.Step;
import org.sparekey.application.port.Macs;
import org.sparekey.domain.shared.Secret;

/**
 * Says what time it is, in a way that only this site can say it: a phone's own clock may be wrong,
 * and what it signs must be fresh. Nothing is stored, so any node accepts it.
 */
@Step
class DeviceNonces {

  /** How long a nonce may be signed. */
  static final Duration FRESH = Duration.ofMinutes(2);

  private static final String PURPOSE = "authenticator-nonce";
  private static final Pattern NONCE = Pattern.compile("([0-9]{1,12})\\.([0-9a-f]{64})");

  private final Macs macs;
  private final InstantSource clock;

  @Inject
  DeviceNonces(Macs macs, InstantSource clock) {
    this.macs = macs;
    this.clock = clock;
  }

  String next() {
    String second = Long.toString(clock.instant().getEpochSecond());
    return second + "." + mac(second);
  }

  boolean fresh(String nonce) {
    Matcher parts = NONCE.matcher(nonce);
    if (!parts.matches() || !same(parts.group(2), mac(parts.group(1)))) {
      return false;
    }
    Instant made = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
    Instant now = clock.instant();
    return !now.isBefore(made) && now.isBefore(made.plus(FRESH));
  }

  private String mac(String second) {
    return macs.mac(PURPOSE, Secret.ofText(second));
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
