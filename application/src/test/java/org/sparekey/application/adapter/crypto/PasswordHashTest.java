package org.sparekey.application.adapter.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparekey.application.adapter.config.PasswordHashing;
import org.sparekey.domain.shared.Secret;

/** Passwords as they are kept. */
class PasswordHashTest {

  private static final Secret PASSWORD = Secret.ofText("otter-juggles-nine-lanterns");

  @TempDir static Path directory;
  private static @Nullable KeyRing keys;

  private final Argon2PasswordHasher hasher = hasher(PasswordHashing.RECOMMENDED);

  @BeforeAll
  static void makeKeys() {
    keys();
  }

  private static KeyRing keys() {
    KeyRing made = keys;
    if (made == null) {
      Path file = directory.resolve("keys.properties");
      KeyRing.make(file, new SecureRandom());
      made = KeyRing.read(file);
      keys = made;
    }
    return made;
  }

  @Test
  void theHashIsArgon2idInPhcForm() {
    assertThat(hasher.hash(PASSWORD))
        .matches(
            "\\$argon2id\\$v=19\\$m=19456,t=2,p=1,keyid=MQ"
                + "\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
  }

  @Test
  void theSamePasswordHasAnotherHashEachTime() {
    assertThat(hasher.hash(PASSWORD)).isNotEqualTo(hasher.hash(PASSWORD));
  }

  @Test
  void onlyTheRightPasswordMatches() {
    String hash = hasher.hash(PASSWORD);

    assertThat(hasher.matches(PASSWORD, hash)).isTrue();
    assertThat(hasher.matches(Secret.ofText("otter-juggles-nine-lantern"), hash)).isFalse();
    assertThat(hasher.matches(Secret.ofText(""), hash)).isFalse();
  }

  @Test
  void aPasswordMatchesHoweverItsAccentsWereTyped() {
    String hash = hasher.hash(Secret.ofText("cr\u00e8me-br\u00fbl\u00e9e-again"));

    assertThat(hasher.matches(Secret.ofText("cre\u0300me-bru\u0302le\u0301e-again"), hash))
        .isTrue();
  }

  @Test
  void aHashWithOlderParametersStillMatchesAndIsOutdated() {
    Argon2PasswordHasher older = hasher(new PasswordHashing(false, 12_288, 3, 1));
    String hash = older.hash(PASSWORD);

    assertThat(hasher.matches(PASSWORD, hash)).isTrue();
    assertThat(hasher.outdated(hash)).isTrue();
    assertThat(older.outdated(hash)).isFalse();
  }

  @Test
  void aBenchmarkHashIsWorthlessOutsideABenchmark() {
    Argon2PasswordHasher benchmark = hasher(new PasswordHashing(true, 19_456, 2, 1));
    String hash = benchmark.hash(PASSWORD);

    assertThat(benchmark.matches(PASSWORD, hash)).isTrue();
    assertThat(benchmark.matches(Secret.ofText("another"), hash)).isFalse();
    assertThat(hasher.matches(PASSWORD, hash)).isFalse();
    assertThat(hasher.outdated(hash)).isTrue();
  }

  @Test
  void aHashOfAnUnknownFormIsADefect() {
    assertThatThrownBy(() -> hasher.matches(PASSWORD, "$2y$10$abc"))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Argon2PasswordHasher hasher(PasswordHashing settings) {
    return new Argon2PasswordHasher(settings, keys());
  }
}
