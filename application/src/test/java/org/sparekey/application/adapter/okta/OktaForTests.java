package org.sparekey.application.adapter.okta;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.adapter.config.OktaSettings;
import org.sparekey.application.port.Okta;
import org.sparekey.domain.shared.Secret;

/**
 * An Okta on the loopback: users with Okta Verify, its enrolment and its pushes, in the words of
 * the Factors API's reference, with its errors when a test asks for them.
 */
public final class OktaForTests implements AutoCloseable {

  public static final String TOKEN = "00-test-token";

  /** A chessboard of eight by eight points. */
  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAIAQAAAADsdIMmAAAADklEQVR42mMIZVjFgIQBHpwD"
                  + "/XAVyZAAAAAASUVORK5CYII=");

  /** A request as it came. */
  public record Request(
      String method, String path, String body, Map<String, @Nullable String> headers) {}

  /** What has to be answered instead of the truth. */
  private record Trouble(int status, String body, @Nullable String limitEnds, boolean never) {}

  private static final Pattern USER = Pattern.compile("/api/v1/users/([^/]+)");
  private static final Pattern FACTORS = Pattern.compile("/api/v1/users/([^/]+)/factors");
  private static final Pattern FACTOR =
      Pattern.compile("/api/v1/users/([^/]+)/factors/([^/]+)(/.*)?");

  public final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Map<String, String> logins = new ConcurrentHashMap<>();
  private final Map<String, String> factors = new ConcurrentHashMap<>();
  private final Map<String, String> pushes = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable Trouble trouble;
  private volatile boolean numbers = true;

  public OktaForTests() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** What every QR code looks like here. */
  public static Secret picture() {
    return Secret.of(PICTURE);
  }

  /** Our way to it. */
  public Okta client() {
    return new RestOkta(
        Optional.of(new OktaSettings(address(), Secret.ofText(TOKEN))), Duration.ofSeconds(5));
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Somebody, without any factor; returns the id. */
  public String user(String login) {
    String id = "00u" + count.incrementAndGet();
    logins.put(login, id);
    return id;
  }

  /** Somebody's Okta Verify, in use; returns the id. */
  public String factor(String user) {
    String id = "opf" + count.incrementAndGet();
    factors.put(id, user + " ACTIVE");
    return id;
  }

  /** The phone scanned the QR code. */
  public void scanned(String factor) {
    factors.computeIfPresent(factor, (id, state) -> state.replace("PENDING_ACTIVATION", "ACTIVE"));
  }

  /** Somebody's phone scanned the QR code that waits. */
  public void scannedBy(String user) {
    factors.replaceAll(
        (id, state) -> state.equals(user + " PENDING_ACTIVATION") ? user + " ACTIVE" : state);
  }

  /** Whether somebody has Okta Verify in use. */
  public boolean inUseBy(String user) {
    return factors.containsValue(user + " ACTIVE");
  }

  /** The phone answers every push under way: SUCCESS, REJECTED, TIMEOUT. */
  public void answerPushes(String result) {
    pushes.replaceAll((id, before) -> result);
  }

  /** The organisation does not ask for numbers. */
  public void withoutNumbers() {
    numbers = false;
  }

  public boolean has(String factor) {
    return factors.containsKey(factor);
  }

  /** Every request is answered so, until {@link #recover}. */
  public void fail(int status, String errorCode, @Nullable String limitEnds) {
    trouble = new Trouble(status, error(errorCode), limitEnds, false);
  }

  public void say(int status, String body) {
    trouble = new Trouble(status, body, null, false);
  }

  /** Takes requests and never says anything. */
  public void fallSilent() {
    trouble = new Trouble(0, "", null, true);
  }

  public void recover() {
    trouble = null;
  }

  public Request last() {
    return requests.get(requests.size() - 1);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    String method = exchange.getRequestMethod();
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    var headers = exchange.getRequestHeaders();
    Map<String, @Nullable String> kept = new HashMap<>();
    for (String name : List.of("Authorization", "User-Agent", "X-Forwarded-For")) {
      kept.put(name, headers.getFirst(name));
    }
    requests.add(new Request(method, path, body, kept));
    Trouble present = trouble;
    if (present != null) {
      if (present.never()) {
        await();
        return;
      }
      if (present.limitEnds() != null) {
        exchange.getResponseHeaders().add("X-Rate-Limit-Limit", "600");
        exchange.getResponseHeaders().add("X-Rate-Limit-Remaining", "0");
        exchange.getResponseHeaders().add("X-Rate-Limit-Reset", present.limitEnds());
      }
      send(exchange, present.status(), present.body().getBytes(UTF_8));
    } else if (path.endsWith("/qr/00fukNElRS")) {
      send(exchange, 200, PICTURE);
    } else if (!("SSWS " + TOKEN).equals(headers.getFirst("Authorization"))) {
      send(exchange, 401, error("E0000011").getBytes(UTF_8));
    } else {
      answer(exchange, method, path, body);
    }
  }

  private void answer(HttpExchange exchange, String method, String path, String body)
      throws IOException {
    Matcher user = USER.matcher(path);
    Matcher list = FACTORS.matcher(path);
    Matcher factor = FACTOR.matcher(path);
    if (user.matches()) {
      String login = URLDecoder.decode(user.group(1), UTF_8);
      String id = logins.get(login);
      ok(
          exchange,
          id == null
              ? null
              : "{\"id\":\"%s\",\"status\":\"ACTIVE\",\"profile\":{\"login\":\"%s\"}}"
                  .formatted(id, login));
    } else if (list.matches() && method.equals("GET")) {
      ok(exchange, listOf(list.group(1)));
    } else if (list.matches() && body.contains("\"push\"")) {
      String id = "opf" + count.incrementAndGet();
      factors.put(id, list.group(1) + " PENDING_ACTIVATION");
      ok(
          exchange,
          "{\"id\":\"%s\",\"factorType\":\"push\",\"provider\":\"OKTA\",\"status\":\"PENDING_ACTIVATION\",\"_embedded\":{\"activation\":%s}}"
              .formatted(id, waiting(list.group(1), id)));
    } else if (factor.matches() && factors.containsKey(factor.group(2))) {
      ofFactor(exchange, method, factor.group(1), factor.group(2), factor.group(3), body);
    } else {
      ok(exchange, null);
    }
  }

  private void ofFactor(
      HttpExchange exchange,
      String method,
      String user,
      String factor,
      @Nullable String rest,
      String body)
      throws IOException {
    if (rest == null && method.equals("DELETE")) {
      factors.remove(factor);
      send(exchange, 204, new byte[0]);
    } else if ("/lifecycle/activate".equals(rest)) {
      ok(
          exchange,
          String.valueOf(factors.get(factor)).endsWith(" ACTIVE")
              ? "{\"id\":\"%s\",\"factorType\":\"push\",\"status\":\"ACTIVE\"}".formatted(factor)
              : waiting(user, factor));
    } else if ("/verify".equals(rest)) {
      String transaction = "v2mst." + count.incrementAndGet();
      pushes.put(transaction, "WAITING");
      boolean number = numbers && body.contains("\"useNumberMatchingChallenge\":true");
      send(exchange, 201, push(user, factor, transaction, "WAITING", number).getBytes(UTF_8));
    } else if (rest != null && rest.startsWith("/transactions/")) {
      String transaction = rest.substring("/transactions/".length());
      String result = pushes.get(transaction);
      if (method.equals("DELETE")) {
        pushes.remove(transaction);
        send(exchange, 204, new byte[0]);
      } else {
        ok(
            exchange,
            result == null
                ? null
                : push(user, factor, transaction, result, numbers && result.equals("WAITING")));
      }
    } else {
      ok(exchange, null);
    }
  }

  private String listOf(String user) {
    StringBuilder all =
        new StringBuilder("[{\"id\":\"sms1\",\"factorType\":\"sms\",\"status\":\"ACTIVE\"}");
    factors.forEach(
        (id, state) -> {
          if (state.startsWith(user + " ")) {
            all.append(
                ",{\"id\":\"%s\",\"factorType\":\"push\",\"provider\":\"OKTA\",\"status\":\"%s\"}"
                    .formatted(id, state.substring(user.length() + 1)));
          }
        });
    return all.append(']').toString();
  }

  private String waiting(String user, String factor) {
    return "{\"expiresAt\":\"2026-11-23T16:00:00.000Z\",\"factorResult\":\"WAITING\",\"_links\":{\"qrcode\":{\"href\":\"%s/api/v1/users/%s/factors/%s/qr/00fukNElRS\",\"type\":\"image/png\"}}}"
        .formatted(address(), user, factor);
  }

  private String push(
      String user, String factor, String transaction, String result, boolean number) {
    return "{\"expiresAt\":\"2026-11-23T16:00:00.000Z\",\"factorResult\":\"%s\",%s\"_links\":{\"poll\":{\"href\":\"%s/api/v1/users/%s/factors/%s/transactions/%s\"}}}"
        .formatted(
            result,
            number ? "\"_embedded\":{\"challenge\":{\"correctAnswer\":72}}," : "",
            address(),
            user,
            factor,
            transaction);
  }

  /** Without a text: not found. */
  private static void ok(HttpExchange exchange, @Nullable String body) throws IOException {
    send(
        exchange,
        body == null ? 404 : 200,
        (body == null ? error("E0000007") : body).getBytes(UTF_8));
  }

  private static String error(String code) {
    return "{\"errorCode\":\"%s\",\"errorSummary\":\"No.\",\"errorLink\":\"%s\",\"errorId\":\"oae1\",\"errorCauses\":[]}"
        .formatted(code, code);
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void await() {
    try {
      closing.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
