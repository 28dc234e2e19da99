package org.sparekey.it.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparekey.it.http.Answer;
import org.sparekey.it.http.ApiClient;
import org.sparekey.it.http.Crowd;
import org.sparekey.it.http.Page;
import org.sparekey.it.http.Staff;

/**
 * Row 35: to staff of Acme the accounts of Borealis are as unknown as nobody's. The administrator's
 * role is not what stops them, so nothing but the organisation does.
 */
class OtherOrganisationsIT {

  private static final String NOBODYS = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a10";
  private static final String BELLA = "bella@borealis.example";
  private static final int ATTEMPTS = 5;

  @TempDir static Path folder;
  private static String bellas = "";
  private static String alans = "";

  private final Crowd crowd = Crowd.shared();

  @BeforeAll
  static void findTheirIds() throws IOException, SQLException {
    Path data = Crowd.shared().server().dataDirectory().resolve("sparekey.mv.db");
    for (int attempt = 1; alans.isEmpty(); attempt++) {
      Files.copy(data, folder.resolve("copy" + attempt + ".mv.db"));
      try {
        bellas = id(folder.resolve("copy" + attempt), BELLA);
        alans = id(folder.resolve("copy" + attempt), "alan@acme.example");
      } catch (SQLException e) {
        // copied in the middle of a write
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static String id(Path copy, String name) throws SQLException {
    String url =
        "jdbc:h2:file:" + copy + ";ACCESS_MODE_DATA=r;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
    try (Connection database = DriverManager.getConnection(url, "sparekey", "");
        Statement sql = database.createStatement();
        ResultSet found =
            sql.executeQuery("select id from account where sign_in_name = '" + name + "'")) {
      found.next();
      return found.getString(1);
    }
  }

  @Test
  void anAccountIsUnknown() throws InterruptedException {
    ApiClient emmy = emmy();
    assertThat(emmy.get("admin/accounts/" + alans).status()).as("an own one").isEqualTo(200);
    for (String after : new String[] {"", "/timeline"}) {
      Answer foreign = emmy.get("admin/accounts/" + bellas + after);
      Answer none = emmy.get("admin/accounts/" + NOBODYS + after);
      assertThat(foreign.status()).isEqualTo(404);
      assertThat(foreign.body()).isEqualTo(none.body());
    }
    Page page = emmy.visitor().open("admin/account?id=" + bellas);
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.body()).doesNotContain("Bella", BELLA);
    assertThat(emmy.visitor().open("admin/account?id=" + alans).body()).contains("Alan Turing");
  }

  @Test
  void aSearchFindsNobody() throws InterruptedException {
    ApiClient emmy = emmy();
    for (String text : new String[] {"bella", BELLA, bellas}) {
      assertThat(emmy.get("admin/accounts?q=" + text).json().path("accounts")).as(text).isEmpty();
    }
    assertThat(emmy.get("admin/accounts?q=alan").json().path("accounts")).hasSize(1);
  }

  @Test
  void theAuditLogTellsNothing() throws InterruptedException {
    ApiClient emmy = emmy();
    // something about Bella is in the log
    crowd.recovering(BELLA);
    for (String field : new String[] {"subject", "actor"}) {
      for (String who : new String[] {BELLA, bellas}) {
        String query = "?" + field + "=" + who;
        assertThat(emmy.get("admin/audit-entries" + query).json().path("entries"))
            .as(query)
            .isEmpty();
        assertThat(emmy.get("admin/audit-entries.csv" + query).body().lines())
            .as(query + ": the head, and the line that says that nothing came")
            .hasSize(2)
            .last(STRING)
            .contains("export-complete", "rows 0");
      }
    }
    assertThat(emmy.get("admin/audit-entries.csv").body()).doesNotContain(bellas, BELLA);
  }

  private ApiClient emmy() throws InterruptedException {
    return Staff.signedIn(crowd.site(), "emmy@acme.example");
  }
}
