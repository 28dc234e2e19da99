package org.sparekey.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.sparekey.it.http.Answer;
import org.sparekey.it.http.ApiClient;
import org.sparekey.it.http.Crowd;
import org.sparekey.it.http.Page;
import org.sparekey.it.http.Visitor;

/** Row 16: nobody learns from text, status, size or time whether a name has an account. */
class EnumerationIT {

  /** As long as the names of the crowd, so that sizes can be compared. */
  private static final String UNKNOWN = "nobody-%05d@crowd.example";

  /** One argon2id hash takes about 35 ms: a missing one would be seen, noise would not. */
  private static final double HALF = 0.5;

  private final Crowd crowd = Crowd.shared();
  private int unknown;

  @Test
  void theSignInPageSaysTheSame() {
    Seen known = seen(() -> signIn(crowd.somebody()));
    Seen stranger = seen(() -> signIn(nobody()));
    stranger.looksLike(known);
  }

  @Test
  void theForgottenPasswordPageSaysTheSame() {
    Seen known = seen(() -> ask("password/forgot", crowd.somebody()));
    Seen stranger = seen(() -> ask("password/forgot", nobody()));
    stranger.looksLike(known);
  }

  @Test
  void theRecoveryPagesSayTheSame() {
    Seen known = seen(() -> ask("recover", crowd.somebody()));
    Seen stranger = seen(() -> ask("recover", nobody()));
    stranger.looksLike(known);
  }

  @Test
  void everyStepOfARecoveryOverTheApiSaysTheSame() throws InterruptedException {
    List<Answer> withoutFactor = steps(crowd.somebody());
    List<Answer> withFactor = steps(crowd.member().name());
    List<Answer> stranger = steps(nobody());
    for (int step = 0; step < stranger.size(); step++) {
      assertThat(plain(stranger.get(step).body())).isEqualTo(plain(withFactor.get(step).body()));
      assertThat(plain(stranger.get(step).body())).isEqualTo(plain(withoutFactor.get(step).body()));
      assertThat(stranger.get(step).status()).isEqualTo(withFactor.get(step).status());
      assertThat(stranger.get(step).body()).hasSameSizeAs(withFactor.get(step).body());
      assertThat(headers(stranger.get(step))).isEqualTo(headers(withFactor.get(step)));
    }
  }

  @Test
  void noMailGoesToANameThatHasNoAccount() throws InterruptedException {
    String nobody = nobody();
    ApiClient client = crowd.stranger();
    client.post("recoveries", name(nobody));
    client.act("POST", "recoveries/current/mailed-code", null);
    String somebody = crowd.somebody();
    ApiClient other = crowd.stranger();
    other.post("recoveries", name(somebody));
    other.act("POST", "recoveries/current/mailed-code", null);
    crowd.mailbox().codeFor(somebody);
    assertThat(crowd.mailbox().countTo(nobody)).isZero();
  }

  /** Start, a look, a wrong password, a code, a wrong code, a loss before any proof. */
  private List<Answer> steps(String name) {
    ApiClient client = crowd.stranger();
    List<Answer> answers = new ArrayList<>();
    answers.add(client.post("recoveries", name(name)));
    answers.add(client.get("recoveries/current"));
    answers.add(client.post("recoveries/current/password", "{\"password\":\"not the right one\"}"));
    answers.add(client.act("POST", "recoveries/current/mailed-code", null));
    answers.add(
        client.post("recoveries/current/mailed-code/confirmation", "{\"code\":\"00000000\"}"));
    answers.add(client.post("recoveries/current/loss", "{\"everything\":true}"));
    answers.add(client.act("POST", "recoveries/current/enrolment", null));
    answers.add(client.get("recoveries/current"));
    return answers;
  }

  private Page signIn(String name) {
    Visitor browser = new Visitor(crowd.site());
    return browser.submit(
        browser.open("sign-in"), "#submit", Map.of("name", name, "password", "not the right one"));
  }

  private Page ask(String path, String name) {
    Visitor browser = new Visitor(crowd.site());
    return browser.submit(browser.open(path), "#submit", Map.of("name", name));
  }

  private String nobody() {
    unknown++;
    return UNKNOWN.formatted(unknown);
  }

  private static String name(String name) {
    return "{\"name\":\"%s\"}".formatted(name);
  }

  private static Map<String, Integer> headers(Answer answer) {
    Map<String, Integer> names = new TreeMap<>();
    answer.headers().map().forEach((name, values) -> names.put(name, values.size()));
    return names;
  }

  /** Without what differs each time: names, ids, moments, tokens. */
  private static String plain(String text) {
    return text.replaceAll("(person|nobody)-\\d{5}", "NAME")
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d[0-9:.]*Z", "MOMENT")
        .replaceAll("[A-Z][a-z]{2} \\d{1,2}, \\d{4}, \\d{1,2}:\\d\\d.[AP]M", "MOMENT")
        .replaceAll("nonce=\"[^\"]*\"", "NONCE")
        .replaceAll("[0-9a-f]{64}", "TOKEN")
        .replaceAll("[A-Za-z0-9_-]{75}", "CHALLENGE")
        .replaceAll("[A-Za-z0-9_-]{43}", "TOKEN");
  }

  private static Seen seen(Supplier<Page> act) {
    Page warmUp = act.get();
    assertThat(warmUp.status()).isLessThan(500);
    List<Long> times = new ArrayList<>();
    Page last = null;
    for (int i = 0; i < 4; i++) {
      long begin = System.nanoTime();
      last = act.get();
      times.add(System.nanoTime() - begin);
    }
    Collections.sort(times);
    return new Seen(Objects.requireNonNull(last), (times.get(1) + times.get(2)) / 2_000_000.0);
  }

  /** What an attacker sees: the last answer, and the middle of the times. */
  private record Seen(Page page, double millis) {

    void looksLike(Seen other) {
      assertThat(page.status()).isEqualTo(other.page.status());
      assertThat(page.uri()).isEqualTo(other.page.uri());
      assertThat(plain(page.body())).isEqualTo(plain(other.page.body()));
      assertThat(page.body()).hasSameSizeAs(other.page.body());
      assertThat(Math.min(millis, other.millis) / Math.max(millis, other.millis))
          .as("time of %s ms against %s ms", millis, other.millis)
          .isGreaterThan(HALF);
    }
  }
}
