package org.sparekey.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  /** The fastest of so many is hardly disturbed by what else the machine does. */
  private static final int SAMPLES = 12;

  private final Crowd crowd = Crowd.shared();
  private int unknown;

  @Test
  void theSignInPageSaysTheSame() {
    alike(signIn(nobody()), signIn(crowd.somebody()));
  }

  /**
   * The only page that hashes; taken in turn, because a machine is not equally busy all the time.
   */
  @Test
  void theSignInPageTakesTheSameTime() {
    long known = Long.MAX_VALUE;
    long stranger = Long.MAX_VALUE;
    for (int i = 0; i < SAMPLES; i++) {
      String somebody = crowd.somebody();
      String nobody = nobody();
      known = Math.min(known, nanos(() -> signIn(somebody)));
      stranger = Math.min(stranger, nanos(() -> signIn(nobody)));
    }
    assertThat((double) Math.min(known, stranger) / Math.max(known, stranger))
        .as("fastest answer about a stranger %s ns, about an owner %s ns", stranger, known)
        .isGreaterThan(HALF);
  }

  @Test
  void theForgottenPasswordPageSaysTheSame() {
    alike(ask("password/forgot", nobody()), ask("password/forgot", crowd.somebody()));
  }

  @Test
  void theRecoveryPagesSayTheSame() {
    alike(ask("recover", nobody()), ask("recover", crowd.somebody()));
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

  private static void alike(Page stranger, Page known) {
    assertThat(known.status()).isLessThan(500);
    assertThat(stranger.status()).isEqualTo(known.status());
    assertThat(stranger.uri()).isEqualTo(known.uri());
    assertThat(plain(stranger.body())).isEqualTo(plain(known.body()));
    assertThat(stranger.body()).hasSameSizeAs(known.body());
  }

  private static long nanos(Runnable act) {
    long begin = System.nanoTime();
    act.run();
    return System.nanoTime() - begin;
  }
}
