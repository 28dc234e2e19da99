package org.sparekey.application.adapter.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.RandomSource;
import org.sparekey.application.port.Totp;
import org.sparekey.domain.challenge.TotpWindow;
import org.sparekey.domain.shared.Secret;

/** RFC 6238 by java-otp: SHA-1, 6 digits, 30 s. */
@Adapter
public class JavaOtpTotp implements Totp {

  private static final int SEED_BYTES = 20;
  private static final int DIGITS = 6;
  private static final int GROUP = 4;
  private static final Pattern CODE = Pattern.compile("[0-9]{" + DIGITS + "}");

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator(TotpWindow.STEP, DIGITS);
  private final RandomSource random;

  @Inject
  public JavaOtpTotp(RandomSource random) {
    this.random = random;
  }

  @Override
  public Secret newSeed() {
    return random.bytes(SEED_BYTES);
  }

  @Override
  public OptionalLong step(Secret seed, String code, Instant now) {
    if (!CODE.matcher(code).matches()) {
      return OptionalLong.empty();
    }
    SecretKeySpec key = new SecretKeySpec(seed.reveal(), generator.getAlgorithm());
    byte[] typed = code.getBytes(US_ASCII);
    long current = TotpWindow.step(now);
    OptionalLong found = OptionalLong.empty();
    // the current step wins when two steps happen to have the same code
    for (long step : new long[] {current + 1, current - 1, current}) {
      if (step >= 0 && MessageDigest.isEqual(typed, code(key, step).getBytes(US_ASCII))) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  private String code(SecretKeySpec key, long step) {
    try {
      return generator.generateOneTimePasswordString(
          key, Instant.ofEpochSecond(step * TotpWindow.STEP.toSeconds()));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("the seed is no key", e);
    }
  }

  @Override
  public String keyUri(String site, String account, Secret seed) {
    return "otpauth://totp/"
        + encoded(site)
        + ":"
        + encoded(account)
        + "?secret="
        + base32(seed)
        + "&issuer="
        + encoded(site)
        + "&algorithm=SHA1&digits="
        + DIGITS
        + "&period="
        + TotpWindow.STEP.toSeconds();
  }

  @Override
  public String keyText(Secret seed) {
    String text = base32(seed);
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < text.length(); i += GROUP) {
      if (i > 0) {
        grouped.append(' ');
      }
      grouped.append(text, i, Math.min(i + GROUP, text.length()));
    }
    return grouped.toString();
  }

  private static String base32(Secret seed) {
    return new String(Base32.encode(seed.reveal()), US_ASCII).replace("=", "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
