package org.sparekey.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sparekey.it.http.Answer;
import org.sparekey.it.http.ApiClient;
import org.sparekey.it.http.Crowd;
import org.sparekey.it.http.Page;
import org.sparekey.it.http.Staff;
import org.sparekey.it.http.Visitor;

/** Whatever is typed, sent or put into an address: a clear refusal, never a broken server. */
class MalformedInputIT {

  private static final List<String> NASTY =
      List.of(
          "",
          " ",
          "\u00a0\u2003",
          "a\tb\r\nSet-Cookie: x=y",
          "'; drop table account; --",
          "<script>alert(1)</script>",
          "#{1+1}${1+1}%{1+1}",
          "../../../../etc/passwd",
          "=cmd|' /C calc'!A0",
          "\u202e\u0301\ud83d\udd11",
          "%00%0a%s%n{0}",
          "\ufffe\uffff",
          "9".repeat(300),
          "x".repeat(4096));

  private static Crowd crowd;

  private final List<String> broken = new ArrayList<>();

  @BeforeAll
  static void start() {
    crowd = Crowd.start();
  }

  @AfterAll
  static void stop() {
    crowd.close();
  }

  @Test
  void everyMemberOfEveryRequest() throws InterruptedException {
    ApiClient owner = crowd.member().client();
    ApiClient recovering = crowd.recovering(crowd.somebody());
    for (String nasty : NASTY) {
      ask(owner, "POST", "factors", Map.of("kind", nasty));
      Map<String, String> enrolment = Map.of("device", nasty, "code", nasty);
      ask(owner, "POST", "factors/" + escaped(nasty) + "/confirmation", enrolment);
      ask(owner, "PATCH", "factors/" + escaped(nasty), Map.of("device", nasty));
      ask(owner, "POST", "contact-points", Map.of("kind", "email", "value", nasty));
      ask(owner, "POST", "contact-points", Map.of("kind", "phone", "value", nasty));
      ask(owner, "POST", "contact-points", Map.of("kind", "phone", "value", "1", "region", nasty));
      ask(owner, "POST", "contact-points/x/confirmation", Map.of("code", nasty));
      ask(recovering, "POST", "recoveries/current/password", Map.of("password", nasty));
      ask(recovering, "POST", "recoveries/current/mailed-code/confirmation", Map.of("code", nasty));
      ask(
          recovering,
          "POST",
          "recoveries/current/completion",
          Map.of("factor", nasty, "device", nasty, "code", nasty));
      ask(crowd.stranger(), "POST", "recoveries", Map.of("name", nasty));
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyParameterOfAnAddress() throws InterruptedException {
    ApiClient owner = crowd.member().client();
    ApiClient staff = Staff.signedIn(crowd.site(), "emmy@acme.example");
    for (String nasty : NASTY) {
      String text = escaped(nasty);
      for (String path : List.of("problems/" + text, text)) {
        hold(path, owner.get(path));
      }
      for (String path :
          List.of(
              "admin/accounts?q=" + text,
              "admin/accounts?q=a&after=" + text,
              "admin/accounts/" + text,
              "admin/accounts/" + text + "/timeline",
              "admin/audit-entries?from=" + text,
              "admin/audit-entries?to=" + text,
              "admin/audit-entries?before=" + text,
              "admin/audit-entries?code=" + text,
              "admin/audit-entries?outcome=" + text,
              "admin/audit-entries?actor=" + text + "&subject=" + text,
              "admin/audit-entries.csv?actor=" + text + "&subject=" + text,
              "admin/audit-entries.csv?from=" + text)) {
        Answer answer = staff.get(path);
        hold(path, answer);
        if (answer.status() == 403) {
          broken.add(path + " was not read at all");
        }
      }
      for (String path :
          List.of("factors/", "sessions/", "contact-points/", "recoveries/" + text + "/veto/")) {
        hold(path, owner.act("DELETE", path + text, null));
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyFieldOfEveryForm() throws InterruptedException {
    Crowd.Member member = crowd.member();
    Visitor owner = member.client().visitor();
    for (String nasty : NASTY) {
      type(new Visitor(crowd.site()), "sign-in", Map.of("name", nasty, "password", nasty));
      type(new Visitor(crowd.site()), "recover", Map.of("name", nasty));
      type(new Visitor(crowd.site()), "password/forgot", Map.of("name", nasty));
      type(owner, "account/password", Map.of("old", nasty, "new", nasty));
      type(owner, "account", Map.of("address", nasty));
      type(owner, "factors/rename?factor=" + member.factor(), Map.of("device", nasty));
      type(owner, "sign-in/confirm", Map.of("password", nasty, "code", nasty, "factor", nasty));
      for (String path :
          List.of(
              "factors/rename?factor=",
              "factors/remove?factor=",
              "account/confirm?contact=",
              "sign-in?return=",
              "veto?token=",
              "home?done=")) {
        look(owner, path + escaped(nasty));
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyParameterOfThePagesOfStaff() throws InterruptedException {
    Visitor staff = Staff.signedIn(crowd.site(), "emmy@acme.example").visitor();
    for (String nasty : NASTY) {
      for (String path :
          List.of(
              "admin/accounts?q=",
              "admin/accounts?q=a&after=",
              "admin/account?id=",
              "admin/audit?from=",
              "admin/audit?to=",
              "admin/audit?code=",
              "admin/audit?outcome=",
              "admin/audit?actor=",
              "admin/audit?subject=",
              "admin/audit?before=")) {
        Page page = staff.open(path + escaped(nasty));
        check(path + nasty, page);
        if (page.status() == 403 || page.uri().getPath().equals("/sign-in")) {
          broken.add(path + nasty + " was not read at all");
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void moreThanAnybodySends() {
    ApiClient client = crowd.stranger();
    Map<String, String> headers =
        Map.of("Sparekey-Csrf", client.csrf(), "Content-Type", "application/json");
    String huge = "{\"name\":\"" + "x".repeat(200_000) + "\"}";
    assertThat(client.send("POST", "recoveries", huge, headers).status()).isEqualTo(413);
    String deep = "{\"name\":" + "[".repeat(10_000);
    assertThat(client.send("POST", "recoveries", deep, headers).status()).isEqualTo(400);
    for (String body : List.of("", "null", "[]", "1", "{", "{\"name\":\"a\"}x", "\u0000")) {
      Answer answer = client.send("POST", "recoveries", body, headers);
      assertThat(answer.status()).as(body).isEqualTo(400);
      assertThat(answer.mediaType()).isEqualTo("application/problem+json");
    }
    Visitor browser = new Visitor(crowd.site());
    Page page =
        browser.submit(
            browser.open("sign-in"),
            "#submit",
            Map.of("name", "x".repeat(100_000), "password", "y".repeat(100_000)));
    assertThat(page.status()).isEqualTo(413);
    assertThat(page.body()).contains("<main").doesNotContain("x".repeat(5_000));
  }

  private void ask(ApiClient client, String method, String path, Map<String, String> members) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    members.forEach(json::put);
    hold(method + " " + path + " " + members, client.act(method, path, json.toString()));
  }

  private void hold(String what, Answer answer) {
    boolean plain =
        answer.status() < 400
            || (answer.status() < 500 && answer.mediaType().equals("application/problem+json"));
    // what the server itself cannot decode it refuses before us, without a text
    boolean undecodable = answer.status() == 400 && answer.body().isEmpty();
    if (!plain && !undecodable) {
      broken.add(what + " -> " + answer.status() + " " + answer.mediaType());
    }
  }

  private void type(Visitor browser, String path, Map<String, String> typed) {
    Page form = browser.open(path);
    typed.keySet().stream()
        .filter(field -> !field.equals("factor") && !form.has("[name=" + field + "]"))
        .forEach(field -> broken.add(path + " has no field " + field));
    check(path + " " + typed, browser.submit(form, "#submit", typed));
  }

  private void look(Visitor browser, String path) {
    check(path, browser.open(path));
  }

  private void check(String what, Page page) {
    if (page.status() >= 500 || page.body().contains("<script>alert(1)")) {
      broken.add(what + " -> " + page.status());
    }
    URI at = page.uri();
    if (!at.getAuthority().equals(crowd.site().getAuthority())) {
      broken.add(what + " leads to " + at);
    }
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
