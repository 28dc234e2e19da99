package org.sparekey.application.adapter.telephony;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparekey.application.adapter.config.TwilioSettings;
import org.sparekey.application.memory.MoveableClock;
import org.sparekey.application.port.DeliveryReport;
import org.sparekey.application.port.Handover;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.TelephonyUnavailableException;
import org.sparekey.domain.shared.MessageId;
import org.sparekey.domain.shared.Secret;

/** Against a server that behaves as Twilio documents. */
class TwilioLineTest {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final MoveableClock clock = new MoveableClock();
  private RestServiceForTests service;
  private TwilioLine line;

  TwilioLineTest() throws IOException {
    service = new RestServiceForTests();
    line = line(service.address());
  }

  @BeforeEach
  void nothingWasAsked() {
    assertThat(service.requests).isEmpty();
  }

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void aTextIsPostedWithSenderValidityAndTheAddressForReports() {
    OutboxMessage message = Messages.text("123456 is your code – ¿no? 🔑", clock.instant());

    assertThat(line.hand(message)).isEqualTo(Handover.taken("twilio", "SM1"));

    RestServiceForTests.Request request = service.last();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/2010-04-01/Accounts/AC0123456789/Messages.json");
    assertThat(request.login())
        .isEqualTo(
            "Basic " + Base64.getEncoder().encodeToString("AC0123456789:t0ken".getBytes(UTF_8)));
    assertThat(request.form())
        .isEqualTo(
            Map.of(
                "To", Messages.NUMBER,
                "From", "+4930901820",
                "Body", "123456 is your code – ¿no? 🔑",
                "ValidityPeriod", "600",
                "StatusCallback",
                    "https://keys.example.org/api/v1/telephony/twilio/" + message.id()));
  }

  @Test
  void aCallSaysTheDigitsSlowlyOneByOneAndTwiceInTheOwnersLanguage() {
    service.answer(201, "{\"sid\": \"CA1\", \"status\": \"queued\"}");

    assertThat(line.hand(Messages.call(Locale.GERMAN, clock.instant())).reference())
        .isEqualTo("CA1");

    assertThat(service.last().path()).endsWith("/Calls.json");
    assertThat(service.last().form()).containsEntry("From", "+4930901821").containsKey("Timeout");
    String twiml = String.valueOf(service.last().form().get("Twiml"));
    String digits =
        "<Pause length=\"1\"/><Say language=\"de-DE\">4</Say>"
            + "<Pause length=\"1\"/><Say language=\"de-DE\">0</Say>"
            + "<Pause length=\"1\"/><Say language=\"de-DE\">7</Say>"
            + "<Pause length=\"1\"/><Say language=\"de-DE\">2</Say>"
            + "<Pause length=\"1\"/><Say language=\"de-DE\">1</Say>"
            + "<Pause length=\"1\"/><Say language=\"de-DE\">9</Say><Pause length=\"1\"/>";
    assertThat(twiml.replace(" />", "/>"))
        .startsWith(
            "<Response><Pause length=\"1\"/><Say language=\"de-DE\">Hello &lt;Ada&gt; &amp; all.")
        .containsSubsequence(digits, "Once more:", digits, "Goodbye.")
        .hasSizeLessThan(4_000)
        .doesNotContain("407219");
  }

  @ParameterizedTest
  @CsvSource({"fr, fr-FR", "es, es-ES", "en, en-GB", "tlh, en-GB"})
  void theVoiceSpeaksTheLanguage(String language, String voice) {
    line.hand(Messages.call(Locale.forLanguageTag(language), clock.instant()));

    assertThat(service.last().form().get("Twiml")).contains("language=\"" + voice + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "21211, not-a-number",
    "21614, no-mobile-number",
    "21610, opted-out",
    "21214, not-reachable"
  })
  void aNumberThatTheServiceRefusesIsRefusedForGood(int code, String reason) {
    service.refuse(400, code);

    assertThat(line.hand(Messages.text("x", clock.instant())))
        .isEqualTo(Handover.refused("twilio", reason));
  }

  @ParameterizedTest
  @CsvSource({
    "401, 20003",
    "429, 20429",
    "500, 20500",
    "503, 20503",
    "400, 21408",
    "403, 20003",
    "302, 0"
  })
  void whatIsNoFaultOfTheNumberAnotherProviderMayTake(int status, int code) {
    service.refuse(status, code);

    assertThatThrownBy(() -> line.hand(Messages.text("x", clock.instant())))
        .isInstanceOf(TelephonyUnavailableException.class)
        .hasMessageContaining("status " + status)
        .hasMessageNotContaining("t0ken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "no json", "[]", "{}", "{\"sid\": 7}", "{\"sid\": \"<script>\"}", "\0\0"})
  void aServiceThatAnswersNonsenseDidNotTakeIt(String body) {
    service.answer(201, body);

    assertThatThrownBy(() -> line.hand(Messages.text("x", clock.instant())))
        .isInstanceOf(TelephonyUnavailableException.class);
  }

  @Test
  void anAnswerWithoutEndIsNotRead() {
    service.answer(201, "{\"sid\": \"" + "x".repeat(200_000) + "\"}");

    assertThatThrownBy(() -> line.hand(Messages.text("x", clock.instant())))
        .isInstanceOf(TelephonyUnavailableException.class);
  }

  @Test
  void nobodyWaitsForAServiceThatIsSilent() {
    service.fallSilent();
    long begun = System.nanoTime();

    assertThatThrownBy(() -> line.hand(Messages.text("x", clock.instant())))
        .isInstanceOf(TelephonyUnavailableException.class);

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aServiceThatIsNotThereIsUnavailable() {
    service.close();

    assertThatThrownBy(() -> line.hand(Messages.text("x", clock.instant())))
        .isInstanceOf(TelephonyUnavailableException.class);
  }

  @Test
  void callsAreOfferedOnlyWithANumberThatCalls() {
    TwilioSettings silent =
        new TwilioSettings(
            service.address(),
            "AC1",
            Secret.ofText("x"),
            "Sparekey",
            Optional.empty(),
            Optional.empty());

    assertThat(line.offers(OutboxMessage.Channel.CALL)).isTrue();
    assertThat(new TwilioLine(silent, clock).offers(OutboxMessage.Channel.CALL)).isFalse();
    assertThat(new TwilioLine(silent, clock).offers(OutboxMessage.Channel.TEXT)).isTrue();
  }

  /** The example in Twilio's documentation of the header. */
  @Test
  void theSignatureIsTheDocumentedOne() {
    String signature =
        TwilioSignature.of(
            Secret.ofText("12345"),
            URI.create("https://mycompany.com/myapp.php?foo=1&bar=2"),
            Map.of(
                "CallSid", List.of("CA1234567890ABCDE"),
                "Caller", List.of("+14158675310"),
                "Digits", List.of("1234"),
                "From", List.of("+14158675310"),
                "To", List.of("+18005551212")));

    assertThat(signature).isEqualTo("GvWf1cFY/Q7PnoempGyD5oXAezc=");
  }

  @Test
  void aReportCountsOnlyWithTheSignatureForItsOwnMessage() {
    TwilioReports reports = new TwilioReports(Optional.of(settings(service.address())));
    MessageId message = new MessageId(UUID.randomUUID());
    Map<String, List<String>> form =
        Map.of(
            "MessageSid",
            List.of("SM1"),
            "MessageStatus",
            List.of("undelivered"),
            "ErrorCode",
            List.of("30003"));
    String signature =
        TwilioSignature.of(
            Secret.ofText(RestServiceForTests.TOKEN),
            URI.create("https://keys.example.org/api/v1/telephony/twilio/" + message),
            form);

    assertThat(reports.signed("twilio", message, form, signature)).isTrue();
    assertThat(reports.signed("twilio", new MessageId(UUID.randomUUID()), form, signature))
        .isFalse();
    assertThat(reports.signed("smpp", message, form, signature)).isFalse();
    assertThat(reports.signed("twilio", message, Map.of(), signature)).isFalse();
    assertThat(reports.signed("twilio", message, form, "")).isFalse();
    assertThat(new TwilioReports(Optional.empty()).signed("twilio", message, form, signature))
        .isFalse();
    assertThat(reports.read("twilio", message, form))
        .contains(new DeliveryReport(Optional.of(message), "twilio", "SM1", false, "30003"));
  }

  @ParameterizedTest
  @CsvSource({
    "MessageSid, MessageStatus, delivered, true",
    "MessageSid, MessageStatus, failed, false",
    "CallSid, CallStatus, completed, true",
    "CallSid, CallStatus, busy, false",
    "CallSid, CallStatus, no-answer, false"
  })
  void lastStatesAreToldApart(String sid, String status, String value, boolean delivered) {
    Optional<DeliveryReport> report =
        new TwilioReports(Optional.empty())
            .read(
                "twilio",
                new MessageId(UUID.randomUUID()),
                Map.of(sid, List.of("X1"), status, List.of(value)));

    assertThat(report.orElseThrow().delivered()).isEqualTo(delivered);
  }

  @ParameterizedTest
  @ValueSource(strings = {"queued", "sent", "", "<nonsense>"})
  void aMessageOnItsWayIsNoNews(String status) {
    assertThat(
            new TwilioReports(Optional.empty())
                .read(
                    "twilio",
                    new MessageId(UUID.randomUUID()),
                    Map.of("MessageSid", List.of("X1"), "MessageStatus", List.of(status))))
        .isEmpty();
  }

  private TwilioLine line(URI api) {
    return new TwilioLine(settings(api), clock, PATIENCE);
  }

  private static TwilioSettings settings(URI api) {
    return new TwilioSettings(
        api,
        RestServiceForTests.ACCOUNT,
        Secret.ofText(RestServiceForTests.TOKEN),
        "+4930901820",
        Optional.of("+4930901821"),
        Optional.of(URI.create("https://keys.example.org/api/v1/telephony/twilio/")));
  }
}
