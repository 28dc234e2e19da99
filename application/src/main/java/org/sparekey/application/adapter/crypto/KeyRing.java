package org.sparekey.application.adapter.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys that are not in the database (attacks row 31). Each family has numbered keys; the
 * highest number is used for what is new, the others for what is old.
 */
public final class KeyRing {

  /** Bytes of a key: 256 bits. */
  public static final int KEY_LENGTH = 32;

  private static final Pattern NAME =
      Pattern.compile("(seal|pepper|form|push)\\.([1-9][0-9]{0,5})");

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  /** Families that the first key files did not have, and that nothing old depends on. */
  private static final Set<KeyFamily> YOUNGER = EnumSet.of(KeyFamily.PUSH);

  private final Map<KeyFamily, NavigableMap<Integer, byte[]>> keys;

  private KeyRing(Map<KeyFamily, NavigableMap<Integer, byte[]>> keys) {
    this.keys = keys;
  }

  /**
   * Reads the file.
   *
   * @throws KeyFileException when it is missing, readable by others, or incomplete; the message
   *     says what to do
   */
  public static KeyRing read(Path file) {
    if (!Files.exists(file)) {
      throw new KeyFileException(
          "The key file "
              + file
              + " is missing. Without it no password and no factor can be checked. If this is a"
              + " new installation, make one: java -cp 'WEB-INF/lib/*'"
              + " org.sparekey.application.adapter.crypto.MakeKeys "
              + file
              + " (in the unpacked war), and keep a copy apart from the database. If it is not"
              + " new, bring the old file back.");
    }
    Properties properties = new Properties();
    try {
      refuseOpenFile(file);
      try (Reader reader = Files.newBufferedReader(file, US_ASCII)) {
        properties.load(reader);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new KeyFileException("The key file " + file + " cannot be read: " + e.getMessage(), e);
    }
    return of(properties, file);
  }

  private static KeyRing of(Properties properties, Path file) {
    Map<KeyFamily, NavigableMap<Integer, byte[]>> keys = new EnumMap<>(KeyFamily.class);
    for (KeyFamily family : KeyFamily.values()) {
      keys.put(family, new TreeMap<>());
    }
    for (String name : properties.stringPropertyNames()) {
      Matcher matcher = NAME.matcher(name);
      if (!matcher.matches()) {
        throw new KeyFileException(
            "The key file " + file + " has an unknown entry " + name + "; see MakeKeys.");
      }
      byte[] key = decode(properties.getProperty(name));
      if (key.length != KEY_LENGTH) {
        throw new KeyFileException(
            "In the key file " + file + " the entry " + name + " is not 32 bytes in base 64.");
      }
      for (KeyFamily family : KeyFamily.values()) {
        if (family.prefix().equals(matcher.group(1))) {
          keys.computeIfAbsent(family, any -> new TreeMap<>())
              .put(Integer.valueOf(matcher.group(2)), key);
        }
      }
    }
    keys.forEach(
        (family, versions) -> {
          if (versions.isEmpty()) {
            throw new KeyFileException(
                "The key file "
                    + file
                    + " has no "
                    + family.prefix()
                    + ".1; "
                    + (YOUNGER.contains(family)
                        ? "it is from before Sparekey had that key. Add one: echo \""
                            + family.prefix()
                            + ".1=$(openssl rand -base64 32)\" >> "
                            + file
                        : "bring back a complete copy."));
          }
        });
    return new KeyRing(keys);
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static void refuseOpenFile(Path file) throws IOException {
    PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (posix == null) {
      return;
    }
    Set<PosixFilePermission> permissions = posix.readAttributes().permissions();
    if (permissions.stream().anyMatch(OTHERS::contains)) {
      throw new KeyFileException(
          "The key file "
              + file
              + " is open to others ("
              + PosixFilePermissions.toString(permissions)
              + "). Run: chmod 600 "
              + file);
    }
  }

  /**
   * Writes a new file with one key of each family, for its owner only.
   *
   * @throws KeyFileException when there is a file already, or it cannot be written
   */
  public static void make(Path file, SecureRandom random) {
    StringBuilder text = new StringBuilder(512);
    text.append("# Keys of Sparekey. Whoever has them and the database has everything.\n");
    text.append("# Keep a copy apart from the database: without it nobody signs in any more.\n");
    text.append("# To rotate, add a line with the next number; keep the old ones.\n");
    for (KeyFamily family : KeyFamily.values()) {
      text.append(firstKey(family, random));
    }
    try {
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      createForOwner(file);
      Files.writeString(file, text, US_ASCII, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new KeyFileException(
          "There is a key file already: " + file + ". It is never overwritten.", e);
    } catch (IOException e) {
      throw new KeyFileException("The key file " + file + " cannot be written: " + e, e);
    }
  }

  /**
   * Adds a first key of each family that a file from an older Sparekey cannot have; touches nothing
   * else.
   *
   * @throws KeyFileException when the file cannot be read or written
   */
  public static void addYounger(Path file, SecureRandom random) {
    try {
      String text = Files.readString(file, US_ASCII);
      StringBuilder missing = new StringBuilder();
      for (KeyFamily family : YOUNGER) {
        if (text.lines().noneMatch(line -> line.startsWith(family.prefix() + "."))) {
          missing.append(firstKey(family, random));
        }
      }
      if (!missing.isEmpty()) {
        String separator = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
        Files.writeString(file, separator + missing, US_ASCII, StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      throw new KeyFileException("The key file " + file + " cannot be completed: " + e, e);
    }
  }

  private static String firstKey(KeyFamily family, SecureRandom random) {
    byte[] key = new byte[KEY_LENGTH];
    random.nextBytes(key);
    return family.prefix() + ".1=" + Base64.getEncoder().encodeToString(key) + "\n";
  }

  private static void createForOwner(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
  }

  /** Says that there is a key of each family; reading the file has made sure of it. */
  public boolean complete() {
    return keys.size() == KeyFamily.values().length;
  }

  /** The number of the key for what is new. */
  int newest(KeyFamily family) {
    return versions(family).lastKey();
  }

  /** The key for what is new. */
  byte[] newestKey(KeyFamily family) {
    return versions(family).lastEntry().getValue();
  }

  /** The key with this number, if the file has it. */
  Optional<byte[]> key(KeyFamily family, int number) {
    return Optional.ofNullable(versions(family).get(number));
  }

  private NavigableMap<Integer, byte[]> versions(KeyFamily family) {
    NavigableMap<Integer, byte[]> versions = keys.get(family);
    if (versions == null) {
      throw new IllegalStateException("no keys of " + family);
    }
    return versions;
  }
}
