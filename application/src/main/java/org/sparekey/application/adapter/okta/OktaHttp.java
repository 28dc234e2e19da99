package org.sparekey.application.adapter.okta;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sparekey.application.adapter.config.OktaSettings;
import org.sparekey.application.adapter.http.BoundedBody;
import org.sparekey.application.port.OktaReply;
import org.sparekey.application.port.OktaUnavailableException;

/**
 * Requests to Okta and what its answers mean. An outage is said in one way: no answer in time, an
 * answer that cannot be read, 5xx, 429 (E0000047) with the end of the limit from {@code
 * X-Rate-Limit-Reset}, and 401 or 403 without a factor's cause, since then it is the token.
 */
final class OktaHttp {

  /** In bytes; a picture is among them. */
  static final int LONGEST_ANSWER = 256 * 1024;

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final int OK = 200;
  private static final int MULTIPLE_CHOICES = 300;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;
  private static final String LIMIT_ENDS = "X-Rate-Limit-Reset";
  private static final String UNKNOWN_ERROR = "unknown";

  private final OktaSettings settings;
  private final Duration answer;
  private final HttpClient client;
  private final JsonReaderFactory json = Json.createReaderFactory(Map.of());

  OktaHttp(OktaSettings settings, Duration answer) {
    this.settings = settings;
    this.answer = answer;
    client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  OktaReply<JsonStructure> get(String path) {
    return call("GET", path, "", Map.of());
  }

  OktaReply<JsonStructure> post(String path, String body, Map<String, String> headers) {
    return call("POST", path, body, headers);
  }

  OktaReply<JsonStructure> delete(String path) {
    return call("DELETE", path, "", Map.of());
  }

  /**
   * A picture that an answer names. Its address must lie at Okta, and the token is not sent with
   * it.
   */
  Optional<byte[]> picture(String address) {
    if (!address.startsWith(settings.address() + "/api/v1/")) {
      return Optional.empty();
    }
    HttpResponse<byte[]> response = send(HttpRequest.newBuilder(URI.create(address)).GET());
    return response.statusCode() == OK ? Optional.of(response.body()) : Optional.empty();
  }

  private OktaReply<JsonStructure> call(
      String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(settings.address() + "/api/v1" + path))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .header("Authorization", "SSWS " + settings.token().revealText())
            .header("Accept", "application/json")
            .header("Content-Type", "application/json");
    headers.forEach(request::header);
    return read(send(request));
  }

  private OktaReply<JsonStructure> read(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status >= OK && status < MULTIPLE_CHOICES) {
      return OktaReply.of(
          response.body().length == 0
              ? JsonValue.EMPTY_JSON_OBJECT
              : parse(response.body())
                  .orElseThrow(() -> outage("the answer is no JSON", Optional.empty())));
    }
    String error = errorCode(response.body());
    boolean ours = status == UNAUTHORIZED || (status == FORBIDDEN && OktaErrors.ofToken(error));
    if (status == TOO_MANY_REQUESTS || status >= SERVER_ERROR || ours || status < OK) {
      throw outage("status " + status + ", error " + error, limitEnds(response));
    }
    return OktaReply.refused(error);
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) {
    CompletableFuture<HttpResponse<byte[]>> pending =
        client.sendAsync(request.timeout(answer).build(), head -> new BoundedBody(LONGEST_ANSWER));
    try {
      return pending.get(answer.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw new OktaUnavailableException(
          cause == null ? "no answer" : cause.getClass().getSimpleName(), e);
    } catch (TimeoutException e) {
      throw new OktaUnavailableException("no answer in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OktaUnavailableException("interrupted", e);
    } finally {
      pending.cancel(true);
    }
  }

  private String errorCode(byte[] body) {
    return parse(body)
        .filter(answered -> answered.getValueType() == JsonValue.ValueType.OBJECT)
        .map(answered -> answered.asJsonObject().getString("errorCode", UNKNOWN_ERROR))
        .filter(OktaErrors::looksLikeOne)
        .orElse(UNKNOWN_ERROR);
  }

  private Optional<JsonStructure> parse(byte[] body) {
    try (JsonReader reader = json.createReader(new ByteArrayInputStream(body))) {
      return Optional.of(reader.read());
    } catch (JsonException | ClassCastException e) {
      return Optional.empty();
    }
  }

  /** Seconds since 1970, in UTC. */
  private static Optional<Instant> limitEnds(HttpResponse<byte[]> response) {
    try {
      OptionalLong seconds = response.headers().firstValueAsLong(LIMIT_ENDS);
      return seconds.isPresent()
          ? Optional.of(Instant.ofEpochSecond(seconds.getAsLong()))
          : Optional.empty();
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static OktaUnavailableException outage(String message, Optional<Instant> retryAt) {
    return new OktaUnavailableException(message, retryAt);
  }
}
