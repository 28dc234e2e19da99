package org.sparekey.application.delivery;

import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.Handset;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.domain.shared.Secret;

/** Adds a key to the virtual handset's authenticator, as an app does when it reads a QR code. */
@UseCase
public class AddHandsetKey {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final String URI_START = "otpauth://totp/";
  private static final int BITS_OF_LETTER = 5;
  private static final int LEAST_BYTES = 16;
  private static final int LONGEST_TYPED = 1000;
  private static final int LONGEST_LABEL = 60;

  private final Handset handset;
  private final SiteSettings site;
  private final IdSource ids;

  @Inject
  public AddHandsetKey(Handset handset, SiteSettings site, IdSource ids) {
    this.handset = handset;
    this.site = site;
    this.ids = ids;
  }

  /**
   * False when the text is no key: base 32 of at least 128 bits, or an {@code otpauth://totp/}
   * address; or when there is no handset.
   *
   * @param label may be empty
   */
  public boolean add(String label, String key) {
    Optional<Secret> seed =
        site.developer() && key.length() <= LONGEST_TYPED ? seed(key) : Optional.empty();
    seed.ifPresent(secret -> handset.add(new Handset.Key(ids.next(), shown(label, key), secret)));
    return seed.isPresent();
  }

  private static String shown(String label, String key) {
    String plain = label.replaceAll("\\p{Cntrl}", " ").strip();
    String text = plain.isEmpty() ? fromUri(key) : plain;
    return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL);
  }

  private static String fromUri(String key) {
    String text = key.strip();
    if (!text.startsWith(URI_START)) {
      return "Sparekey";
    }
    String path = text.substring(URI_START.length()).split("\\?", 2)[0];
    try {
      return URLDecoder.decode(path, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
    } catch (IllegalArgumentException e) {
      return path; // a label in a wrong encoding is shown as it is
    }
  }

  private static Optional<Secret> seed(String typed) {
    String text = typed.strip();
    if (!text.startsWith(URI_START)) {
      return base32(text);
    }
    try {
      return Arrays.stream(Optional.ofNullable(new URI(text).getRawQuery()).orElse("").split("&"))
          .filter(pair -> pair.startsWith("secret="))
          .findFirst()
          .flatMap(pair -> base32(pair.substring("secret=".length())));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** RFC 4648 §6, with or without blanks, hyphens and padding. */
  private static Optional<Secret> base32(String typed) {
    String text = typed.replaceAll("[\\s=-]", "").toUpperCase(Locale.ROOT);
    byte[] bytes = new byte[text.length() * BITS_OF_LETTER / Byte.SIZE];
    int held = 0;
    int bits = 0;
    int next = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = ALPHABET.indexOf(text.charAt(i));
      if (value < 0) {
        return Optional.empty();
      }
      held = held << BITS_OF_LETTER | value;
      bits += BITS_OF_LETTER;
      if (bits >= Byte.SIZE) {
        bits -= Byte.SIZE;
        bytes[next++] = (byte) (held >> bits);
        held &= (1 << bits) - 1;
      }
    }
    return bytes.length < LEAST_BYTES ? Optional.empty() : Optional.of(Secret.of(bytes));
  }
}
