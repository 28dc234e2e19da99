package org.sparekey.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sparekey.it.http.ApiClient;
import org.sparekey.it.http.Crowd;
import org.sparekey.it.http.Page;
import org.sparekey.it.http.Staff;
import org.sparekey.it.http.Visitor;

/**
 * Selma, who is of the staff, lost her phone: her colleagues are asked (attacks rows 6, 7 and 38).
 */
class ApprovalsIT {

  private static final String SELMA = "selma@acme.example";
  private static final String PASSWORD = "otter-juggles-nine-lanterns";
  private static final String WHY = "Met her at her desk, and she read the code to me.";

  /** In eight hours, by one person. */
  private static final int DECISIONS = 20;

  private final Crowd crowd = Crowd.shared();
  private final Visitor selma = new Visitor(crowd.site());

  @Test
  void twoColleaguesWithTheCodeFromHerPageLetItGoOn() throws InterruptedException {
    Page status = waitsForPeople();
    String code = status.text(".mail-code");
    assertThat(code).matches("\\d{4} \\d{4}");
    assertThat(status.text("#approval-agreed")).isEqualTo("0 / 2");

    Visitor sofia = Staff.signedIn(crowd.site(), "sofia@acme.example").visitor();
    String wrong = code.equals("0000 0000") ? "0000 0001" : "0000 0000";
    Page refused = approve("sofia@acme.example", sofia, wrong);
    assertThat(refused.text("#code-error")).isNotEmpty();
    assertThat(refused.html().select("#reason").val()).isEqualTo(WHY);
    assertThat(refused.body()).doesNotContain(code);
    Page once = approve("sofia@acme.example", sofia, code);
    assertThat(once.uri().getQuery()).contains("done=recovery-approved");
    assertThat(once.has("#approve-submit")).as("nobody decides twice").isFalse();
    assertThat(once.text("main")).contains(WHY);
    assertThat(selma.open("recover/status").text("#approval-agreed")).isEqualTo("1 / 2");

    Visitor emmy = Staff.signedIn(crowd.site(), "emmy@acme.example").visitor();
    approve("emmy@acme.example", emmy, code);
    assertThat(selma.open("recover/status").uri().getPath())
        .isIn("/recover/status", "/recover/enrol");
    assertThat(emmy.open("admin/recoveries").body()).doesNotContain("Selma Lagerl");
    assertThat(emmy.open("admin/audit?code=recovery.approved").has("table.list tbody tr + tr"))
        .isTrue();
  }

  @Test
  void row38WhoDecidesTooOftenDecidesNothingMoreThatDay() throws InterruptedException {
    Crowd.Member owner = crowd.member("strict", 6);
    ApiClient lost = crowd.recovering(owner.name());
    lost.post("recoveries/current/password", "{\"password\":\"%s\"}".formatted(Crowd.PASSWORD));
    lost.act("POST", "recoveries/current/mailed-code", null);
    lost.post(
        "recoveries/current/mailed-code/confirmation",
        "{\"code\":\"%s\"}".formatted(crowd.mailbox().codeFor(owner.name())));
    String code = lost.visitor().open("recover/status").text(".mail-code");
    String wrong = code.equals("0000 0000") ? "0000 0001" : "0000 0000";

    Visitor hasty = crowd.agent("strict", 1).client().visitor();
    for (int i = 0; i < DECISIONS; i++) {
      assertThat(decide(hasty, wrong).text("#code-error")).isNotEmpty();
    }
    Page refused = decide(hasty, code);
    assertThat(refused.uri().toString()).doesNotContain("done=");
    assertThat(refused.text("main")).contains("Too many decisions or wrong codes in eight hours");
    assertThat(lost.visitor().open("recover/status").text("#approval-agreed")).isEqualTo("0 / 2");

    Page agreed = decide(crowd.agent("strict", 2).client().visitor(), code);
    assertThat(agreed.uri().getQuery()).contains("done=recovery-approved");
    assertThat(lost.visitor().open("recover/status").text("#approval-agreed")).isEqualTo("1 / 2");
  }

  /** On the only recovery that waits in this organisation. */
  private static Page decide(Visitor agent, String code) {
    Page list = agent.open("admin/recoveries");
    String link = list.html().select("th a[href*='/admin/recovery?id=']").attr("href");
    Map<String, String> typed = Map.of("code", code, "reason", WHY);
    return agent.submit(agent.open(link.substring(1)), "#approve-submit", typed);
  }

  @Test
  void strangersAndOtherRolesFindNothing() throws InterruptedException {
    assertThat(new Visitor(crowd.site()).open("admin/recoveries").uri().getPath())
        .isEqualTo("/sign-in");
    Visitor carl = Staff.signedIn(crowd.site(), "carl@acme.example").visitor();
    assertThat(carl.open("admin/recoveries").status()).isEqualTo(403);
    assertThat(carl.open("admin/recovery?id=01900000-0000-7000-8000-000000000000").status())
        .isEqualTo(403);
    Visitor emmy = Staff.signedIn(crowd.site(), "emmy@acme.example").visitor();
    assertThat(emmy.open("admin/recovery?id=01900000-0000-7000-8000-000000000000").status())
        .isEqualTo(404);
    assertThat(emmy.open("admin/recovery?id=nonsense").status()).isEqualTo(404);
  }

  private Page waitsForPeople() throws InterruptedException {
    Page prove = selma.submit(selma.open("recover"), "#submit", Map.of("name", SELMA));
    Page half = selma.submit(prove, "#password-submit", Map.of("password", PASSWORD));
    Page sent = selma.submit(half, "#send-submit", Map.of());
    Map<String, String> typed = Map.of("code", crowd.mailbox().codeFor(SELMA));
    return selma.submit(sent, "#code-submit", typed);
  }

  private Page approve(String name, Visitor agent, String code) throws InterruptedException {
    Page list = agent.open("admin/recoveries");
    String link = list.html().select("th a:contains(Selma)").attr("href");
    assertThat(link).startsWith("/admin/recovery?id=");
    Map<String, String> typed = new HashMap<>(Map.of("code", code, "reason", WHY));
    Page answer = agent.submit(agent.open(link.substring(1)), "#approve-submit", typed);
    Page back = Staff.confirmed(crowd.site(), name, agent, answer);
    return back.equals(answer) ? answer : agent.submit(back, "#approve-submit", typed);
  }
}
