package org.sparekey.it.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One browser's worth of cookies. Follows redirects, as people do; not safe for several threads.
 */
public final class Visitor {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI site;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client;
  private final Optional<String> source;

  /**
   * A visitor of {@code site}, without cookies.
   *
   * @param site ends in a slash
   */
  public Visitor(URI site) {
    this(site, Optional.empty());
  }

  /**
   * A visitor from somewhere else.
   *
   * @param source an address, as the proxy in front of the site would tell it
   */
  public Visitor(URI site, String source) {
    this(site, Optional.of(source));
  }

  private Visitor(URI site, Optional<String> source) {
    this.site = site;
    this.source = source;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build();
  }

  /** Opens a path of the site. */
  public Page open(String path) {
    return send(request(site.resolve(path)).GET().build());
  }

  /**
   * Fills in and sends a form as it stands on the page, hidden fields and all.
   *
   * @param query CSS query of the button that is pressed, or of the form
   * @param typed values by field name; they replace what the form holds
   */
  public Page submit(Page page, String query, Map<String, String> typed) {
    Page.Form form = page.form(query);
    Map<String, String> values = new LinkedHashMap<>(form.values());
    values.putAll(typed);
    String body =
        values.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    if (!form.post()) {
      URI address = form.action().resolve(form.action().getPath() + "?" + body);
      return send(request(address).GET().build());
    }
    return send(
        request(form.action())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", origin())
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(URI address) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
    source.ifPresent(from -> request.header("X-Forwarded-For", from));
    return request;
  }

  /** Sends any request with the cookies. */
  public Page send(HttpRequest request) {
    try {
      HttpResponse<String> answer =
          client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Page(answer.uri(), answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Opens a path as a stream, at the reader's pace; anything but 200 is a failure. */
  public InputStream stream(String path) {
    HttpRequest request = HttpRequest.newBuilder(site.resolve(path)).GET().build();
    try {
      HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        throw new AssertionError(answer.statusCode() + " for " + path);
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The cookies held. */
  public CookieManager cookies() {
    return cookies;
  }

  /** The site's origin, as a browser sends it. */
  public String origin() {
    return site.getScheme() + "://" + site.getAuthority();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
