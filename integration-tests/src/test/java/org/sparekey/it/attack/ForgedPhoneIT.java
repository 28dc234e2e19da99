package org.sparekey.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sparekey.it.http.Answer;
import org.sparekey.it.http.ApiClient;
import org.sparekey.it.http.Crowd;
import org.sparekey.it.http.Page;
import org.sparekey.it.http.SigningPhone;
import org.sparekey.it.http.Visitor;

/** Rows 8, 10, 24, 25: forged, replayed and misdirected words of phones. */
class ForgedPhoneIT {

  private static final String AUTH = "A".repeat(22);
  private static final String STOPPED = "factors/stopped-questions";

  private final Crowd crowd = Crowd.shared();

  /** Somebody whose only factor is this phone. */
  private record Owner(String name, SigningPhone phone, String factor, ApiClient client) {}

  @Test
  void aSignedNumberSignsInOnce() {
    Owner owner = owner();
    Visitor browser = new Visitor(crowd.site());
    Page asked = ask(browser, owner);
    String number = asked.text("#number").replace(" ", "");
    String question = owner.phone().question();
    String answer = owner.phone().answer(question, "approve", number);
    assertThat(state(browser, owner)).isEqualTo("waiting");

    assertThat(owner.phone().post("answers", answer).status()).isEqualTo(204);
    assertThat(state(browser, owner)).isEqualTo("answered");
    Answer again = owner.phone().post("answers", answer);
    assertThat(again.status()).as("a replay").isEqualTo(409);
    assertThat(again.text("reason")).isEqualTo("not-asked");

    Page home = browser.submit(asked, "#go-on", Map.of());
    assertThat(home.uri().getPath()).isEqualTo("/home");
    Page second = signInAgain(owner);
    assertThat(second.has("#number")).as("another browser has to ask anew").isFalse();
  }

  @Test
  void aForgedSignatureOpensNothing() {
    Owner owner = owner();
    Owner thief = owner();
    Visitor browser = new Visitor(crowd.site());
    Page asked = ask(browser, owner);
    String number = asked.text("#number").replace(" ", "");
    String question = owner.phone().question();
    String good = owner.phone().answer(question, "approve", number);
    String signature = good.replaceAll(".*\"signature\":\"([^\"]*)\".*", "$1");

    assertThat(
            owner
                .phone()
                .post("answers", thief.phone().answer(question, "approve", number))
                .status())
        .as("another phone was not asked")
        .isEqualTo(409);
    assertRefused(
        owner,
        good.replace(signature, thief.phone().sign("answer", owner.factor(), question, number)));
    assertRefused(owner, good.replace(signature, "A".repeat(86)));
    assertRefused(owner, good.replace(signature, ""));
    assertRefused(owner, good.replace("\"approve\"", "\"mistake\""));
    assertRefused(owner, good.replace(question, owner.factor()));
    assertRefused(owner, good.replace("2026-11-23", "2026-11-24"));
    assertThat(state(browser, owner)).isEqualTo("waiting");
    assertThat(owner.phone().post("answers", good).status()).isEqualTo(204);
  }

  @Test
  void anotherNumberIsRefusedAndSaysSo() {
    Owner owner = owner();
    Visitor browser = new Visitor(crowd.site());
    Page asked = ask(browser, owner);
    String number = asked.text("#number").replace(" ", "");
    String wrong = number.equals("000000") ? "111111" : "000000";
    String question = owner.phone().question();

    Answer refused =
        owner.phone().post("answers", owner.phone().answer(question, "approve", wrong));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("reason")).isEqualTo("wrong-number");
    assertThat(browser.submit(asked, "#go-on", Map.of()).uri().getPath())
        .isEqualTo("/sign-in/challenge");
  }

  @Test
  void notMeStopsQuestionsUntilThePhoneAllowsThem() {
    Owner owner = owner();
    Visitor browser = new Visitor(crowd.site());
    Page asked = ask(browser, owner);
    String question = owner.phone().question();
    assertThat(owner.phone().post("answers", owner.phone().answer(question, "not-me", "")).status())
        .isEqualTo(204);

    assertThat(owner.phone().hear("").json().path("stopped").asBoolean()).isTrue();
    Page denied = browser.submit(asked, "#go-on", Map.of());
    assertThat(denied.text(".notice.error")).contains("The device said no");
    Page stopped = browser.submit(denied, "#ask", Map.of());
    assertThat(stopped.text(".notice.error")).contains("Not me");
    assertThat(owner.phone().allow().status()).isEqualTo(204);
    assertThat(browser.submit(stopped, "#ask", Map.of()).has("#number")).isTrue();
  }

  @Test
  void orUntilTheOwnerAllowsThemInASession() {
    Owner owner = owner();
    Visitor browser = new Visitor(crowd.site());
    Page asked = ask(browser, owner);
    String question = owner.phone().question();
    owner.phone().post("answers", owner.phone().answer(question, "not-me", ""));
    ApiClient half = new ApiClient(crowd.site(), browser);
    ApiClient thief = owner().client();

    assertThat(half.act("DELETE", STOPPED, null).status()).as("the password alone").isEqualTo(403);
    assertThat(thief.get(STOPPED).status()).isEqualTo(404);
    assertThat(thief.act("DELETE", STOPPED, null).status()).as("their own").isEqualTo(204);
    assertThat(owner.client().get(STOPPED).text("since")).isNotEmpty();
    Page stopped = browser.submit(browser.submit(asked, "#go-on", Map.of()), "#ask", Map.of());
    assertThat(stopped.has("#number")).isFalse();

    assertThat(owner.client().act("DELETE", STOPPED, null).status()).isEqualTo(204);
    assertThat(owner.client().get(STOPPED).status()).isEqualTo(404);
    assertThat(browser.submit(stopped, "#ask", Map.of()).has("#number")).isTrue();
  }

  @Test
  void nobodyIsAskedWithoutEnd() {
    Owner owner = owner();
    Visitor browser = new Visitor(crowd.site());
    Page asked = ask(browser, owner);
    asked = browser.submit(asked, "#ask-again", Map.of());
    asked = browser.submit(asked, "#ask-again", Map.of());

    Page spent = browser.submit(asked, "#ask-again", Map.of());
    assertThat(spent.text(".notice.error")).contains("asked too often");
    Visitor another = new Visitor(crowd.site());
    assertThat(another.submit(signIn(another, owner), "#ask", Map.of()).text(".notice.error"))
        .as("the budget is the account's")
        .contains("asked too often");
  }

  @Test
  void aBindingCodeIsGoodForOnePhone() {
    ApiClient client = crowd.enrolling(crowd.somebody());
    Answer begun = client.act("POST", "factors/phone", null);
    assertThat(begun.status()).isEqualTo(201);
    assertThat(begun.text("link")).contains("#bind=").doesNotContain("?");
    SigningPhone first = new SigningPhone(crowd.site());
    SigningPhone second = new SigningPhone(crowd.site());
    assertThat(first.claim(begun.text("code")).status()).isEqualTo(201);
    assertThat(second.claim(begun.text("code")).status()).isEqualTo(404);
    assertThat(second.claim("0000-0000-0000-0000-0000-0000").status()).isEqualTo(404);
    assertThat(client.get("factors/phone").text("state")).isEqualTo("claimed");
    assertThat(client.get("factors/phone").body()).doesNotContain(begun.text("code"));

    ApiClient other = crowd.enrolling(crowd.somebody());
    assertThat(confirm(other, begun.text("id")).status()).as("another's").isEqualTo(404);
    assertThat(client.act("DELETE", "factors/phone", null).status()).isEqualTo(204);
    assertThat(first.hear("").status()).as("forgotten").isEqualTo(404);
    assertThat(confirm(client, begun.text("id")).status()).isEqualTo(404);
  }

  @Test
  void anotherSiteCannotSpeakForAPhoneAndCookiesDoNotCount() {
    Owner owner = owner();
    String body = SigningPhone.object("code", "0".repeat(24));
    Answer foreign =
        owner
            .client()
            .send(
                "POST",
                "authenticator/bindings/preview",
                body,
                Map.of("Content-Type", "application/json", "Origin", "https://evil.example"));
    assertThat(foreign.status()).isEqualTo(403);
    Answer unsigned =
        owner
            .client()
            .send(
                "POST",
                "authenticator/permission",
                SigningPhone.object("device", owner.factor(), "nonce", "1.2", "signature", ""),
                Map.of("Content-Type", "application/json"));
    assertThat(unsigned.status()).isEqualTo(422);
    assertThat(owner.phone().greet().headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void aPushReachesThePushServiceAndNoOtherServer() throws Exception {
    Owner owner = owner();
    BlockingQueue<String> taken = new ArrayBlockingQueue<>(4);
    HttpServer pushes =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    pushes.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          taken.add(
              exchange.getRequestHeaders().getFirst("Content-Encoding")
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization"));
          exchange.sendResponseHeaders(201, -1);
          exchange.close();
        });
    pushes.start();
    try {
      String endpoint = "http://127.0.0.1:" + pushes.getAddress().getPort() + "/p/1";
      String key = owner.phone().publicKey();
      for (String forbidden :
          new String[] {"http://10.0.0.7/", "https://169.254.169.254/", "file:///etc/passwd"}) {
        assertThat(owner.phone().hearPushesAt(forbidden, key, AUTH).status())
            .as(forbidden)
            .isEqualTo(422);
      }
      assertThat(owner.phone().hearPushesAt(endpoint, key, "AAAA").status()).isEqualTo(422);
      assertThat(owner.phone().hearPushesAt(endpoint, key, AUTH).status()).isEqualTo(204);
      ask(new Visitor(crowd.site()), owner);

      assertThat(taken.poll(15, TimeUnit.SECONDS)).startsWith("aes128gcm vapid t=");
    } finally {
      pushes.stop(0);
    }
  }

  @Test
  void aPhoneThatListensIsToldWithoutAskingAgain() throws IOException {
    Owner owner = owner();
    String seen = owner.phone().hear("").text("state");
    Thread asking =
        new Thread(
            () -> {
              pause();
              ask(new Visitor(crowd.site()), owner);
            });
    long begun = System.nanoTime();
    asking.start();
    Answer heard = owner.phone().hear(seen);

    assertThat(heard.status()).isEqualTo(200);
    assertThat(heard.json().path("questions")).hasSize(1);
    assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun)).isBetween(1L, 20L);
  }

  private static void pause() {
    try {
      Thread.sleep(1_500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void assertRefused(Owner owner, String body) {
    Answer answer = owner.phone().post("answers", body);
    assertThat(answer.status()).as(body).isEqualTo(404);
    assertThat(answer.text("reason")).isEqualTo("unknown-device");
  }

  private Owner owner() {
    String name = crowd.somebody();
    ApiClient client = crowd.enrolling(name);
    Answer begun = client.act("POST", "factors/phone", null);
    assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
    SigningPhone phone = new SigningPhone(crowd.site());
    assertThat(phone.claim(begun.text("code")).status()).isEqualTo(201);
    assertThat(confirm(client, begun.text("id")).status()).isEqualTo(204);
    return new Owner(name, phone, begun.text("id"), client);
  }

  private static Answer confirm(ApiClient client, String id) {
    return client.post(
        "factors/phone/confirmation", SigningPhone.object("id", id, "device", "Pixel 9"));
  }

  private Page signIn(Visitor browser, Owner owner) {
    return browser.submit(
        browser.open("sign-in"),
        "#submit",
        Map.of("name", owner.name(), "password", Crowd.PASSWORD));
  }

  private Page signInAgain(Owner owner) {
    return signIn(new Visitor(crowd.site()), owner);
  }

  private Page ask(Visitor browser, Owner owner) {
    Page asked = browser.submit(signIn(browser, owner), "#ask", Map.of());
    assertThat(asked.text("#number")).matches("\\d{3} \\d{3}");
    return asked;
  }

  private String state(Visitor browser, Owner owner) {
    return new ApiClient(crowd.site(), browser)
        .get("session/question?factor=" + owner.factor())
        .text("state");
  }
}
