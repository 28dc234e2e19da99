package org.sparekey.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sparekey.it.http.Answer;
import org.sparekey.it.http.ApiClient;
import org.sparekey.it.http.Crowd;
import org.sparekey.it.http.Page;
import org.sparekey.it.http.Staff;
import org.sparekey.it.http.Visitor;

/** Pages of staff, and what stands behind their buttons. */
class StaffPagesIT {

  private static final String SEARCH = "form[role=search]";

  private final Crowd crowd = Crowd.shared();

  @Test
  void aFilterThatIsSentAgainIsTheSameFilter() throws InterruptedException {
    Visitor carl = staff().visitor();
    Page asked =
        carl.open("admin/audit?from=2026-01-01&to=2035-01-01T10:00:30Z&actor=carl%40acme.example");
    assertThat(asked.html().select("#from").val()).isEqualTo("2026-01-01T00:00");
    assertThat(asked.html().select("#to").val()).isEqualTo("2035-01-01T10:00:30");

    Page again = carl.submit(asked, SEARCH, Map.of());

    assertThat(again.html().select("#from").val()).isEqualTo("2026-01-01T00:00");
    assertThat(again.html().select("#to").val()).isEqualTo("2035-01-01T10:00:30");
    assertThat(again.html().select("#actor").val()).isEqualTo("carl@acme.example");
    assertThat(again.has("table.list tbody tr")).isTrue();
  }

  @Test
  void aFieldThatMakesNoSenseSaysSoItself() throws InterruptedException {
    Page page = staff().visitor().open("admin/audit?from=yesterday&outcome=perhaps");
    for (String field : new String[] {"from", "outcome"}) {
      assertThat(page.html().select("#" + field).attr("aria-invalid")).isEqualTo("true");
      assertThat(page.text("#" + field + "-error")).isNotEmpty();
      assertThat(page.has("[role=alert] a[href=#" + field + "]")).isTrue();
    }
    assertThat(page.html().select("#to").hasAttr("aria-invalid")).isFalse();
  }

  @Test
  void whatIsCountedIsSaidInWords() throws InterruptedException {
    ApiClient carl = staff();
    carl.get("admin/audit-entries?actor=nobody-at-all");
    Page page = carl.visitor().open("admin/audit?code=audit.searched");
    assertThat(page.text("table.list")).contains("no rows").doesNotContain("rows=");
  }

  @Test
  void aHeadOfTheExportIsNoExport() throws InterruptedException {
    ApiClient carl = staff();
    int before = exports(carl);
    Answer head = carl.send("HEAD", "admin/audit-entries.csv", null, Map.of());
    assertThat(head.status()).isEqualTo(405);
    assertThat(head.header("Allow")).contains("GET");
    assertThat(exports(carl)).isEqualTo(before);
  }

  private static int exports(ApiClient staff) {
    return staff.get("admin/audit-entries?code=audit.exported").json().path("entries").size();
  }

  private ApiClient staff() throws InterruptedException {
    return Staff.signedIn(crowd.site(), "carl@acme.example");
  }
}
