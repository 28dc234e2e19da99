package org.sparekey.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sparekey.it.http.ApiClient;
import org.sparekey.it.http.Crowd;
import org.sparekey.it.http.Page;
import org.sparekey.it.http.Visitor;

/** Row 19: sessions cannot be planted, and a cookie is good for one thing only. */
class StolenTokenIT {

  private static final String SESSION = "sparekey-session";
  private static final String RECOVERY = "sparekey-recovery";

  private final Crowd crowd = Crowd.shared();

  @Test
  void theTokenChangesAtEachLevel() throws InterruptedException {
    Crowd.Member member = crowd.member();
    String name = member.name();
    Visitor browser = new Visitor(crowd.site());
    plant(browser, SESSION, "planted-by-somebody-else-0123456789abcdefghij");
    Page challenge =
        browser.submit(
            browser.open("sign-in"), "#submit", Map.of("name", name, "password", Crowd.PASSWORD));
    String half = value(browser, SESSION);
    assertThat(half).doesNotContain("planted").hasSizeGreaterThanOrEqualTo(43);
    browser.submit(challenge, "#submit", Map.of("code", member.phone().freshCode()));
    String full = value(browser, SESSION);
    assertThat(full).isNotEqualTo(half);
    ApiClient client = new ApiClient(crowd.site(), browser);
    assertThat(client.get("factors").status()).isEqualTo(200);
    plant(browser, SESSION, half);
    assertThat(client.get("factors").status()).as("the old token is dead").isEqualTo(401);
  }

  @Test
  void aHalfSessionOpensNothing() throws InterruptedException {
    Crowd.Member member = crowd.member();
    ApiClient half = crowd.enrolling(member.name());
    assertThat(half.get("session").json().at("/session/level").asText()).isEqualTo("password");
    assertThat(half.get("factors").status()).isEqualTo(403);
    assertThat(half.post("factors", "{\"kind\":\"totp\"}").status()).isEqualTo(403);
    assertThat(half.act("DELETE", "sessions/others", null).status()).isEqualTo(403);
    assertThat(half.visitor().open("factors").uri().getPath()).isEqualTo("/sign-in/challenge");
    assertThat(half.visitor().open("admin").uri().getPath()).isEqualTo("/sign-in/challenge");
  }

  @Test
  void aRecoveryIsNoSessionAndASessionIsNoRecovery() throws InterruptedException {
    Crowd.Member member = crowd.member();
    ApiClient recovering = crowd.recovering(member.name());
    String recovery = value(recovering.visitor(), RECOVERY);
    String session = value(member.client().visitor(), SESSION);

    ApiClient thief = crowd.stranger();
    plant(thief.visitor(), SESSION, recovery);
    assertThat(thief.get("factors").status()).isEqualTo(401);
    ApiClient other = crowd.stranger();
    plant(other.visitor(), RECOVERY, session);
    assertThat(other.get("recoveries/current").status()).isEqualTo(404);
  }

  @Test
  void aSessionThatWasEndedStaysEnded() throws InterruptedException {
    ApiClient client = crowd.member().client();
    String token = value(client.visitor(), SESSION);
    assertThat(client.act("DELETE", "session", null).status()).isEqualTo(204);
    assertThat(client.visitor().cookies().getCookieStore().getCookies())
        .noneMatch(cookie -> cookie.getName().equals(SESSION));
    plant(client.visitor(), SESSION, token);
    assertThat(client.get("factors").status()).isEqualTo(401);
  }

  private static String value(Visitor browser, String name) {
    return browser.cookies().getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no cookie " + name));
  }

  private void plant(Visitor browser, String name, String value) {
    HttpCookie cookie = new HttpCookie(name, value);
    // the domain under which the store keeps the server's own cookie, so that this replaces it
    cookie.setDomain(crowd.site().getHost() + ".local");
    cookie.setPath("/");
    cookie.setVersion(0);
    browser.cookies().getCookieStore().add(crowd.site(), cookie);
  }
}
