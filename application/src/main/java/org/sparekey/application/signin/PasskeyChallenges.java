package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.PasskeyRepository;
import org.sparekey.application.port.RandomSource;
import org.sparekey.domain.shared.Secret;

/**
 * Challenges for authenticators. Nobody keeps one: it says by a keyed hash what it is bound to and
 * until when it is good, so that a page can hold one without anything being written (ASVS 3.5.3).
 * It is written down when it comes back, and never accepted again (WebAuthn Level 3 §13.4.3;
 * attacks rows 10, 24).
 */
@Step
public class PasskeyChallenges {

  /** NIST SP 800-63B-4 §3.1.3.2 gives other secrets as long. */
  public static final Duration GOOD_FOR = Duration.ofMinutes(10);

  private static final String PURPOSE = "passkey-challenge";
  private static final int NONCE = 16;
  private static final int MAC = 32;
  private static final int LENGTH = NONCE + Long.BYTES + MAC;

  private final PasskeyRepository passkeys;
  private final Macs macs;
  private final RandomSource random;
  private final InstantSource clock;

  @Inject
  public PasskeyChallenges(
      PasskeyRepository passkeys, Macs macs, RandomSource random, InstantSource clock) {
    this.passkeys = passkeys;
    this.macs = macs;
    this.random = random;
    this.clock = clock;
  }

  /**
   * A new one, in base64url.
   *
   * @param boundTo purpose, flow, account and the like: an answer counts for exactly these
   */
  public String fresh(String... boundTo) {
    byte[] nonce = random.bytes(NONCE).reveal();
    long until = clock.instant().plus(GOOD_FOR).getEpochSecond();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ByteBuffer.allocate(LENGTH)
                .put(nonce)
                .putLong(until)
                .put(mac(nonce, until, boundTo))
                .array());
  }

  /**
   * Why a challenge that came back is not taken; empty when it is, and then it is spent. A flaw in
   * the answer does not bring it back: each answer needs a challenge of its own.
   *
   * @param challenge base64url, as the answer says
   */
  public Optional<ChallengeRefusal> spend(String challenge, String... boundTo) {
    byte[] bytes = bytes(challenge);
    if (bytes.length != LENGTH) {
      return Optional.of(ChallengeRefusal.WRONG_ASSERTION);
    }
    ByteBuffer parts = ByteBuffer.wrap(bytes);
    byte[] nonce = new byte[NONCE];
    byte[] mac = new byte[MAC];
    parts.get(nonce);
    long until = parts.getLong();
    parts.get(mac);
    if (!MessageDigest.isEqual(mac, mac(nonce, until, boundTo))) {
      return Optional.of(ChallengeRefusal.WRONG_ASSERTION);
    }
    Instant end = Instant.ofEpochSecond(until);
    if (!clock.instant().isBefore(end)) {
      return Optional.of(ChallengeRefusal.EXPIRED);
    }
    return passkeys.spend(macs.fingerprint(Secret.of(bytes)), end)
        ? Optional.empty()
        : Optional.of(ChallengeRefusal.REPLAYED_ASSERTION);
  }

  private byte[] mac(byte[] nonce, long until, String... boundTo) {
    String[] parts = new String[boundTo.length + 1];
    parts[0] = Long.toString(until);
    System.arraycopy(boundTo, 0, parts, 1, boundTo.length);
    return HexFormat.of().parseHex(macs.mac(PURPOSE, Secret.of(nonce), parts));
  }

  private static byte[] bytes(String challenge) {
    try {
      return Base64.getUrlDecoder().decode(challenge);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
