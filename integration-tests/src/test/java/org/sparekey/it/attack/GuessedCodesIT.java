package org.sparekey.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.sparekey.application.port.RateLimit;
import org.sparekey.it.http.Answer;
import org.sparekey.it.http.ApiClient;
import org.sparekey.it.http.Crowd;
import org.sparekey.it.http.Page;
import org.sparekey.it.http.PhoneApp;
import org.sparekey.it.http.Visitor;

/** Rows 10, 14 and 26: what was right once, somewhere or for somebody else. */
class GuessedCodesIT {

  private static final int RACERS = 3;

  private final Crowd crowd = Crowd.shared();

  @Test
  void aCodeSignsInOneOfTheBrowsersThatRaceWithItAndNoneAfterwards() throws Exception {
    Crowd.Member member = crowd.member();
    List<Callable<Page>> race = new ArrayList<>();
    String[] code = new String[1];
    for (int i = 0; i < RACERS; i++) {
      Visitor browser = new Visitor(crowd.site());
      Page challenge = givePassword(browser, member.name(), Crowd.PASSWORD);
      race.add(() -> browser.submit(challenge, "#submit", Map.of("code", code[0])));
    }
    code[0] = member.phone().freshCode();
    ExecutorService racers = Executors.newFixedThreadPool(RACERS);
    int signedIn = 0;
    try {
      for (Future<Page> run : racers.invokeAll(race)) {
        signedIn += run.get().uri().getPath().equals("/home") ? 1 : 0;
      }
    } finally {
      racers.shutdownNow();
    }

    assertThat(signedIn).isOne();
    Visitor late = new Visitor(crowd.site());
    Page challenge = givePassword(late, member.name(), Crowd.PASSWORD);
    Page refused = late.submit(challenge, "#submit", Map.of("code", code[0]));
    assertThat(refused.uri().getPath()).isEqualTo("/sign-in/challenge");
  }

  @Test
  void onePasswordTriedOnManyAccountsClosesItsSourceAndNoOther() {
    Visitor sprayer = new Visitor(crowd.site(), "198.51.100.9");
    Page form = sprayer.open("sign-in");
    for (int i = 0; i < RateLimit.FAILED_PROOFS_BY_SOURCE.capacity(); i++) {
      Map<String, String> typed =
          Map.of("name", "somebody-" + i + "@crowd.example", "password", "Summer2026!");
      form = sprayer.submit(form, "#submit", typed);
    }
    String name = crowd.somebody();

    Page refused =
        sprayer.submit(form, "#submit", Map.of("name", name, "password", Crowd.PASSWORD));
    assertThat(refused.uri().getPath()).isEqualTo("/sign-in");
    assertThat(refused.text(".notice.error")).contains("Nothing was checked");
    Visitor owner = new Visitor(crowd.site(), "203.0.113.7");
    assertThat(givePassword(owner, name, Crowd.PASSWORD).uri().getPath())
        .isEqualTo("/factors/enrol");
  }

  @Test
  void whatOneSessionBeganAnotherOfTheSameAccountDoesNotEnd() throws InterruptedException {
    String name = crowd.somebody();
    ApiClient owner = crowd.enrolling(name);
    ApiClient thief = crowd.enrolling(name);
    Answer key = owner.post("factors", "{\"kind\":\"totp\"}");
    String path = "factors/" + key.text("id") + "/confirmation";
    String right =
        "{\"device\":\"Pixel 8\",\"code\":\"%s\"}"
            .formatted(new PhoneApp(crowd.site(), key.text("keyText")).freshCode());

    assertThat(thief.post(path, right).status()).isEqualTo(404);
    assertThat(owner.post(path, right).status()).isEqualTo(204);
    assertThat(thief.post("factors", "{\"kind\":\"totp\"}").status())
        .as("the first to bind a factor closes the door")
        .isEqualTo(403);
  }

  private static Page givePassword(Visitor browser, String name, String password) {
    return browser.submit(
        browser.open("sign-in"), "#submit", Map.of("name", name, "password", password));
  }
}
