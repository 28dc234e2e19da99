package org.sparekey.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparekey.it.http.Answer;
import org.sparekey.it.http.ApiClient;
import org.sparekey.it.http.Crowd;
import org.sparekey.it.http.Page;
import org.sparekey.it.http.PhoneApp;
import org.sparekey.it.http.ServerTime;
import org.sparekey.it.http.Visitor;

/** What a thief has is not enough: rows 1 to 5, 10 to 13, 15, 20, 21, 24, 28 and 29. */
class StolenProofsIT {

  private static final Pattern VETO = Pattern.compile("(https?://\\S+/veto\\?token=[\\w-]+)");
  private static final String TEXTED = "article.ring:contains(0055) .mail-code";
  private static final int RACERS = 3;
  private static final int ROUNDS = 3;

  private final Crowd crowd = Crowd.shared();

  @ParameterizedTest
  @ValueSource(strings = {"quick", "standard", "strict"})
  void row1TheMailboxAloneOpensNothing(String policy) throws InterruptedException {
    Crowd.Member owner = policy.equals("quick") ? crowd.member() : crowd.member(policy, 1);
    ApiClient thief = crowd.recovering(owner.name());

    assertThat(byMail(thief, owner.name()).status()).isEqualTo(200);
    thief.act("POST", "recoveries/current/mailed-code", null);
    assertThat(status(thief)).as("row 2: twice the same mailbox is one proof").isEqualTo("proving");
    assertThat(thief.act("POST", "recoveries/current/enrolment", null).status()).isEqualTo(409);
    assertThat(thief.act("POST", "recoveries/current/approval", null).status()).isEqualTo(409);
    signsIn(owner.name(), Crowd.PASSWORD, owner.phone());
  }

  @Test
  void row3ANewPasswordTakesAFactorEndsNoFactorAndSignsNobodyIn() throws InterruptedException {
    Crowd.Member owner = crowd.member();
    Visitor thief = new Visitor(crowd.site());
    Page asked =
        thief.submit(thief.open("password/forgot"), "#submit", Map.of("name", owner.name()));
    String mailed = crowd.mailbox().codeFor(owner.name());
    String fresh = "seven quiet otters at dawn 9";

    Page refused =
        thief.submit(
            asked, "#submit", Map.of("mailed", mailed, "code", "000000", "password", fresh));
    assertThat(refused.uri().getPath()).isEqualTo("/password/reset");
    Map<String, String> right =
        Map.of("mailed", mailed, "code", owner.phone().freshCode(), "password", fresh);
    Page done = thief.submit(refused, "#submit", right);

    assertThat(done.uri().getPath()).isEqualTo("/sign-in");
    assertThat(new ApiClient(crowd.site(), thief).get("factors").status()).isEqualTo(401);
    signsIn(owner.name(), fresh, owner.phone());
  }

  @Test
  void row4ANumberThatWasBoundAMomentAgoProvesNothing() throws InterruptedException {
    Crowd.Member owner = crowd.member("standard", 5);
    String number = "+4915123400055";
    Answer begun =
        owner
            .client()
            .post("phone-numbers", "{\"kind\":\"sms\",\"number\":\"%s\"}".formatted(number));
    String confirmation = "{\"device\":\"Stolen card\",\"code\":\"%s\"}".formatted(texted());
    String path = "phone-numbers/" + begun.text("id") + "/confirmation";
    assertThat(owner.client().post(path, confirmation).status()).isEqualTo(204);

    ApiClient thief = crowd.recovering(owner.name());
    byPassword(thief);
    String answer = "{\"factor\":\"%s\"}".formatted(begun.text("id"));
    assertThat(thief.post("recoveries/current/question", answer).status()).isEqualTo(422);
    assertThat(thief.get("recoveries/current").json().path("survivors").toString())
        .doesNotContain(begun.text("id"));
    ServerTime.at(crowd.site()).pass(Duration.ofDays(8));

    ApiClient later = crowd.recovering(owner.name());
    byPassword(later);
    assertThat(later.post("recoveries/current/question", answer).status())
        .as("the same a week later, when its owner would have heard")
        .isEqualTo(200);
  }

  @Test
  void row5WhatWasAddedAMomentAgoProvesNothingAndTheOldAddressHearsOfIt()
      throws InterruptedException {
    Crowd.Member owner = crowd.member();
    String evil = "evil-" + owner.name();
    Answer added =
        owner
            .client()
            .post("contact-points", "{\"kind\":\"email\",\"value\":\"%s\"}".formatted(evil));
    String code = "{\"code\":\"%s\"}".formatted(crowd.mailbox().codeFor(evil));
    String path = "contact-points/" + added.text("id") + "/confirmation";
    assertThat(owner.client().post(path, code).status()).isEqualTo(204);
    crowd.mailbox().find(owner.name(), Pattern.compile("(was added to your account)"));

    ApiClient thief = crowd.recovering(owner.name());
    thief.act("POST", "recoveries/current/mailed-code", null);
    String real = crowd.mailbox().codeFor(owner.name());

    assertThat(real).hasSize(8);
    assertThat(crowd.mailbox().gotCode(evil)).isFalse();
  }

  @Test
  void row10OneCodeOfAnAppIsOneProofHoweverManySendIt() throws Exception {
    Crowd.Member owner = crowd.member("standard", 4);
    String app = "{\"factor\":\"%s\",\"code\":\"%s\"}";
    String proof = app.formatted(owner.factor(), owner.phone().freshCode());

    assertThat(together("question/answer", proof, owner)).containsOnlyOnce(200);
  }

  @Test
  void row11OneSavedCodeIsOneProofHoweverManySendIt() throws Exception {
    Crowd.Member owner = crowd.member();
    Answer sheet = owner.client().post("recovery-codes", "{\"replaces\":0}");
    String saved = "{\"code\":\"%s\"}".formatted(sheet.json().at("/codes/0/code").asText());

    assertThat(together("recovery-code", saved, owner)).containsOnlyOnce(200);
    assertThat(together("recovery-code", saved, owner)).doesNotContain(200);
  }

  @Test
  void row12WhoeverIsFirstTheVetoWins() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      Crowd.Member owner = crowd.member();
      ApiClient thief = ready(owner);
      Answer key = thief.act("POST", "recoveries/current/enrolment", null);
      PhoneApp phone = new PhoneApp(crowd.site(), key.text("keyText"));
      String completion =
          "{\"factor\":\"%s\",\"device\":\"Mine\",\"code\":\"%s\"}"
              .formatted(key.text("id"), phone.freshCode());
      Visitor browser = new Visitor(crowd.site());
      Page asked = browser.open(path(crowd.mailbox().find(owner.name(), VETO)));

      List<Callable<Object>> both =
          List.of(
              () -> thief.post("recoveries/current/completion", completion),
              () -> browser.submit(asked, "#submit", Map.of()));
      inParallel(both);

      assertThat(challengePassed(owner.name(), phone)).as("the thief's phone").isFalse();
    }
  }

  @Test
  void row13AndRow15ANewCodeBringsNoNewAttemptsAndSignInGoesOn() throws InterruptedException {
    Crowd.Member owner = crowd.member();
    ApiClient thief = crowd.recovering(owner.name());
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      thief.act("POST", "recoveries/current/mailed-code", null);
      answers.add(
          thief
              .post("recoveries/current/mailed-code/confirmation", "{\"code\":\"00000000\"}")
              .status());
      if (i == 1) {
        thief = crowd.recovering(owner.name());
      }
    }

    assertThat(answers).containsExactly(422, 422, 422, 429);
    signsIn(owner.name(), Crowd.PASSWORD, owner.phone());
  }

  @Test
  void row20AndRow28WhatWasOpenEndsAndEveryAddressHearsOfIt() throws InterruptedException {
    Crowd.Member owner = crowd.member();
    assertThat(owner.client().get("factors").status()).isEqualTo(200);
    long mails = crowd.mailbox().countTo(owner.name());

    PhoneApp phone = crowd.recover(owner);

    assertThat(owner.client().get("factors").status()).isEqualTo(401);
    assertThat(challengePassed(owner.name(), owner.phone())).as("the old phone").isFalse();
    assertThat(challengePassed(owner.name(), phone)).as("the new phone").isTrue();
    crowd.mailbox().await(owner.name(), mails + 3); // the code, the start, the end
  }

  @Test
  void row21WhatIsLostIsOutOfUseOnceItIsProvedAndComesBackWhenItFails()
      throws InterruptedException {
    Crowd.Member owner = crowd.member("standard", 2);
    ApiClient recovering = crowd.recovering(owner.name());
    byPassword(recovering);
    recovering.post("recoveries/current/loss", "{\"everything\":true}");
    signsIn(owner.name(), Crowd.PASSWORD, owner.phone());

    assertThat(byMail(recovering, owner.name()).status()).isEqualTo(200);
    assertThat(status(recovering)).isEqualTo("holding");
    assertThat(challengePassed(owner.name(), owner.phone())).isFalse();
    recovering.act("POST", "recoveries/current/cancellation", null);

    signsIn(owner.name(), Crowd.PASSWORD, owner.phone());
  }

  @Test
  void row29AVetoByWhatIsReportedLostIsNoneAndByWhatIsLeftItIsOne() throws InterruptedException {
    Crowd.Member lost = crowd.member("standard", 3);
    Crowd.Member left = crowd.withAnother(lost, "Tablet");
    ApiClient recovering = crowd.recovering(lost.name());
    byPassword(recovering);
    recovering.post(
        "recoveries/current/loss",
        "{\"everything\":false,\"factors\":[\"%s\"]}".formatted(lost.factor()));
    byMail(recovering, lost.name());
    assertThat(status(recovering)).isEqualTo("holding");

    assertThat(veto(lost.name(), lost.phone().freshCode()).has("#submit")).isTrue();
    assertThat(status(recovering)).isEqualTo("holding");
    assertThat(veto(lost.name(), left.phone().freshCode()).has(".notice.error")).isFalse();
    assertThat(recovering.get("recoveries/current").text("status")).isNotEqualTo("holding");
    assertThat(recovering.act("POST", "recoveries/current/enrolment", null).status())
        .isGreaterThanOrEqualTo(400);
  }

  @Test
  void row24ACodeIsGoodForOneAccountAndOnePurpose() throws InterruptedException {
    Crowd.Member owner = crowd.member();
    Crowd.Member other = crowd.member();
    ApiClient ofOwner = crowd.recovering(owner.name());
    ofOwner.act("POST", "recoveries/current/mailed-code", null);
    String code = crowd.mailbox().codeFor(owner.name());
    String proof = "{\"code\":\"%s\"}".formatted(code);

    ApiClient ofOther = crowd.recovering(other.name());
    ofOther.act("POST", "recoveries/current/mailed-code", null);
    String path = "recoveries/current/mailed-code/confirmation";
    assertThat(ofOther.post(path, proof).status()).as("another account").isEqualTo(422);
    ApiClient again = crowd.recovering(owner.name());
    assertThat(again.post(path, proof).status()).as("another recovery").isEqualTo(409);
    Visitor thief = new Visitor(crowd.site());
    Page asked =
        thief.submit(thief.open("password/forgot"), "#submit", Map.of("name", owner.name()));
    Map<String, String> typed =
        Map.of("mailed", code, "code", owner.phone().freshCode(), "password", "nine grey herons 7");
    assertThat(thief.submit(asked, "#submit", typed).uri().getPath())
        .as("another purpose")
        .isEqualTo("/password/reset");
    assertThat(ofOwner.post(path, proof).status()).as("what it is for").isEqualTo(200);
  }

  private String texted() throws InterruptedException {
    Visitor handset = new Visitor(crowd.site());
    for (int i = 0; i < 200; i++) {
      Page page = handset.open("dev/handset");
      if (page.has(TEXTED)) {
        return page.text(TEXTED).replace(" ", "");
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no text came");
  }

  private Page veto(String name, String code) {
    Visitor browser = new Visitor(crowd.site());
    return browser.submit(
        browser.open("veto/factor"), "#submit", Map.of("name", name, "code", code));
  }

  /** A recovery with both proofs, by somebody who has stolen both. */
  private ApiClient ready(Crowd.Member owner) throws InterruptedException {
    ApiClient thief = crowd.recovering(owner.name());
    byPassword(thief);
    byMail(thief, owner.name());
    return thief;
  }

  /** The same proof in several recoveries of one account at once. */
  private List<Integer> together(String path, String proof, Crowd.Member owner) throws Exception {
    List<Callable<Answer>> race = new ArrayList<>();
    for (int i = 0; i < RACERS; i++) {
      ApiClient client = crowd.recovering(owner.name());
      byPassword(client);
      race.add(() -> client.post("recoveries/current/" + path, proof));
    }
    return inParallel(race).stream().map(Answer::status).toList();
  }

  private static <T> List<T> inParallel(List<Callable<T>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    List<T> results = new ArrayList<>();
    try {
      for (Future<T> done : threads.invokeAll(work)) {
        results.add(done.get());
      }
    } finally {
      threads.shutdownNow();
    }
    return results;
  }

  private static void byPassword(ApiClient client) {
    Answer proved =
        client.post(
            "recoveries/current/password", "{\"password\":\"%s\"}".formatted(Crowd.PASSWORD));
    assertThat(proved.status()).isEqualTo(200);
  }

  private Answer byMail(ApiClient client, String name) throws InterruptedException {
    client.act("POST", "recoveries/current/mailed-code", null);
    String code = "{\"code\":\"%s\"}".formatted(crowd.mailbox().codeFor(name));
    return client.post("recoveries/current/mailed-code/confirmation", code);
  }

  private static String status(ApiClient client) {
    return client.get("recoveries/current").text("status");
  }

  private void signsIn(String name, String password, PhoneApp phone) {
    assertThat(passed(name, password, phone)).as("%s signs in", name).isTrue();
  }

  private boolean challengePassed(String name, PhoneApp phone) {
    return passed(name, Crowd.PASSWORD, phone);
  }

  private boolean passed(String name, String password, PhoneApp phone) {
    Visitor browser = new Visitor(crowd.site());
    Page challenge =
        browser.submit(
            browser.open("sign-in"), "#submit", Map.of("name", name, "password", password));
    return challenge.has("#code")
        && browser
            .submit(challenge, "#submit", Map.of("code", phone.freshCode()))
            .uri()
            .getPath()
            .equals("/home");
  }

  private String path(String link) {
    return link.substring(link.indexOf("/veto") + 1);
  }
}
