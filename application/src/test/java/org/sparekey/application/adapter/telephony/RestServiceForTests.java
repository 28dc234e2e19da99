package org.sparekey.application.adapter.telephony;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An HTTP server on the loopback that answers as Twilio documents, or as a test wants it. */
final class RestServiceForTests implements AutoCloseable {

  static final String ACCOUNT = "AC0123456789";
  static final String TOKEN = "t0ken";

  /** A request as it came. */
  record Request(String method, String path, @Nullable String login, Map<String, String> form) {}

  /** How the next requests are answered. */
  record Answer(int status, String body, boolean never) {}

  final List<Request> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Answer answer =
      new Answer(201, "{\"sid\": \"SM1\", \"status\": \"queued\"}", false);

  RestServiceForTests() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void answer(int status, String body) {
    answer = new Answer(status, body, false);
  }

  void refuse(int status, int code) {
    answer(
        status,
        "{\"code\": "
            + code
            + ", \"message\": \"No.\", \"more_info\": \"x\", \"status\": "
            + status
            + "}");
  }

  /** Takes the request and never says anything. */
  void fallSilent() {
    answer = new Answer(0, "", true);
  }

  Request last() {
    return requests.get(requests.size() - 1);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    requests.add(
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders().getFirst("Authorization"),
            form(body)));
    Answer present = answer;
    if (present.never()) {
      await();
      return;
    }
    byte[] bytes = present.body().getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(present.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void await() {
    try {
      closing.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new LinkedHashMap<>();
    Arrays.stream(body.split("&"))
        .map(field -> field.split("=", 2))
        .forEach(
            field ->
                form.put(URLDecoder.decode(field[0], UTF_8), URLDecoder.decode(field[1], UTF_8)));
    return form;
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
