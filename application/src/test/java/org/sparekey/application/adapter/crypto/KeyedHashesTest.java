package org.sparekey.application.adapter.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparekey.application.port.Macs;
import org.sparekey.domain.shared.Secret;

/** Hashes of codes and tokens. */
class KeyedHashesTest {

  private static final Secret CODE = Secret.ofText("12345678");

  @TempDir Path directory;
  private final Set<String> seen = new HashSet<>();
  private Macs macs = new org.sparekey.application.memory.PlainMacs();

  @BeforeEach
  void makeKeys() {
    Path file = directory.resolve("keys.properties");
    KeyRing.make(file, new SecureRandom());
    macs = new KeyedHashes(KeyRing.read(file));
  }

  @Test
  void noPartCanRunIntoTheNext() {
    seen.add(macs.mac("p", CODE, "a", "b"));
    seen.add(macs.mac("p", CODE, "ab", ""));
    seen.add(macs.mac("p", CODE, "", "ab"));
    seen.add(macs.mac("p", CODE, "ab"));
    seen.add(macs.mac("pa", CODE, "b"));
    seen.add(macs.mac("p", Secret.ofText("12345678a"), "b"));

    assertThat(seen).hasSize(6).allMatch(mac -> mac.matches("[0-9a-f]{64}"));
    assertThat(macs.mac("p", CODE, "a", "b")).isIn(seen);
  }

  @Test
  void theFingerprintIsSha256() {
    assertThat(macs.fingerprint(Secret.ofText("abc")))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void tokensHave256BitsAndCodesKeepTheirZeros() {
    SystemRandom random = new SystemRandom();

    assertThat(random.token().revealText()).matches("[A-Za-z0-9_-]{43}");
    for (int i = 0; i < 200; i++) {
      assertThat(random.digits(8).revealText()).matches("[0-9]{8}");
    }
    assertThat(random.bytes(20).length()).isEqualTo(20);
  }
}
