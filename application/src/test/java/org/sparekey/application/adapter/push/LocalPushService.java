package org.sparekey.application.adapter.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sparekey.domain.shared.Secret;

/**
 * A push service on the loopback that looks at what it gets as RFC 8030 and RFC 8292 ask.
 * Subscribed to this site's key only (RFC 8292 §4).
 */
final class LocalPushService implements AutoCloseable {

  /** What came, after it was found to be in order. */
  record Taken(String path, Map<String, List<String>> headers, String claims, Secret body) {

    String header(String name) {
      return headers.getOrDefault(name, List.of("")).get(0);
    }
  }

  private static final Pattern VAPID =
      Pattern.compile("vapid t=([\\w-]+)\\.([\\w-]+)\\.([\\w-]+), ?k=([\\w-]+)");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final String siteKey;
  private volatile int status = 201;
  private volatile String retryAfter = "";
  private volatile boolean silent;

  LocalPushService(String siteKey) {
    this.siteKey = siteKey;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  URI endpoint(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path);
  }

  /** Answers so from now on. */
  void answers(int code, String waitSeconds) {
    status = code;
    retryAfter = waitSeconds;
  }

  /** Answers nothing from now on. */
  void fallsSilent() {
    silent = true;
  }

  List<Taken> taken() {
    return taken;
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    try {
      if (silent) {
        end.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        exchange.close();
        return;
      }
      String claims = claims(exchange.getRequestHeaders().getFirst("Authorization"));
      if (!"POST".equals(exchange.getRequestMethod())
          || exchange.getRequestHeaders().getFirst("TTL") == null) {
        exchange.sendResponseHeaders(400, -1); // RFC 8030 §5.2
        return;
      }
      if (!retryAfter.isEmpty()) {
        exchange.getResponseHeaders().set("Retry-After", retryAfter);
      }
      if (status == 307) {
        exchange.getResponseHeaders().set("Location", endpoint("elsewhere").toString());
      }
      taken.add(
          new Taken(
              exchange.getRequestURI().getPath(),
              Map.copyOf(exchange.getRequestHeaders()),
              claims,
              Secret.of(body)));
      exchange.sendResponseHeaders(status, -1);
    } catch (GeneralSecurityException | AssertionError e) {
      exchange.sendResponseHeaders(403, -1); // RFC 8292 §4.2
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  /** The claims of the token, when it is signed with the key that the browser subscribed to. */
  private String claims(String authorization) throws GeneralSecurityException {
    Matcher parts = VAPID.matcher(String.valueOf(authorization));
    if (!parts.matches() || !parts.group(4).equals(siteKey)) {
      throw new AssertionError("no VAPID of this site: " + authorization);
    }
    String header = new String(SubscribedBrowser.bytes(parts.group(1)), UTF_8);
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(SubscribedBrowser.publicKey(SubscribedBrowser.bytes(siteKey)));
    signature.update((parts.group(1) + "." + parts.group(2)).getBytes(UTF_8));
    if (!header.contains("\"ES256\"")
        || !signature.verify(SubscribedBrowser.bytes(parts.group(3)))) {
      throw new AssertionError("not signed");
    }
    return new String(SubscribedBrowser.bytes(parts.group(2)), UTF_8);
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
