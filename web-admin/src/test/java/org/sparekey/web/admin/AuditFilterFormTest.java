package org.sparekey.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparekey.application.audit.AuditFilter;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.Outcome;

class AuditFilterFormTest {

  @Test
  void blankFieldsDoNotNarrow() {
    AuditFilterForm form = new AuditFilterForm("", " ", List.of(""), " ", "", "");
    assertThat(form.problems()).isEmpty();
    assertThat(form.filter()).isEqualTo(AuditFilter.everything());
    assertThat(form.query()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T08:00:00Z, 2026-11-23T08:00:00Z",
    "2026-11-23T08:00, 2026-11-23T08:00:00Z",
    "2026-11-23T08:00:30, 2026-11-23T08:00:30Z",
    "2026-11-23, 2026-11-23T00:00:00Z"
  })
  void timesAreUtc(String typed, Instant meant) {
    assertThat(from(typed).filter().from()).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T08:00:00Z, 2026-11-23T08:00",
    "2026-11-23T08:00:30.123456Z, 2026-11-23T08:00:30.123",
    "2026-11-23, 2026-11-23T00:00",
    "2026-11-23T08:00, 2026-11-23T08:00",
    "yesterday, yesterday"
  })
  void theFieldForATimeShowsWhatWasAskedFor(String typed, String shown) {
    AuditFilterForm form = new AuditFilterForm(typed, typed, List.of(), "", "", "");
    assertThat(form.localFrom()).isEqualTo(shown);
    assertThat(form.localTo()).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "2026-13-01",
        "23.11.2026",
        "+999999999-01-01",
        "-0001-01-01T00:00",
        "1969-12-31T23:59:59Z",
        "2026-11-23T08:00:00+01:00"
      })
  void whatIsNoTimeIsSaid(String typed) {
    assertThat(from(typed).problems()).containsExactly("from");
  }

  @Test
  void everyFieldIsReadAndComesBackInTheQuery() {
    AuditFilterForm form =
        new AuditFilterForm(
            "2026-11-23",
            "2026-11-24T10:00",
            List.of("factor.bound", "audit.exported"),
            " sam ",
            "jane&x=1@example.org",
            "refused");
    assertThat(form.problems()).isEmpty();
    assertThat(form.filter().codes())
        .containsExactlyInAnyOrder(AuditCode.FACTOR_BOUND, AuditCode.AUDIT_EXPORTED);
    assertThat(form.filter().actor()).contains("sam");
    assertThat(form.filter().outcome()).contains(Outcome.REFUSED);
    assertThat(form.query())
        .isEqualTo(
            "from=2026-11-23&to=2026-11-24T10%3A00&code=factor.bound&code=audit.exported"
                + "&actor=+sam+&subject=jane%26x%3D1%40example.org&outcome=refused");
  }

  @Test
  void anUnknownCodeOrOutcomeIsSaidInsteadOfFindingEverything() {
    assertThat(new AuditFilterForm("", "", List.of("no.code"), "", "", "").problems())
        .containsExactly("code");
    assertThat(new AuditFilterForm("", "", List.of(), "", "", "maybe").problems())
        .containsExactly("outcome");
  }

  private static AuditFilterForm from(String text) {
    return new AuditFilterForm(text, "", List.of(), "", "", "");
  }
}
