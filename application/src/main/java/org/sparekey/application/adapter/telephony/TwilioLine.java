package org.sparekey.application.adapter.telephony;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sparekey.application.adapter.config.TelephonySettings;
import org.sparekey.application.adapter.config.TwilioSettings;
import org.sparekey.application.adapter.http.BoundedBody;
import org.sparekey.application.port.DeliveryReport;
import org.sparekey.application.port.Handover;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.SpokenCode;
import org.sparekey.application.port.TelephonyUnavailableException;

/**
 * Texts and calls by Twilio's REST API of 2010-04-01 and whatever speaks like it. A number that the
 * service refuses for good is refused; all else that it does not take another provider may.
 */
final class TwilioLine implements Line {

  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration CONNECT = Duration.ofSeconds(3);

  /** How long it rings, in seconds. */
  private static final String RINGS = "30";

  /** In bytes. */
  private static final int LONGEST_ANSWER = 64 * 1024;

  private static final int CREATED = 201;
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  /**
   * Error codes about the number itself: not valid (21211, 21217, 13224), cannot be reached
   * (21214), no mobile number (21614), does not want messages (21610), may not be called (21216).
   */
  private static final Map<Integer, String> REFUSALS =
      Map.of(
          21_211, "not-a-number",
          21_217, "not-a-number",
          13_224, "not-a-number",
          21_214, "not-reachable",
          21_614, "no-mobile-number",
          21_610, "opted-out",
          21_216, "not-to-be-called");

  private static final Pattern SID = Pattern.compile("[A-Za-z0-9_-]{2,64}");
  private static final String SERVICE = "MG";

  private final TwilioSettings settings;
  private final InstantSource clock;
  private final Duration answer;
  private final HttpClient client;
  private final JsonReaderFactory json = Json.createReaderFactory(Map.of());

  TwilioLine(TwilioSettings settings, InstantSource clock) {
    this(settings, clock, ANSWER);
  }

  /**
   * For tests of a slow service.
   *
   * @param answer how long to wait for it, all in all
   */
  TwilioLine(TwilioSettings settings, InstantSource clock, Duration answer) {
    this.settings = settings;
    this.clock = clock;
    this.answer = answer;
    client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  @Override
  public String name() {
    return TelephonySettings.Provider.TWILIO.code();
  }

  @Override
  public boolean offers(OutboxMessage.Channel channel) {
    return switch (channel) {
      case MAIL -> false;
      case TEXT -> true;
      case CALL -> settings.caller().isPresent();
    };
  }

  @Override
  public Handover hand(OutboxMessage message) {
    boolean call = message.channel() == OutboxMessage.Channel.CALL;
    HttpResponse<byte[]> response =
        post(call ? "Calls.json" : "Messages.json", call ? call(message) : text(message));
    if (response.statusCode() == CREATED || response.statusCode() == OK) {
      return Handover.taken(name(), sid(response.body()));
    }
    int code = errorCode(response.body());
    if (response.statusCode() == BAD_REQUEST && REFUSALS.containsKey(code)) {
      return Handover.refused(name(), String.valueOf(REFUSALS.get(code)));
    }
    throw new TelephonyUnavailableException(
        "status " + response.statusCode() + (code == 0 ? "" : ", error " + code));
  }

  private Map<String, String> text(OutboxMessage message) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("To", message.recipient());
    form.put(settings.from().startsWith(SERVICE) ? "MessagingServiceSid" : "From", settings.from());
    form.put("Body", message.body().revealText());
    message
        .expiresAt()
        .ifPresent(
            end ->
                form.put(
                    "ValidityPeriod",
                    Long.toString(
                        Math.max(1, Duration.between(clock.instant(), end).toSeconds()))));
    reportTo(message).ifPresent(address -> form.put("StatusCallback", address));
    return form;
  }

  private Map<String, String> call(OutboxMessage message) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("To", message.recipient());
    form.put("From", settings.caller().orElseThrow());
    form.put("Twiml", Twiml.of(SpokenCode.of(message.body().revealText()), message.language()));
    form.put("Timeout", RINGS);
    reportTo(message).ifPresent(address -> form.put("StatusCallback", address));
    return form;
  }

  private Optional<String> reportTo(OutboxMessage message) {
    return settings.reports().map(base -> base.toString() + message.id());
  }

  private HttpResponse<byte[]> post(String resource, Map<String, String> form) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    settings.api() + "/2010-04-01/Accounts/" + settings.account() + "/" + resource))
            .timeout(answer)
            .header("Authorization", authorization())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form), UTF_8))
            .build();
    CompletableFuture<HttpResponse<byte[]>> pending =
        client.sendAsync(request, head -> new BoundedBody(LONGEST_ANSWER));
    try {
      return pending.get(answer.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw new TelephonyUnavailableException(
          cause == null ? "no answer" : cause.getClass().getSimpleName(), e);
    } catch (TimeoutException e) {
      throw new TelephonyUnavailableException("no answer in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TelephonyUnavailableException("interrupted", e);
    } finally {
      pending.cancel(true);
    }
  }

  private String authorization() {
    String login = settings.account() + ":" + settings.token().revealText();
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
  }

  /** An answer that says yes without a name is no answer: the message may never be heard of. */
  private String sid(byte[] body) {
    return read(body)
        .map(answer -> answer.getString("sid", ""))
        .filter(sid -> SID.matcher(sid).matches())
        .orElseThrow(() -> new TelephonyUnavailableException("the answer names no message"));
  }

  private int errorCode(byte[] body) {
    return read(body).map(problem -> problem.getInt("code", 0)).orElse(0);
  }

  private Optional<JsonObject> read(byte[] body) {
    try (JsonReader reader = json.createReader(new ByteArrayInputStream(body))) {
      return Optional.of(reader.readObject());
    } catch (JsonException | ClassCastException e) {
      return Optional.empty();
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Its reports are posted to us. */
  @Override
  public List<DeliveryReport> reports() {
    return List.of();
  }

  @Override
  public void close() {
    // connections end by themselves
  }
}
