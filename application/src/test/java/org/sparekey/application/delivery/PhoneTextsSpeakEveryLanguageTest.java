package org.sparekey.application.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparekey.application.port.SpokenCode;

/** The law at the head of PhoneTexts.properties. */
class PhoneTextsSpeakEveryLanguageTest {

  /** GSM 03.38, but for the letters that its extension adds at the price of two. */
  private static final Pattern GSM =
      Pattern.compile(
          "[@£$¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,\\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà_\n]*");

  private static final List<String> PURPOSES =
      List.of(
          "sign-in", "confirm", "enrolment", "recovery", "password-reset", "contact-confirmation");
  private static final String SITE = "Twenty Letters Wide!";
  private static final String CODE = "12345678";

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "es", "fr", "tlh"})
  void aTextFitsIntoTwoSegmentsWhateverTheSiteIsCalled(String language) {
    for (String purpose : PURPOSES) {
      String text = PhoneTexts.text(Locale.forLanguageTag(language), purpose, SITE + SITE, CODE);

      assertThat(text).as(purpose).contains(CODE, "Twenty Letters").doesNotContain("{");
      assertThat(text.length())
          .as(text)
          .isLessThanOrEqualTo(GSM.matcher(text).matches() ? 306 : 134);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr"})
  void whereTheAlphabetAllowsItIsOneOrTwoOfTheLongerSegments(String language) {
    for (String purpose : PURPOSES) {
      assertThat(PhoneTexts.text(Locale.forLanguageTag(language), purpose, "Sparekey", CODE))
          .matches(GSM);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "es", "fr"})
  void aCallNamesTheSiteAndNeverTheCodeInASentence(String language) {
    for (String purpose : PURPOSES) {
      SpokenCode call =
          PhoneTexts.call(Locale.forLanguageTag(language), purpose, "Spare<key>", CODE);

      assertThat(call.opening()).contains("Spare key").doesNotContain(CODE, "{");
      assertThat(call.again() + call.closing()).doesNotContain(CODE, "{");
      assertThat(SpokenCode.of(call.body().revealText())).isEqualTo(call);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "es", "fr"})
  void everyTextIsInEveryLanguage(String language) {
    assertThat(keys("_" + language)).isEqualTo(keys(""));
    assertThat(keys(""))
        .isEqualTo(
            PURPOSES.stream()
                .flatMap(purpose -> List.of("text." + purpose, "call." + purpose).stream())
                .collect(
                    Collectors.toCollection(
                        () -> new TreeSet<>(List.of("call.again", "call.closing")))));
  }

  private static Set<String> keys(String suffix) {
    Properties texts = new Properties();
    try (InputStream in =
        Objects.requireNonNull(
            PhoneTextsSpeakEveryLanguageTest.class.getResourceAsStream(
                "PhoneTexts" + suffix + ".properties"))) {
      texts.load(new InputStreamReader(in, UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return new TreeSet<>(texts.stringPropertyNames());
  }
}
