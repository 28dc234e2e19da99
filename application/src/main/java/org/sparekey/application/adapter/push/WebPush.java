package org.sparekey.application.adapter.push;

import com.zerodeplibs.webpush.PushSubscription;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.httpclient.StandardHttpClientRequestPreparer;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.sparekey.application.Adapter;
import org.sparekey.application.adapter.config.Configuration;
import org.sparekey.application.port.PushAddress;
import org.sparekey.application.port.PushOutcome;
import org.sparekey.application.port.PushOutcome.Fate;
import org.sparekey.application.port.PushService;
import org.sparekey.application.port.VapidKeys;
import org.sparekey.domain.shared.Secret;

/**
 * Sends by Web Push. The contents are sealed for the browser (RFC 8291) and the request is signed
 * (RFC 8292) by a library; redirects are not followed, for they could lead anywhere.
 */
@Adapter
public class WebPush implements PushService {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  /** A day at most (RFC 8292 §2); a stolen token is of little use for minutes. */
  private static final int TOKEN_MINUTES = 10;

  private static final int AUTH_LENGTH = 16;
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private final VapidKeys keys;
  private final PushEndpoints endpoints;
  private final boolean sends;
  private final String contact;
  private final Duration patience;
  private final HttpClient client;

  @Inject
  public WebPush(Configuration configuration, VapidKeys keys) {
    this(
        keys,
        new PushEndpoints(configuration.pushHosts(), configuration.developer()),
        configuration.developer() || !configuration.pushHosts().isEmpty(),
        configuration.baseUrl(),
        ANSWER);
  }

  /**
   * For tests of a slow push service.
   *
   * @param patience how long to wait for an answer
   */
  WebPush(VapidKeys keys, PushEndpoints endpoints, boolean sends, URI baseUrl, Duration patience) {
    this.keys = keys;
    this.endpoints = endpoints;
    this.sends = sends;
    this.contact = baseUrl.toString();
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public boolean allows(URI endpoint) {
    return endpoints.allows(endpoint);
  }

  @Override
  public boolean fits(PushAddress address) {
    try {
      // looks whether the key is a point of the curve, not how long the secret is
      UserAgentMessageEncryptionKeyInfo.from(librarys(address).getKeys());
      return Base64.getUrlDecoder().decode(address.auth()).length == AUTH_LENGTH
          && keys.pair(address.keyNumber()).isPresent();
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public Optional<SiteKey> siteKey() {
    int newest = keys.newest();
    return keys.pair(newest)
        .filter(pair -> sends)
        .map(
            pair ->
                new SiteKey(
                    newest,
                    Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                            PublicKeySources.ofECPublicKey((ECPublicKey) pair.getPublic())
                                .extractBytesInUncompressedForm())));
  }

  @Override
  public PushOutcome send(PushAddress to, Secret content, Duration goodFor) {
    Optional<KeyPair> pair = keys.pair(to.keyNumber());
    if (!endpoints.allows(to.endpoint())) {
      return PushOutcome.of(Fate.GONE, "this host is not allowed");
    }
    if (pair.isEmpty()) {
      return PushOutcome.of(Fate.GONE, "the key that it belongs to is gone");
    }
    try {
      HttpResponse<Void> answer =
          client.send(
              request(to, content, goodFor, pair.get()), HttpResponse.BodyHandlers.discarding());
      return outcome(answer);
    } catch (IOException e) {
      return PushOutcome.of(Fate.LATER, e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return PushOutcome.of(Fate.LATER, "interrupted");
    }
  }

  private HttpRequest request(PushAddress to, Secret content, Duration goodFor, KeyPair pair) {
    VAPIDKeyPair vapid =
        VAPIDKeyPairs.of(
            PrivateKeySources.ofECPrivateKey((ECPrivateKey) pair.getPrivate()),
            PublicKeySources.ofECPublicKey((ECPublicKey) pair.getPublic()));
    return StandardHttpClientRequestPreparer.getBuilder()
        .pushSubscription(librarys(to))
        .vapidJWTExpiresAfter(TOKEN_MINUTES, TimeUnit.MINUTES)
        .vapidJWTSubject(contact)
        .pushMessage(content.reveal())
        .ttl(Math.max(0, goodFor.toSeconds()), TimeUnit.SECONDS)
        .urgencyHigh()
        .build(vapid)
        .toRequestBuilder()
        .timeout(patience)
        .build();
  }

  /** RFC 8030 §5 and §7.2 to §7.4, RFC 8292 §4.2. */
  private static PushOutcome outcome(HttpResponse<?> answer) {
    int status = answer.statusCode();
    Fate fate =
        switch (status) {
          case 200, 201, 202, 204 -> Fate.TAKEN;
          case 404, 410 -> Fate.GONE;
          case 408, 425, 429 -> Fate.LATER;
          default -> status >= 500 ? Fate.LATER : Fate.REFUSED;
        };
    Optional<Duration> wait =
        answer
            .headers()
            .firstValue("Retry-After")
            .filter(text -> SECONDS.matcher(text).matches())
            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
            .map(asked -> asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked);
    return new PushOutcome(fate, "status " + status, wait);
  }

  private static PushSubscription librarys(PushAddress address) {
    PushSubscription.Keys browsers = new PushSubscription.Keys();
    browsers.setP256dh(address.p256dh());
    browsers.setAuth(address.auth());
    PushSubscription subscription = new PushSubscription();
    subscription.setEndpoint(address.endpoint().toString());
    subscription.setKeys(browsers);
    return subscription;
  }
}
