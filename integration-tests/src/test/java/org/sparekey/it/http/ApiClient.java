package org.sparekey.it.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A program that uses the REST API with the cookies of a visitor's browser. */
public final class ApiClient {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String JSON = "application/json";

  private final URI base;
  private final Visitor visitor;
  private final HttpClient client;
  private String csrf = "";

  /**
   * A program that shares the visitor's cookies.
   *
   * @param site ends in a slash
   */
  public ApiClient(URI site, Visitor visitor) {
    this.base = site.resolve("api/v1/");
    this.visitor = visitor;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(visitor.cookies())
            .connectTimeout(PATIENCE)
            .build();
  }

  /** The browser whose cookies it uses. */
  public Visitor visitor() {
    return visitor;
  }

  /** Reads. */
  public Answer get(String path) {
    return send("GET", path, null, Map.of());
  }

  /** Acts, with everything that a good client sends. */
  public Answer act(String method, String path, @Nullable String json) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Sparekey-Csrf", csrf());
    headers.put("Origin", visitor.origin());
    if (json != null) {
      headers.put("Content-Type", JSON);
    }
    return send(method, path, json, headers);
  }

  /** Posts JSON. */
  public Answer post(String path, String json) {
    return act("POST", path, json);
  }

  /** The token against cross-site requests, asked for once. */
  public String csrf() {
    if (csrf.isEmpty()) {
      csrf = get("session").text("csrfToken");
    }
    return csrf;
  }

  /** Sends exactly this. */
  public Answer send(
      String method, String path, @Nullable String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(PATIENCE)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return send(request.build());
  }

  /** Sends exactly this. */
  public Answer send(HttpRequest request) {
    try {
      HttpResponse<String> answer =
          client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(answer.statusCode(), answer.headers(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
