package org.sparekey.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparekey.it.http.Answer;
import org.sparekey.it.http.ApiClient;
import org.sparekey.it.http.Crowd;
import org.sparekey.it.http.Page;
import org.sparekey.it.http.PhoneApp;
import org.sparekey.it.http.Visitor;

/** Rows 23 and 35: no step can be skipped, and nobody reaches what belongs to somebody else. */
class ForcedBrowsingIT {

  private final Crowd crowd = Crowd.shared();

  @Test
  void aRecoveryGoesOnInItsOrderOnly() throws InterruptedException {
    Crowd.Member member = crowd.member();
    ApiClient client = crowd.recovering(member.name());
    refuses(client.act("POST", "recoveries/current/enrolment", null));
    refuses(client.post("recoveries/current/loss", "{\"everything\":true}"));
    refuses(client.post("recoveries/current/completion", completion(member)));
    client.post("recoveries/current/password", "{\"password\":\"%s\"}".formatted(Crowd.PASSWORD));
    refuses(client.act("POST", "recoveries/current/enrolment", null));
    refuses(client.post("recoveries/current/completion", completion(member)));
    assertThat(client.get("recoveries/current").text("status")).isEqualTo("proving");
    assertThat(member.client().get("factors").json().path("factors")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"recover/prove", "recover/status", "recover/enrol", "recover/done"})
  void theLaterPagesOfARecoveryNeedOne(String path) {
    Page page = new Visitor(crowd.site()).open(path);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.uri().getPath()).isEqualTo("/recover");
    assertThat(page.has("#key")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "home",
        "factors",
        "factors/add",
        "factors/codes",
        "factors/device",
        "factors/enrol",
        "factors/enrol/okta",
        "factors/enrol/okta-code",
        "factors/questions",
        "factors/remove",
        "sessions",
        "account",
        "history",
        "account/password",
        "sign-in/confirm",
        "admin",
        "admin/accounts",
        "admin/audit"
      })
  void pagesOfAnAccountNeedASession(String path) {
    assertThat(new Visitor(crowd.site()).open(path).uri().getPath()).isEqualTo("/sign-in");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sign-in.xhtml",
        "factors.xhtml",
        "WEB-INF/web.xml",
        "WEB-INF/templates/portal.xhtml",
        "META-INF/MANIFEST.MF",
        "resources/../WEB-INF/web.xml",
        "resources/..%2fWEB-INF/web.xml",
        "api/v1/../../WEB-INF/web.xml",
        "jakarta.faces.resource/../WEB-INF/web.xml"
      })
  void nothingOfTheInsideIsServed(String path) {
    Page page = new Visitor(crowd.site()).open(path);
    assertThat(page.status()).isIn(400, 404);
    assertThat(page.body()).doesNotContain("<web-app", "ui:composition", "Manifest-Version");
  }

  @Test
  void anothersThingsAreAsUnknownAsNobodys() throws InterruptedException {
    Crowd.Member owner = crowd.member();
    Crowd.Member thief = crowd.member();
    String nobodys = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a10";
    String session = owner.client().get("sessions").json().at("/sessions/0/id").asText();
    String contact = owner.client().get("contact-points").json().at("/contactPoints/0/id").asText();
    ApiClient recovering = crowd.stranger();
    String recovery =
        recovering.post("recoveries", "{\"name\":\"%s\"}".formatted(owner.name())).text("id");
    same(thief, "PATCH", "factors/", "", owner.factor(), nobodys, "{\"device\":\"mine\"}");
    same(thief, "DELETE", "factors/", "", owner.factor(), nobodys, null);
    same(
        thief,
        "POST",
        "factors/",
        "/confirmation",
        owner.factor(),
        nobodys,
        "{\"device\":\"mine\",\"code\":\"123456\"}");
    same(thief, "DELETE", "sessions/", "", session, nobodys, null);
    same(thief, "POST", "contact-points/", "/code", contact, nobodys, null);
    same(
        thief,
        "POST",
        "contact-points/",
        "/confirmation",
        contact,
        nobodys,
        "{\"code\":\"12345678\"}");
    same(thief, "DELETE", "contact-points/", "", contact, nobodys, null);
    same(thief, "POST", "recoveries/", "/veto", recovery, nobodys, null);

    assertThat(owner.client().get("factors").json().at("/factors/0/device").asText())
        .isEqualTo("Pixel 8");
    assertThat(owner.client().get("contact-points").json().path("contactPoints")).hasSize(1);
    assertThat(recovering.get("recoveries/current").text("status")).isEqualTo("requested");
  }

  @Test
  void anothersFactorCannotBeReportedLostOrBound() throws InterruptedException {
    Crowd.Member victim = crowd.member();
    Crowd.Member thief = crowd.member();
    ApiClient client = crowd.recovering(thief.name());
    client.post("recoveries/current/password", "{\"password\":\"%s\"}".formatted(Crowd.PASSWORD));
    Answer lost =
        client.post(
            "recoveries/current/loss",
            "{\"everything\":false,\"factors\":[\"%s\"]}".formatted(victim.factor()));
    assertThat(lost.status()).isEqualTo(422);
    client.act("POST", "recoveries/current/mailed-code", null);
    client.post(
        "recoveries/current/mailed-code/confirmation",
        "{\"code\":\"%s\"}".formatted(crowd.mailbox().codeFor(thief.name())));
    client.act("POST", "recoveries/current/enrolment", null);
    ApiClient enrolling = crowd.enrolling(crowd.somebody());
    Answer key = enrolling.post("factors", "{\"kind\":\"totp\"}");
    String right = new PhoneApp(crowd.site(), key.text("keyText")).freshCode();
    for (String body : List.of(completion(victim), completion(key.text("id"), right))) {
      Answer completed = client.post("recoveries/current/completion", body);
      assertThat(completed.status()).as(body).isGreaterThanOrEqualTo(400);
    }
    assertThat(client.get("recoveries/current").text("status")).isEqualTo("ready");
    assertThat(victim.client().get("factors").json().path("factors")).hasSize(1);
  }

  @Test
  void anOwnerIsNoStaff() throws InterruptedException {
    ApiClient owner = crowd.member().client();
    for (String path :
        List.of(
            "admin/accounts?q=person",
            "admin/accounts/0193581a-2b70-7c3e-9d2f-3f4f6b1c2a10",
            "admin/audit-entries",
            "admin/audit-entries.csv")) {
      assertThat(owner.get(path).status()).as(path).isEqualTo(403);
    }
  }

  private static void same(
      Crowd.Member thief,
      String method,
      String before,
      String after,
      String anothers,
      String nobodys,
      @Nullable String json) {
    Answer real = thief.client().act(method, before + anothers + after, json);
    Answer none = thief.client().act(method, before + nobodys + after, json);
    assertThat(real.status()).as(method + " " + before + after).isEqualTo(404);
    assertThat(real.body()).isEqualTo(none.body());
    assertThat(none.status()).isEqualTo(404);
  }

  private static void refuses(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
  }

  private static String completion(Crowd.Member member) {
    return completion(member.factor(), member.phone().code());
  }

  private static String completion(String factor, String code) {
    return "{\"factor\":\"%s\",\"device\":\"Pixel 9\",\"code\":\"%s\"}".formatted(factor, code);
  }
}
