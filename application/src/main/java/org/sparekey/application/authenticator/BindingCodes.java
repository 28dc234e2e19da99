package org.sparekey.application.authenticator;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sparekey.application.Step;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Secret;

/**
 * The code that carries an enrolment from the page to the phone: 120 bits, good once and as long as
 * the pending factor (NIST SP 800-63B-4 §4.1.2.2 asks for 112 and ten minutes). It is made from the
 * factor's id by a key, so that the page can show it again and nothing of it is stored but a hash.
 */
@Step
public class BindingCodes {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BITS_OF_DIGIT = 4;
  private static final int BITS_OF_LETTER = 5;
  private static final int HEX_DIGITS = 30;
  private static final int GROUP = 4;
  private static final int LONGEST_TYPED = 60;
  private static final Pattern SEPARATORS = Pattern.compile("[\\s-]");
  private static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{24}");

  private final Macs macs;
  private final SiteSettings site;

  @Inject
  public BindingCodes(Macs macs, SiteSettings site) {
    this.macs = macs;
    this.site = site;
  }

  /** The code of this pending factor: 24 letters and digits of Crockford's base 32. */
  public Secret of(FactorId factor) {
    String hex = macs.mac("push-binding", Secret.ofText(factor.toString()));
    StringBuilder letters = new StringBuilder();
    int bits = 0;
    int buffer = 0;
    for (char digit : hex.substring(0, HEX_DIGITS).toCharArray()) {
      buffer = (buffer << BITS_OF_DIGIT) | Character.digit(digit, 16);
      bits += BITS_OF_DIGIT;
      if (bits >= BITS_OF_LETTER) {
        bits -= BITS_OF_LETTER;
        letters.append(ALPHABET.charAt(buffer >> bits));
        buffer &= (1 << bits) - 1;
      }
    }
    return Secret.ofText(letters.toString());
  }

  /** As people type it, in groups of four. */
  public String inGroups(Secret code) {
    String letters = code.revealText();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < letters.length(); i += GROUP) {
      text.append(i == 0 ? "" : "-").append(letters, i, i + GROUP);
    }
    return text.toString();
  }

  /**
   * Where a phone gives it. The code stands in the fragment, which browsers do not send: no log of
   * a server or proxy has it.
   */
  public URI link(Secret code) {
    return site.baseUrl().resolve("/authenticator#bind=" + code.revealText());
  }

  /** What is stored instead of the code. */
  public String hash(Secret code) {
    return macs.fingerprint(code);
  }

  /** What was typed or scanned, read with patience; empty when it can be no code. */
  Optional<Secret> read(String typed) {
    if (typed.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    String letters =
        SEPARATORS
            .matcher(typed)
            .replaceAll("")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return CODE.matcher(letters).matches() ? Optional.of(Secret.ofText(letters)) : Optional.empty();
  }
}
