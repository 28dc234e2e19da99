package org.sparekey.application.adapter.crypto;

import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.sparekey.application.Adapter;
import org.sparekey.application.adapter.config.Configuration;
import org.sparekey.application.adapter.config.PasswordHashing;
import org.sparekey.application.port.PasswordHasher;
import org.sparekey.domain.shared.Secret;

/**
 * Argon2id (RFC 9106) by Bouncy Castle; the pepper is Argon2's own secret input. No more hashes run
 * at once than there are cores: more of them would only fight for the memory.
 */
@Adapter
public class Argon2PasswordHasher implements PasswordHasher {

  private static final System.Logger LOG = System.getLogger(Argon2PasswordHasher.class.getName());
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final PasswordHashing settings;
  private final KeyRing keys;
  private final SecureRandom random = new SecureRandom();
  private final Semaphore running = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  @Inject
  public Argon2PasswordHasher(Configuration configuration, KeyRing keys) {
    this(configuration.hashing(), keys);
  }

  Argon2PasswordHasher(PasswordHashing settings, KeyRing keys) {
    this.settings = settings;
    this.keys = keys;
    if (settings.tokenOnly()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "PASSWORDS ARE NOT PROTECTED: sparekey.password.hash=token. This is a benchmark, and"
              + " nothing else.");
    }
  }

  @Override
  public String hash(Secret password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    HashedPassword how =
        new HashedPassword(
            settings.tokenOnly(),
            settings.memoryKib(),
            settings.iterations(),
            settings.parallelism(),
            keys.newest(KeyFamily.PEPPER),
            Secret.of(salt),
            Secret.of(new byte[HASH_BYTES]));
    return how.with(compute(password, how, keys.newestKey(KeyFamily.PEPPER))).phc();
  }

  @Override
  public boolean matches(Secret password, String hash) {
    HashedPassword stored =
        HashedPassword.parse(hash)
            .orElseThrow(() -> new IllegalStateException("a password hash of an unknown form"));
    byte[] pepper =
        keys.key(KeyFamily.PEPPER, stored.pepper())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "a password was hashed with pepper."
                            + stored.pepper()
                            + ", which the key file does not have"));
    if (stored.token() && !settings.tokenOnly()) {
      waste(password);
      return false;
    }
    return stored.hash().equals(compute(password, stored, pepper));
  }

  @Override
  public void waste(Secret password) {
    hash(password);
  }

  @Override
  public boolean outdated(String hash) {
    Optional<HashedPassword> stored = HashedPassword.parse(hash);
    return !stored
        .filter(
            old ->
                old.token() == settings.tokenOnly()
                    && old.memoryKib() == settings.memoryKib()
                    && old.iterations() == settings.iterations()
                    && old.parallelism() == settings.parallelism()
                    && old.pepper() == keys.newest(KeyFamily.PEPPER))
        .isPresent();
  }

  private Secret compute(Secret typed, HashedPassword how, byte[] pepper) {
    Secret password = normalised(typed);
    if (how.token()) {
      return token(password, how, pepper);
    }
    running.acquireUninterruptibly();
    try {
      Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
      argon2.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(how.memoryKib())
              .withIterations(how.iterations())
              .withParallelism(how.parallelism())
              .withSalt(how.salt().reveal())
              .withSecret(pepper)
              .build());
      byte[] result = new byte[how.hash().length()];
      argon2.generateBytes(password.reveal(), result);
      return Secret.of(result);
    } finally {
      running.release();
    }
  }

  /** The same accents, however a keyboard composes them (NIST SP 800-63B-4 §3.1.1.2). */
  private static Secret normalised(Secret password) {
    return Secret.ofText(Normalizer.normalize(password.revealText(), Normalizer.Form.NFC));
  }

  private static Secret token(Secret password, HashedPassword how, byte[] pepper) {
    byte[] salt = how.salt().reveal();
    byte[] bytes = password.reveal();
    byte[] message = new byte[salt.length + bytes.length];
    System.arraycopy(salt, 0, message, 0, salt.length);
    System.arraycopy(bytes, 0, message, salt.length, bytes.length);
    return Secret.of(KeyedHashes.hmac(new SecretKeySpec(pepper, "HmacSHA256"), message));
  }
}
