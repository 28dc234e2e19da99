package org.sparekey.application.adapter.telephony;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** 3GPP TS 23.038 §6.2.1. */
class GsmTextTest {

  @Test
  void lettersOfTheDefaultAlphabetAreOneOctetEach() {
    GsmText text = GsmText.of("@£$ aZ äöüß Éñ¿");

    assertThat(text.ucs2()).isFalse();
    assertThat(text.segments().get(0))
        .containsExactly(
            0x00, 0x01, 0x02, 0x20, 0x61, 0x5a, 0x20, 0x7b, 0x7c, 0x7e, 0x1e, 0x20, 0x1f, 0x7d,
            0x60);
  }

  @Test
  void thoseOfTheExtensionAreEscaped() {
    assertThat(GsmText.of("€[~").segments().get(0))
        .containsExactly(0x1b, 0x65, 0x1b, 0x3c, 0x1b, 0x3d);
  }

  @Test
  void anyOtherLetterMakesItUcs2() {
    GsmText text = GsmText.of("código");

    assertThat(text.ucs2()).isTrue();
    assertThat(text.segments()).containsExactly("código".getBytes(UTF_16BE));
  }

  @Test
  void aLongTextIsCutWhereNoLetterIsTorn() {
    assertThat(GsmText.of("a".repeat(160)).segments()).hasSize(1);
    assertThat(GsmText.of("a".repeat(161)).segments())
        .extracting(part -> part.length)
        .containsExactly(153, 8);
    assertThat(GsmText.of("a".repeat(152) + "€" + "a".repeat(20)).segments())
        .extracting(part -> part.length)
        .containsExactly(152, 22);
    assertThat(GsmText.of("á".repeat(70)).segments()).hasSize(1);
    assertThat(GsmText.of("á".repeat(71)).segments())
        .extracting(part -> part.length)
        .containsExactly(134, 8);
    assertThat(GsmText.of("á".repeat(66) + "🔑" + "á".repeat(10)).segments())
        .extracting(part -> part.length)
        .containsExactly(132, 24);
  }
}
