package org.sparekey.it.http;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URI;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app on somebody's phone, which shows the time that the server has. */
public final class PhoneApp {

  private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final Duration STEP = Duration.ofSeconds(30);

  /** Less than this before the next code, people wait for it, and this lets the time pass. */
  private static final Duration MARGIN = Duration.ofSeconds(4);

  private final ServerTime time;
  private final SecretKey key;
  private long lastStep = Long.MIN_VALUE;

  /**
   * An app that was given the key by hand, as the page shows it: base 32 in groups.
   *
   * @param site any address of the server whose time counts
   */
  public PhoneApp(URI site, String keyText) {
    this.time = ServerTime.at(site);
    this.key = new SecretKeySpec(decode(keyText), "HmacSHA1");
  }

  /** A code that this app has not shown before; lets time pass where it must. */
  public String freshCode() {
    Instant now = time.now();
    while (step(now) <= lastStep || step(now.plus(MARGIN)) > step(now)) {
      Instant next = Instant.ofEpochSecond((step(now) + 1) * STEP.toSeconds());
      time.pass(Duration.between(now, next).plusSeconds(1));
      now = time.now();
    }
    lastStep = step(now);
    return code(now);
  }

  /** The code of this moment, whether shown before or not. */
  public String code() {
    return code(time.now());
  }

  private String code(Instant at) {
    try {
      return new TimeBasedOneTimePasswordGenerator(STEP, 6)
          .generateOneTimePasswordString(key, at, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
  }

  private static byte[] decode(String text) {
    String digits = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
    byte[] bytes = new byte[digits.length() * 5 / 8];
    int buffer = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; i < digits.length(); i++) {
      buffer = (buffer << 5) | BASE_32.indexOf(digits.charAt(i));
      bits += 5;
      if (bits >= 8 && at < bytes.length) {
        bits -= 8;
        bytes[at++] = (byte) (buffer >> bits);
        buffer &= (1 << bits) - 1;
      }
    }
    return bytes;
  }
}
