package org.sparekey.application.adapter.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparekey.application.adapter.config.OktaSettings;
import org.sparekey.application.port.OktaActivation;
import org.sparekey.application.port.OktaPush;
import org.sparekey.application.port.OktaReply;
import org.sparekey.application.port.OktaUnavailableException;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** Okta's Factors API, and what happens when it is slow, down, or lies. */
class RestOktaTest {

  private static final Origin HOME =
      new Origin("203.0.113.7", "Mozilla/5.0 (X11; Linux) Fïrefox/140.0", Optional.empty());

  private final OktaForTests service = new OktaForTests();
  private final RestOkta okta = okta(OktaForTests.TOKEN, Duration.ofSeconds(5));
  private final String user = service.user("ada@example.org");

  RestOktaTest() throws IOException {}

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void withoutSettingsThereIsNoOkta() {
    assertThat(new RestOkta(Optional.empty(), Duration.ofSeconds(1)).configured()).isFalse();
    assertThat(okta.configured()).isTrue();
  }

  @Test
  void findsTheUserWithThisLoginAndNoOther() {
    assertThat(okta.user("ada@example.org")).isEqualTo(OktaReply.of(user));
    assertThat(service.last().path()).isEqualTo("/api/v1/users/ada%40example.org");
    assertThat(service.last().headers().get("Authorization")).isEqualTo("SSWS 00-test-token");
    assertThat(okta.user("eve@example.org")).isEqualTo(OktaReply.refused(OktaReply.NOT_FOUND));
    assertThat(okta.user("../admin")).isEqualTo(OktaReply.refused(OktaReply.NOT_FOUND));
  }

  @ParameterizedTest
  @CsvSource({
    "ada@example.org, SUSPENDED",
    "ada@example.com, ACTIVE", // the short login "ada" fits both
  })
  void aUserOfAnotherLoginOrOutOfUseIsNone(String login, String status) {
    service.say(
        200,
        "{\"id\":\"00u9\",\"status\":\"%s\",\"profile\":{\"login\":\"%s\"}}"
            .formatted(status, login));

    assertThat(okta.user("ada@example.org")).isEqualTo(OktaReply.refused(OktaReply.NOT_FOUND));
  }

  @Test
  void findsOktaVerifyAmongTheFactors() {
    assertThat(okta.pushFactor(user)).isEqualTo(OktaReply.refused(OktaReply.NOT_FOUND));
    String factor = service.factor(user);

    assertThat(okta.pushFactor(user)).isEqualTo(OktaReply.of(factor));
  }

  @Test
  void enrolsWithAPictureUntilItIsScanned() {
    OktaActivation begun = okta.enrol(user).value().orElseThrow();
    assertThat(begun.state()).isEqualTo(OktaActivation.State.WAITING);
    assertThat(begun.picture()).contains(OktaForTests.picture());
    assertThat(service.last().headers().get("Authorization"))
        .as("the picture needs no token")
        .isNull();
    assertThat(okta.activation(user, begun.factor()).value().orElseThrow().state())
        .isEqualTo(OktaActivation.State.WAITING);

    service.scanned(begun.factor());

    assertThat(okta.activation(user, begun.factor()).value().orElseThrow().state())
        .isEqualTo(OktaActivation.State.ACTIVE);
  }

  @Test
  void aPictureFromElsewhereIsNotFetched() {
    service.say(
        200,
        "{\"factorResult\":\"WAITING\",\"_links\":{\"qrcode\":{\"href\":\"http://127.0.0.1:1/x\"}}}");

    assertThat(okta.activation(user, "opf1").value().orElseThrow().picture()).isEmpty();
  }

  @Test
  void pushesWithANumberAndHearsTheAnswer() {
    String factor = service.factor(user);
    OktaPush push = okta.push(user, factor, HOME).value().orElseThrow();

    assertThat(push.answer()).isEqualTo(OktaPush.Answer.WAITING);
    assertThat(push.number()).contains("72");
    assertThat(service.last().body()).isEqualTo("{\"useNumberMatchingChallenge\":true}");
    assertThat(service.last().headers().get("X-Forwarded-For")).isEqualTo("203.0.113.7");
    assertThat(service.last().headers().get("User-Agent"))
        .isEqualTo("Mozilla/5.0 (X11; Linux) F refox/140.0");
    assertThat(answerOf(factor, push)).isEqualTo(OktaPush.Answer.WAITING);
    service.answerPushes("SUCCESS");
    assertThat(answerOf(factor, push)).isEqualTo(OktaPush.Answer.APPROVED);
    service.answerPushes("REJECTED");
    assertThat(answerOf(factor, push)).isEqualTo(OktaPush.Answer.REJECTED);
    service.answerPushes("TIMEOUT");
    assertThat(answerOf(factor, push)).isEqualTo(OktaPush.Answer.OVER);
  }

  @Test
  void cancelsAndResetsAlsoWhatIsGone() {
    String factor = service.factor(user);
    OktaPush push = okta.push(user, factor, HOME).value().orElseThrow();

    okta.cancel(user, factor, push.transaction());
    okta.reset(user, factor);
    assertThat(service.has(factor)).isFalse();
    okta.cancel(user, factor, push.transaction());
    okta.reset(user, factor);
    assertThat(okta.push(user, factor, HOME)).isEqualTo(OktaReply.refused(OktaReply.NOT_FOUND));
  }

  @ParameterizedTest
  @CsvSource({
    "500, E0000009",
    "503, E0000010",
    "504, none",
    "401, E0000011",
    "403, E0000006",
  })
  void anOutageIsOne(int status, String code) {
    service.fail(status, code, null);

    OktaUnavailableException outage = outage();

    assertThat(outage).hasMessageContaining("status " + status);
    assertThat(outage.getMessage()).doesNotContain(OktaForTests.TOKEN);
    assertThat(outage.retryAt()).isEmpty();
  }

  @Test
  void aRateLimitSaysWhenToComeBack() {
    service.fail(429, "E0000047", "1795449600");

    assertThat(outage().retryAt()).contains(Instant.ofEpochSecond(1_795_449_600L));
    service.fail(429, "E0000047", "soon");
    assertThat(outage().retryAt()).isEmpty();
  }

  @Test
  void aRefusalOfTheRequestIsAValue() {
    service.fail(400, "E0000001", null);

    assertThat(okta.enrol(user)).isEqualTo(OktaReply.refused("E0000001"));
    service.say(400, "<html>");
    assertThat(okta.enrol(user)).isEqualTo(OktaReply.refused("unknown"));
  }

  @Test
  void silenceIsAnOutage() {
    RestOkta impatient = okta(OktaForTests.TOKEN, Duration.ofMillis(300));
    service.fallSilent();

    assertThatThrownBy(() -> impatient.user("ada@example.org"))
        .isInstanceOf(OktaUnavailableException.class);
  }

  @Test
  void nobodyThereIsAnOutage() {
    service.close();

    assertThatThrownBy(() -> okta.user("ada@example.org"))
        .isInstanceOf(OktaUnavailableException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "nonsense",
        "{\"factorResult\":\"MAYBE\",\"_links\":{\"poll\":{\"href\":\"x/t1\"}}}",
        "{\"factorResult\":\"WAITING\"}",
        "{\"factorResult\":\"WAITING\",\"_links\":{\"poll\":{\"href\":\"https://x/../..;\"}}}",
      })
  void nonsenseIsAnOutage(String body) {
    service.say(200, body);

    assertThatThrownBy(() -> okta.push(user, "opf1", HOME))
        .isInstanceOf(OktaUnavailableException.class);
  }

  @Test
  void anAnswerThatNeverEndsIsAnOutage() {
    service.say(200, " ".repeat(OktaHttp.LONGEST_ANSWER) + "{}");

    assertThatThrownBy(() -> okta.user("ada@example.org"))
        .isInstanceOf(OktaUnavailableException.class);
  }

  private OktaPush.Answer answerOf(String factor, OktaPush push) {
    return okta.poll(user, factor, push.transaction()).value().orElseThrow().answer();
  }

  private OktaUnavailableException outage() {
    return catchThrowableOfType(OktaUnavailableException.class, () -> okta.user("ada@example.org"));
  }

  private RestOkta okta(String token, Duration patience) {
    return new RestOkta(
        Optional.of(new OktaSettings(service.address(), Secret.ofText(token))), patience);
  }
}
