package org.sparekey.it.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparekey.it.http.Answer;
import org.sparekey.it.http.ApiClient;
import org.sparekey.it.http.Crowd;
import org.sparekey.it.http.Page;
import org.sparekey.it.http.Visitor;

/** Rows 17 and 22: links in mails are inert, tokens leave the address, and no Host is believed. */
class LinksAndHostsIT {

  private static final Pattern VETO = Pattern.compile("(https?://\\S+/veto\\?\\w+=\\S+)");

  private final Crowd crowd = Crowd.shared();

  @Test
  void openingTheLinkInANoticeStopsNothing() throws InterruptedException {
    Crowd.Member member = crowd.member();
    ApiClient recovering = crowd.recovering(member.name());
    recovering.post(
        "recoveries/current/password", "{\"password\":\"%s\"}".formatted(Crowd.PASSWORD));
    recovering.act("POST", "recoveries/current/mailed-code", null);
    recovering.post(
        "recoveries/current/mailed-code/confirmation",
        "{\"code\":\"%s\"}".formatted(crowd.mailbox().codeFor(member.name())));
    URI link = URI.create(crowd.mailbox().find(member.name(), VETO));
    assertThat(link.getAuthority()).isEqualTo(crowd.site().getAuthority());

    Visitor scanner = new Visitor(crowd.site());
    Page page = scanner.send(HttpRequest.newBuilder(link).GET().build());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.uri().getQuery()).as("the token leaves the address").isNull();
    assertThat(page.uri().getPath()).isEqualTo("/veto");
    scanner.send(
        HttpRequest.newBuilder(link).method("HEAD", HttpRequest.BodyPublishers.noBody()).build());
    new Visitor(crowd.site())
        .send(
            HttpRequest.newBuilder(link)
                .POST(HttpRequest.BodyPublishers.ofString("submit=submit"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .build());
    assertThat(recovering.get("recoveries/current").text("status")).isEqualTo("ready");

    Page stopped = scanner.submit(page, "#submit", Map.of());
    assertThat(stopped.status()).isEqualTo(200);
    assertThat(recovering.get("recoveries/current").text("status")).isEqualTo("vetoed");
    assertThat(recovering.act("POST", "recoveries/current/enrolment", null).status())
        .isEqualTo(409);
  }

  @Test
  void onlyTheBrowserThatStartedCanGoOn() throws InterruptedException {
    Crowd.Member member = crowd.member();
    ApiClient owner = crowd.recovering(member.name());
    owner.act("POST", "recoveries/current/mailed-code", null);
    String code = crowd.mailbox().codeFor(member.name());
    ApiClient thief = crowd.stranger();
    assertThat(confirm(thief, code).status()).isEqualTo(404);
    thief.post("recoveries", "{\"name\":\"%s\"}".formatted(member.name()));
    thief.act("POST", "recoveries/current/mailed-code", null);
    String second = crowd.mailbox().codeFor(member.name());
    if (!second.equals(code)) {
      assertThat(confirm(thief, code).status()).as("a code of another recovery").isEqualTo(422);
    }
    assertThat(confirm(owner, code).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:80",
        "localhost.evil.example",
        "localhost@evil.example"
      })
  void anotherHostIsTurnedAway(String host) throws IOException {
    String answer = raw("GET /sign-in HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("evil.example");
  }

  @Test
  void forwardedHostsAreNotBelieved() throws IOException {
    String answer =
        raw(
            "GET /api/v1/factors HTTP/1.1\r\nHost: "
                + crowd.site().getAuthority()
                + "\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\n"
                + "X-Original-URL: /admin\r\nConnection: close\r\n\r\n");
    assertThat(answer)
        .startsWith("HTTP/1.1 401")
        .contains("\"type\":\"" + crowd.stranger().visitor().origin() + "/api/v1/problems/")
        .doesNotContain("evil.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sign-in", "recover", "veto", "api/v1/session", "nowhere"})
  void noAddressIsTold(String path) {
    ApiClient client = crowd.stranger();
    Answer answer = client.send(HttpRequest.newBuilder(crowd.site().resolve(path)).build());
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'self'")
        .doesNotContain("unsafe-");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("Server")).isEmpty();
  }

  private static Answer confirm(ApiClient client, String code) {
    return client.post(
        "recoveries/current/mailed-code/confirmation", "{\"code\":\"%s\"}".formatted(code));
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), crowd.site().getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
