package org.sparekey.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparekey.it.http.Answer;
import org.sparekey.it.http.ApiClient;
import org.sparekey.it.http.Crowd;
import org.sparekey.it.http.Page;
import org.sparekey.it.http.Visitor;

/** Row 18: no other site makes a browser do anything here, nor signs it in. */
class CrossSiteIT {

  private final Crowd crowd = Crowd.shared();

  @Test
  void theApiNeedsTheToken() throws InterruptedException {
    Crowd.Member member = crowd.member();
    ApiClient client = member.client();
    String other = crowd.stranger().csrf();
    String own = client.csrf();
    for (Map<String, String> headers :
        List.of(
            Map.<String, String>of(),
            Map.of("Sparekey-Csrf", ""),
            Map.of("Sparekey-Csrf", other),
            Map.of("Sparekey-Csrf", own.toUpperCase(Locale.ROOT)),
            Map.of("Sparekey-Csrf", own, "Origin", "https://evil.example"),
            Map.of("Sparekey-Csrf", own, "Origin", "null"),
            Map.of("Sparekey-Csrf", own, "Origin", client.visitor().origin() + ".evil.example"),
            Map.of("Sparekey-Csrf", own, "Sec-Fetch-Site", "cross-site"),
            Map.of("Sparekey-Csrf", own, "Sec-Fetch-Site", "same-site"))) {
      for (String act :
          List.of(
              "DELETE session",
              "POST factors",
              "DELETE factors/" + member.factor(),
              "PATCH factors/" + member.factor(),
              "POST contact-points",
              "DELETE sessions/others",
              "POST recoveries",
              "POST recoveries/current/cancellation")) {
        Answer answer =
            client.send(
                verb(act), path(act), verb(act).equals("DELETE") ? null : "{}", json(headers));
        assertThat(answer.status()).as(act + " " + headers).isEqualTo(403);
        assertThat(answer.text("type")).as(act + " " + headers).endsWith("/problems/cross-site");
      }
    }
    assertThat(client.get("factors").status()).as("still signed in").isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/plain"
      })
  void theApiTakesNothingThatAFormCanSend(String type) {
    ApiClient client = crowd.stranger();
    Answer answer =
        client.send(
            "POST",
            "recoveries",
            "{\"name\":\"x\"}",
            Map.of("Sparekey-Csrf", client.csrf(), "Content-Type", type));
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.header("Set-Cookie")).doesNotContain("recovery");
  }

  @Test
  void theApiLetsNoOtherSiteRead() {
    Answer answer =
        crowd.stranger().send("GET", "session", null, Map.of("Origin", "https://evil.example"));
    assertThat(answer.headers().map().keySet())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sign-in", "recover", "password/forgot", "sign-out", "language", "veto"})
  void noFormWorksWithoutItsToken(String path) {
    Visitor browser = new Visitor(crowd.site());
    browser.open("sign-in");
    Page page = post(browser, path, "name=x&password=y", Map.of("Origin", browser.origin()));
    assertThat(page.status()).isEqualTo(403);
  }

  @Test
  void nobodyIsSignedInFromAnotherSite() {
    String name = crowd.somebody();
    Visitor browser = new Visitor(crowd.site());
    Page form = browser.open("sign-in");
    String fields =
        form.html().select("#sign-in input[type=hidden]").eachAttr("name").stream()
            .map(
                field ->
                    field
                        + "="
                        + form.html()
                            .select("#sign-in input[name=\"" + field + "\"]")
                            .attr("value"))
            .reduce(
                "name=" + name + "&password=" + Crowd.PASSWORD.replace(' ', '+'), CrossSiteIT::and);
    Page refused = post(browser, "sign-in", fields, Map.of("Origin", "https://evil.example"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(post(browser, "sign-in", fields, Map.of("Sec-Fetch-Site", "cross-site")).status())
        .isEqualTo(403);
    assertThat(browser.cookies().getCookieStore().getCookies())
        .noneMatch(cookie -> cookie.getName().endsWith("sparekey-session"));
  }

  @Test
  void readingChangesNothing() throws InterruptedException {
    Crowd.Member member = crowd.member();
    ApiClient client = member.client();
    for (String path :
        List.of(
            "recoveries/current/password",
            "recoveries/current/cancellation",
            "sessions/others",
            "factors/" + member.factor(),
            "factors/" + member.factor() + "/confirmation")) {
      assertThat(client.get(path).status()).as(path).isEqualTo(405);
      assertThat(client.send("HEAD", path, null, Map.of()).status()).as(path).isEqualTo(405);
    }
    client.visitor().open("sign-out");
    assertThat(client.get("factors").status()).as("a GET signs nobody out").isEqualTo(200);
  }

  private static Page post(Visitor browser, String path, String form, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(browser.origin() + "/" + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    headers.forEach(request::header);
    return browser.send(request.build());
  }

  private static String and(String left, String right) {
    return left + "&" + right;
  }

  private static Map<String, String> json(Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "application/json");
    return all;
  }

  private static String verb(String act) {
    return act.substring(0, act.indexOf(' '));
  }

  private static String path(String act) {
    return act.substring(act.indexOf(' ') + 1);
  }
}
