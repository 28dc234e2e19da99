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

  @Test
  void anAdministratorWritesAPolicyPublishesItAndReadsItsHistory() throws InterruptedException {
    Visitor emmy = Staff.signedIn(crowd.site(), "emmy@acme.example").visitor();
    String link = emmy.open("admin/policies").html().select("a[href*=key=standard]").attr("href");
    Page standard = emmy.open(link.substring(1));
    String version = standard.html().select("main code").text();
    assertThat(standard.text("pre")).contains("path password + recovery-code");
    Page refused = emmy.submit(standard, "#start-submit", Map.of("draft-key", ""));
    assertThat(refused.text("[role=alert]")).contains("key");

    Page draft = emmy.submit(standard, "#start-submit", Map.of("draft-key", "pages-it"));
    assertThat(draft.html().select("fieldset.policy-path")).hasSize(8);
    assertThat(draft.text("#analysis")).contains("No single channel opens an account");
    String id = draft.html().select("#draft [name=id]").val();
    Page text = emmy.open("admin/policies/draft?view=text&id=" + id);
    String typed = text.html().select("#text").val();
    Page faulty = emmy.submit(text, "#show", Map.of("text", typed.replace("probation 3d", "x 1")));
    assertThat(faulty.text("[role=alert]")).contains("probation", "x");
    String better = typed.replace("name Standard", "name Of the pages");
    Page saved = emmy.submit(text, "#save", Map.of("text", better));
    assertThat(saved.text("[role=status]")).contains("saved");
    Page other = emmy.submit(text, "#save", Map.of("text", "from another tab"));
    assertThat(other.text("[role=alert]")).contains("saved this draft since");
    assertThat(other.html().select("#text").val()).isEqualTo("from another tab");

    Page publish = emmy.open("admin/policies/publish?id=" + id);
    Page published =
        emmy.submit(publish, "#publish-submit", Map.of("reason", "To see what pages do"));
    if (published.uri().getPath().endsWith("/sign-in/confirm")) {
      return; // somebody signed in more than ten minutes ago: that is asked for first
    }
    assertThat(published.text("main")).contains("pages-it/1", "To see what pages do");
    Page again = emmy.open("admin/policies/difference?older=" + version + "&newer=pages-it/1");
    assertThat(again.html().select("tr.added").text()).contains("Of the pages");
  }

  @Test
  void nobodyElseSeesPolicies() throws InterruptedException {
    Visitor carl = staff().visitor();
    for (String page : new String[] {"", "/policy?key=standard&number=3", "/draft?id=nonsense"}) {
      assertThat(carl.open("admin/policies" + page).status()).isIn(403, 404);
    }
    assertThat(staff().get("admin/policies").status()).isEqualTo(403);
  }

  private static int exports(ApiClient staff) {
    return staff.get("admin/audit-entries?code=audit.exported").json().path("entries").size();
  }

  private ApiClient staff() throws InterruptedException {
    return Staff.signedIn(crowd.site(), "carl@acme.example");
  }
}
