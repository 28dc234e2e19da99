package org.sparekey.application.adapter.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparekey.application.adapter.config.Configuration;
import org.sparekey.application.adapter.config.PasswordHashing;
import org.sparekey.application.adapter.config.Profile;
import org.sparekey.application.adapter.config.TelephonySettings;
import org.sparekey.application.adapter.config.TrustedProxies;
import org.sparekey.application.memory.Memory;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.SessionLimits;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.challenge.ConversionRule;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.Secret;

/** Attacks row 31: what is stolen with the database is of no use without the key file. */
class KeysOutsideTheDatabaseTest {

  private static final Secret SEED = Secret.ofText("a seed of twenty byt");

  @TempDir Path directory;
  private Path file = Path.of("");
  private final Memory memory = new Memory();

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("data").resolve("keys.properties");
  }

  @Test
  void aNewFileIsForItsOwnerOnly() throws IOException {
    KeyRing.make(file, new SecureRandom());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(KeyRing.read(file).complete()).isTrue();
  }

  @Test
  void aFileIsNeverOverwritten() {
    KeyRing.make(file, new SecureRandom());

    assertThatThrownBy(() -> KeyRing.make(file, new SecureRandom()))
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("never overwritten");
  }

  @Test
  void aFileThatOthersCanReadIsRefused() throws IOException {
    KeyRing.make(file, new SecureRandom());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> KeyRing.read(file))
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void aFileWithoutAFamilyIsRefused() throws IOException {
    KeyRing.make(file, new SecureRandom());
    Files.writeString(file, Files.readString(file).replaceAll("(?m)^pepper.*$", ""));

    assertThatThrownBy(() -> KeyRing.read(file))
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("pepper.1");
  }

  @Test
  void aFileFromBeforeThereWerePushesSaysWhatToAdd() throws IOException {
    KeyRing.make(file, new SecureRandom());
    Files.writeString(file, Files.readString(file).replaceAll("(?m)^push.*\n", ""));

    assertThatThrownBy(() -> source(Profile.PRODUCTION).keyRing())
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("push.1=$(openssl rand -base64 32)");
  }

  @Test
  void theDeveloperProfileCompletesSuchAFileAndTouchesNothingElse() throws IOException {
    KeyRing.make(file, new SecureRandom());
    String before = Files.readString(file).replaceAll("(?m)^push.*\n", "").strip();
    Files.writeString(file, before);

    assertThat(source(Profile.DEVELOPER).keyRing().complete()).isTrue();
    String after = Files.readString(file);
    assertThat(after).startsWith(before + "\npush.1=");
    source(Profile.DEVELOPER).keyRing();
    assertThat(Files.readString(file)).isEqualTo(after);
  }

  @Test
  void aShortKeyIsRefused() throws IOException {
    KeyRing.make(file, new SecureRandom());
    Files.writeString(file, "seal.2=AAAA\n", StandardOpenOption.APPEND);

    assertThatThrownBy(() -> KeyRing.read(file))
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("seal.2 is not 32 bytes");
  }

  @Test
  void theDeveloperProfileMakesTheFileOnce() {
    KeyRing first = source(Profile.DEVELOPER).keyRing();
    KeyRing second = source(Profile.DEVELOPER).keyRing();

    String sealed = new AesGcmSealer(first).seal(SEED, "here");
    assertThat(new AesGcmSealer(second).open(sealed, "here")).isEqualTo(SEED);
  }

  @Test
  void noNewFileIsMadeForADatabaseThatHasAccounts() {
    memory.accounts.add(anAccount());

    assertThatThrownBy(() -> source(Profile.DEVELOPER).keyRing())
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("the database has accounts");
    assertThat(file).doesNotExist();
  }

  @Test
  void productionNeverMakesTheFile() {
    assertThatThrownBy(() -> source(Profile.PRODUCTION).keyRing())
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("MakeKeys");
    assertThat(file).doesNotExist();
  }

  @Test
  void whatIsSealedOpensOnlyWithItsContextAndKey() {
    KeyRing.make(file, new SecureRandom());
    AesGcmSealer sealer = new AesGcmSealer(KeyRing.read(file));
    String sealed = sealer.seal(SEED, "totp-seed:1");

    assertThat(sealed).startsWith("1.").matches("[!-~]+").doesNotContain(SEED.revealText());
    assertThat(sealer.seal(SEED, "totp-seed:1")).isNotEqualTo(sealed);
    assertThat(sealer.open(sealed, "totp-seed:1")).isEqualTo(SEED);
    assertThatThrownBy(() -> sealer.open(sealed, "totp-seed:2"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> sealer.open(flipped(sealed), "totp-seed:1"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> sealer.open("rubbish", "totp-seed:1"))
        .isInstanceOf(IllegalStateException.class);

    Path other = directory.resolve("other.properties");
    KeyRing.make(other, new SecureRandom());
    assertThatThrownBy(() -> new AesGcmSealer(KeyRing.read(other)).open(sealed, "totp-seed:1"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void afterARotationTheOldOpensAndTheNewIsSealedUnderTheNewKey() throws IOException {
    KeyRing.make(file, new SecureRandom());
    String old = new AesGcmSealer(KeyRing.read(file)).seal(SEED, "here");
    addKey("seal.2");

    AesGcmSealer rotated = new AesGcmSealer(KeyRing.read(file));

    assertThat(rotated.open(old, "here")).isEqualTo(SEED);
    assertThat(rotated.seal(SEED, "here")).startsWith("2.");
  }

  @Test
  void aPasswordHashNamesItsPepperAndIsOutdatedByANewOne() throws IOException {
    KeyRing.make(file, new SecureRandom());
    Argon2PasswordHasher before =
        new Argon2PasswordHasher(PasswordHashing.RECOMMENDED, KeyRing.read(file));
    Secret password = Secret.ofText("otter-juggles-nine-lanterns");
    String hash = before.hash(password);
    addKey("pepper.2");
    Argon2PasswordHasher after =
        new Argon2PasswordHasher(PasswordHashing.RECOMMENDED, KeyRing.read(file));

    assertThat(before.outdated(hash)).isFalse();
    assertThat(after.outdated(hash)).isTrue();
    assertThat(after.matches(password, hash)).isTrue();
    assertThat(HashedPassword.parse(after.hash(password)).map(HashedPassword::pepper)).contains(2);
  }

  @Test
  void aHashDoesNotMatchWithoutThePepper() {
    KeyRing.make(file, new SecureRandom());
    Path other = directory.resolve("other.properties");
    KeyRing.make(other, new SecureRandom());
    Secret password = Secret.ofText("otter-juggles-nine-lanterns");
    String hash =
        new Argon2PasswordHasher(PasswordHashing.RECOMMENDED, KeyRing.read(file)).hash(password);

    assertThat(
            new Argon2PasswordHasher(PasswordHashing.RECOMMENDED, KeyRing.read(other))
                .matches(password, hash))
        .isFalse();
  }

  @Test
  void formsAreSignedWithAnotherKeyThanCodes() throws IOException {
    KeyRing.make(file, new SecureRandom());
    KeyedHashes before = new KeyedHashes(KeyRing.read(file));
    addKey("form.2");
    KeyedHashes after = new KeyedHashes(KeyRing.read(file));
    Secret secret = Secret.ofText("12345678");

    assertThat(after.mac("form", secret)).isNotEqualTo(before.mac("form", secret));
    assertThat(after.mac("code.recovery", secret)).isEqualTo(before.mac("code.recovery", secret));
  }

  private void addKey(String name) throws IOException {
    byte[] key = new byte[KeyRing.KEY_LENGTH];
    new SecureRandom().nextBytes(key);
    Files.writeString(
        file,
        name + "=" + Base64.getEncoder().encodeToString(key) + "\n",
        StandardOpenOption.APPEND);
  }

  private static String flipped(String sealed) {
    int middle = sealed.length() / 2;
    char other = sealed.charAt(middle) == 'A' ? 'B' : 'A';
    return sealed.substring(0, middle) + other + sealed.substring(middle + 1);
  }

  private static final TelephonySettings NO_PHONES =
      new TelephonySettings(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          10,
          100,
          2_000,
          new ConversionRule(20, 20));

  private KeyRingSource source(Profile profile) {
    SessionLimits limits = new SessionLimits(Duration.ofMinutes(15), Duration.ofHours(12));
    return new KeyRingSource(
        new Configuration(
            profile,
            false,
            URI.create("http://localhost:8080/"),
            TrustedProxies.NONE,
            "Sparekey",
            directory,
            file,
            Optional.empty(),
            PasswordHashing.RECOMMENDED,
            limits,
            limits,
            Duration.ofDays(7),
            Duration.ofHours(1),
            Duration.ofDays(180),
            Optional.empty(),
            NO_PHONES,
            Optional.empty(),
            30,
            List.of(),
            false,
            Duration.ofMinutes(2),
            0,
            Optional.empty()),
        memory.accounts);
  }

  private Account anAccount() {
    return new Account(
        new AccountId(memory.ids.next()),
        new OrganisationId(memory.ids.next()),
        SignInName.parse("ada").orElseThrow(),
        "Ada",
        Locale.ENGLISH,
        Set.of(),
        memory.clock.instant(),
        Optional.empty());
  }
}
