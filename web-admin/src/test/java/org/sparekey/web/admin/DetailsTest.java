package org.sparekey.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetailsTest {

  /** Each way in which a use case writes a detail. */
  private static final String ALL =
      "rows=3 codes:2 sessions 1 browsers 0 others:4 mailboxes 2 revoked 1 seconds 40 everything 2"
          + " some-factors 1 csv timeline one by-owner no-more-mails by-actor by-subject low"
          + " elevated unknown-browser mailed-code,totp outcome=refused code=factor.bound,recovery.vetoed"
          + " vouched 1 needed 2 contacts 3";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rows=3                          | 3 rows",
        "rows=1                          | 1 row",
        "sessions 2                      | 2 sessions",
        "others:1                        | 1 other session",
        "some-factors 2                  | Some factors (2)",
        "vouched 1 needed 2              | 1 vouched, 2 needed",
        "elevated unknown-browser        | Raised risk, Unknown browser",
        "mailed-code,totp                | Mailed code, Authenticator app",
        "outcome=refused rows=0          | Outcome: Refused, no rows",
        "code=factor.bound rows=2        | Event: Factor bound, 2 rows",
        "nobody-knows-this 7             | nobody-knows-this 7",
        "nobody=knows nobody:7           | nobody=knows, nobody:7",
        "sessions 99999999999999999999   | sessions, 99999999999999999999",
        "''                              | ''",
        "' '                             | ''"
      })
  void codesAreSaidInWords(String detail, String said) {
    assertThat(in("en").of(detail)).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "es", "fr"})
  void noCodeIsLeftInAnyLanguage(String language) {
    assertThat(in(language).of(ALL))
        .doesNotContainPattern(Pattern.compile("[=:_]\\S|[a-z]-[a-z]+ \\d"));
  }

  private static Details in(String language) {
    Locale locale = Locale.forLanguageTag(language);
    return new Details(Words.in(locale), locale);
  }
}
