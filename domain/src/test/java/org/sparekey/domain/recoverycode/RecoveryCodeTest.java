package org.sparekey.domain.recoverycode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparekey.domain.shared.Secret;

/** Crockford's base 32 with its check symbol, https://www.crockford.com/base32.html. */
class RecoveryCodeTest {

  private static final char[] SYMBOLS = RecoveryCode.SYMBOLS.toCharArray();
  private static final Random RANDOM = new Random(20261123);

  /** The number in decimal, modulo 37, is the place of the check symbol. */
  @ParameterizedTest
  @CsvSource({
    "00000000000000000000, 0000-0000-0000-0000-0",
    "00000000000000000001, 0000-0000-0000-0001-1",
    "000000000000000004d2, 0000-0000-0000-016J-D", // 1234 mod 37 = 13
    "00000000000000000020, 0000-0000-0000-0010-*",
    "00000000000000000021, 0000-0000-0000-0011-~",
    "00000000000000000022, 0000-0000-0000-0012-$",
    "00000000000000000023, 0000-0000-0000-0013-=",
    "00000000000000000024, 0000-0000-0000-0014-U",
    "ffffffffffffffffffff, ZZZZ-ZZZZ-ZZZZ-ZZZZ-~",
  })
  void isWrittenAsCrockfordSays(String hex, String printed) {
    RecoveryCode code = RecoveryCode.of(Secret.of(HexFormat.of().parseHex(hex)));

    assertThat(code.printed().revealText()).isEqualTo(printed);
    assertThat(parse(printed)).contains(code);
  }

  @Test
  void lettersThatLookLikeDigitsAreDigits() {
    RecoveryCode code = parse("0101-0101-0101-0101-" + symbol("0101010101010101")).orElseThrow();

    assertThat(parse("OIOL-oiol-OlO1-o1OI-" + code.symbol())).contains(code);
  }

  @Test
  void smallLettersBlanksAndAnyHyphenDoNotMatter() {
    RecoveryCode code = code();
    String printed = code.printed().revealText();

    assertThat(parse(printed.toLowerCase(Locale.ROOT))).contains(code);
    assertThat(parse(" " + printed.replace("-", " ") + "\n")).contains(code);
    assertThat(parse(printed.replace("-", ""))).contains(code);
    assertThat(parse(printed.replace('-', '\u2011'))).contains(code);
    assertThat(parse(printed.replace("-", "\u00ad\u2013"))).contains(code);
  }

  /** A substitution changes the number by d·32^k and a swap by d·32^k·(32^j-1), never 0 mod 37. */
  @Test
  void everyMistypedCharacterAndEverySwapIsFound() {
    for (int run = 0; run < 50; run++) {
      String right = code().printed().revealText().replace("-", "");
      for (int at = 0; at < right.length(); at++) {
        for (char other : SYMBOLS) {
          if (other != right.charAt(at)) {
            String wrong = right.substring(0, at) + other + right.substring(at + 1);
            assertThat(parse(wrong)).isEmpty();
          }
        }
        if (at + 1 < right.length() - 1 && right.charAt(at) != right.charAt(at + 1)) {
          String swapped =
              right.substring(0, at)
                  + right.charAt(at + 1)
                  + right.charAt(at)
                  + right.substring(at + 2);
          assertThat(parse(swapped)).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "12345678",
        "0000-0000-0000-0000",
        "0000-0000-0000-0000-00",
        "U000-0000-0000-0000-0",
        "*000-0000-0000-0000-0",
        "ß000-0000-0000-0000-0",
        "０000-0000-0000-0000-0",
        "0000-0000-0000-0000-é",
        "\u0000000-0000-0000-0000-0",
      })
  void whatCannotBeACodeIsNone(String typed) {
    assertThat(parse(typed)).isEmpty();
  }

  @Test
  void aBookIsNotReadThrough() {
    assertThat(parse("-".repeat(1_000_000) + "0000-0000-0000-0000-0")).isEmpty();
  }

  @Test
  void holdsEightyBits() {
    assertThatThrownBy(() -> RecoveryCode.of(Secret.of(new byte[9])))
        .isInstanceOf(IllegalArgumentException.class);
    Set<String> seen = new HashSet<>();
    for (int bit = 0; bit < 80; bit++) {
      byte[] bits = new byte[RecoveryCode.BYTES];
      bits[bit / 8] = (byte) (1 << (bit % 8));
      seen.add(RecoveryCode.of(Secret.of(bits)).secret().revealText());
    }
    assertThat(seen).hasSize(80);
  }

  @Test
  void isNeverPrintedByMistake() {
    assertThat(code().toString()).isEqualTo("RecoveryCode[redacted]");
  }

  private static char symbol(String characters) {
    for (char symbol : SYMBOLS) {
      if (parse(characters + symbol).isPresent()) {
        return symbol;
      }
    }
    throw new AssertionError("no symbol fits");
  }

  private static RecoveryCode code() {
    byte[] bits = new byte[RecoveryCode.BYTES];
    RANDOM.nextBytes(bits);
    return RecoveryCode.of(Secret.of(bits));
  }

  private static Optional<RecoveryCode> parse(String typed) {
    return RecoveryCode.parse(Secret.ofText(typed));
  }
}
