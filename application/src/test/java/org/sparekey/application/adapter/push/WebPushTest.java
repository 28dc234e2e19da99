package org.sparekey.application.adapter.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparekey.application.port.PushAddress;
import org.sparekey.application.port.PushOutcome;
import org.sparekey.application.port.PushOutcome.Fate;
import org.sparekey.application.port.VapidKeys;
import org.sparekey.domain.shared.Secret;

/** RFC 8030, 8291 and 8292, against a push service that looks at everything. */
class WebPushTest {

  private static final URI SITE = URI.create("https://keys.example.org/");
  private static final Duration GOOD_FOR = Duration.ofMinutes(4);
  private static final Pattern EXPIRY = Pattern.compile("\"exp\":\\s*(\\d+)");

  private final KeyPair pair = aPair();
  private final WebPush sender =
      new WebPush(
          new OnePair(pair),
          new PushEndpoints(List.of(), true),
          true,
          SITE,
          Duration.ofMillis(700));
  private final LocalPushService service =
      new LocalPushService(
          SubscribedBrowser.text(SubscribedBrowser.uncompressed((ECPublicKey) pair.getPublic())));
  private final SubscribedBrowser browser = SubscribedBrowser.fresh();

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void theBrowserReadsWhatWasSealedForIt() {
    PushOutcome outcome = send("push/1", "{\"title\":\"¿Eres tú? 🔑\"}");

    assertThat(outcome).isEqualTo(PushOutcome.of(Fate.TAKEN, "status 201"));
    LocalPushService.Taken taken = service.taken().get(0);
    assertThat(taken.path()).isEqualTo("/push/1");
    assertThat(browser.open(taken.body().reveal())).isEqualTo("{\"title\":\"¿Eres tú? 🔑\"}");
    assertThat(taken.header("Content-encoding")).isEqualTo("aes128gcm");
    assertThat(taken.header("Ttl")).isEqualTo("240");
    assertThat(taken.header("Urgency")).isEqualTo("high");
  }

  @Test
  void theTokenNamesThePushServiceAndThisSiteAndEndsSoon() {
    send("push/1", "hello");

    String claims = service.taken().get(0).claims();
    String origin = service.endpoint("").toString().replaceAll("/$", "");
    assertThat(claims)
        .contains("\"aud\":\"" + origin + "\"")
        .contains("\"sub\":\"https://keys.example.org/\"");
    Matcher expiry = EXPIRY.matcher(claims);
    assertThat(expiry.find()).isTrue();
    Instant now = Instant.now();
    assertThat(Instant.ofEpochSecond(Long.parseLong(expiry.group(1))))
        .isBetween(now, now.plus(Duration.ofMinutes(11)));
  }

  @Test
  void noTwoMessagesLookAlike() {
    send("push/1", "hello");
    send("push/1", "hello");

    assertThat(service.taken().get(0).body()).isNotEqualTo(service.taken().get(1).body());
    assertThat(browser.open(service.taken().get(1).body().reveal())).isEqualTo("hello");
  }

  @ParameterizedTest
  @CsvSource({
    "201, TAKEN",
    "202, TAKEN",
    "404, GONE",
    "410, GONE",
    "400, REFUSED",
    "403, REFUSED",
    "413, REFUSED",
    "307, REFUSED",
    "429, LATER",
    "500, LATER",
    "503, LATER",
  })
  void eachAnswerHasItsMeaning(int status, Fate fate) {
    service.answers(status, "");

    assertThat(send("push/1", "hello").fate()).isEqualTo(fate);
    assertThat(service.taken()).as("no redirect is followed").hasSize(1);
  }

  @Test
  void aWaitThatIsAskedForIsKept() {
    service.answers(429, "17");
    assertThat(send("push/1", "hello").retryAfter()).contains(Duration.ofSeconds(17));

    service.answers(503, "999999999");
    assertThat(send("push/1", "hello").retryAfter()).contains(Duration.ofHours(1));

    service.answers(429, "Wed, 21 Oct 2026 07:28:00 GMT");
    assertThat(send("push/1", "hello").retryAfter()).isEmpty();
  }

  @Test
  void aPushServiceThatIsSilentOrAwayIsTriedLater() {
    service.fallsSilent();
    assertThat(send("push/1", "hello"))
        .isEqualTo(PushOutcome.of(Fate.LATER, "HttpTimeoutException"));

    service.close();
    assertThat(send("push/1", "hello").fate()).isEqualTo(Fate.LATER);
  }

  @Test
  void anAddressOfAnotherKeyIsRefusedByThePushService() {
    WebPush stranger =
        new WebPush(new OnePair(aPair()), new PushEndpoints(List.of(), true), true, SITE, GOOD_FOR);

    assertThat(stranger.send(browser.at(service.endpoint("a")), text("hello"), GOOD_FOR))
        .isEqualTo(PushOutcome.of(Fate.REFUSED, "status 403"));
  }

  @Test
  void nothingIsSentWhereNothingMayBeSent() {
    WebPush production =
        new WebPush(new OnePair(pair), new PushEndpoints(List.of(), false), false, SITE, GOOD_FOR);

    assertThat(production.allows(service.endpoint("a"))).isFalse();
    assertThat(production.siteKey()).isEmpty();
    assertThat(production.send(browser.at(service.endpoint("a")), text("hello"), GOOD_FOR).fate())
        .isEqualTo(Fate.GONE);
    assertThat(service.taken()).isEmpty();
  }

  @Test
  void theKeyThatBrowsersSubscribeToIsOurs() {
    assertThat(sender.siteKey())
        .hasValueSatisfying(
            key -> {
              assertThat(key.number()).isOne();
              assertThat(SubscribedBrowser.bytes(key.publicKey()))
                  .isEqualTo(SubscribedBrowser.uncompressed((ECPublicKey) pair.getPublic()));
            });
  }

  @Test
  void keysThatAreNoneDoNotFit() {
    PushAddress good = browser.at(service.endpoint("a"));

    assertThat(sender.fits(good)).isTrue();
    assertThat(sender.fits(with(good, good.p256dh(), "c2hvcnQ", 1))).isFalse();
    assertThat(sender.fits(with(good, "A".repeat(87), good.auth(), 1))).isFalse();
    assertThat(sender.fits(with(good, "B" + "A".repeat(86), good.auth(), 1))).isFalse();
    assertThat(sender.fits(with(good, "", "", 1))).isFalse();
    assertThat(sender.fits(with(good, good.p256dh(), good.auth(), 2))).isFalse();
  }

  @Test
  void anAddressDoesNotTellItsSecret() {
    PushAddress address = browser.at(service.endpoint("secret-path"));

    assertThat(address.toString()).doesNotContain("secret-path", address.auth());
  }

  private static PushAddress with(PushAddress good, String p256dh, String auth, int key) {
    return new PushAddress(good.endpoint(), p256dh, auth, key);
  }

  private PushOutcome send(String path, String content) {
    return sender.send(browser.at(service.endpoint(path)), text(content), GOOD_FOR);
  }

  private static Secret text(String content) {
    return Secret.ofText(content);
  }

  private static KeyPair aPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private record OnePair(KeyPair pair) implements VapidKeys {

    @Override
    public int newest() {
      return 1;
    }

    @Override
    public Optional<KeyPair> pair(int number) {
      return number == 1 ? Optional.of(pair) : Optional.empty();
    }
  }
}
