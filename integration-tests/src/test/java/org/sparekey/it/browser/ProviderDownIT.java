package org.sparekey.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparekey.it.http.Visitor;
import org.sparekey.it.server.RunningSparekey;

/** Attacks rows 27 and 34: what texts cost, a provider that is down, and forged reports. */
class ProviderDownIT extends BrowserTest {

  private static final String TOKEN = "a-token-of-the-provider";
  private static final String NUMBER = "+4915123400009";
  private static final Pattern CODE = Pattern.compile("\\d{6}");
  private static final int BUDGET = 3;

  @TempDir static Path directory;
  private static final List<Map<String, String>> REQUESTS = new CopyOnWriteArrayList<>();
  private static volatile int status = 201;
  private static @Nullable HttpServer provider;
  private static @Nullable RunningSparekey stage;

  @BeforeAll
  static void openProviderAndSite() throws IOException {
    HttpServer opened =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    opened.createContext("/", ProviderDownIT::answer);
    opened.start();
    provider = opened;
    Path token = Files.writeString(directory.resolve("token"), TOKEN);
    stage =
        RunningSparekey.start(
            Map.of(
                "sparekey.benchmark", "true",
                "sparekey.benchmark.crowd", "80",
                "sparekey.telephony.providers", "twilio",
                "sparekey.telephony.countries", "DE",
                "sparekey.telephony.budget.account", Integer.toString(BUDGET),
                "sparekey.telephony.twilio.url",
                    "http://127.0.0.1:" + opened.getAddress().getPort(),
                "sparekey.telephony.twilio.account", "AC0123456789",
                "sparekey.telephony.twilio.token-file", token.toString(),
                "sparekey.telephony.twilio.from", "+4930901820"));
  }

  @AfterAll
  static void close() {
    if (provider != null) {
      provider.stop(0);
    }
    if (stage != null) {
      stage.close();
    }
  }

  @Override
  protected RunningSparekey sparekey() {
    RunningSparekey running = stage;
    if (running == null) {
      throw new IllegalStateException("not started");
    }
    return running;
  }

  @Test
  void anotherWayIsOfferedWhenTheProviderIsDown() throws Exception {
    sendsNoMoreThanTheBudgetAndOnlyToCountriesOnTheList();
    Person person = Person.ofCrowd();
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    VirtualKey.onAKeyRing(page);
    person.givePassword(page);
    Person.addKey(page, "security-key", "Key ring");
    page.navigate("/factors/enrol/sms");
    page.fill("#number", NUMBER);
    page.click("#begin-submit");
    assertThat(page.locator("#code")).isVisible();
    page.fill("#code", code());
    page.fill("#device", "Pixel 8");
    page.click("#submit");
    assertThat(page).hasURL(Pattern.compile("/factors/enrolled"));
    reportsCountOnlyWhenSigned();
    Person.signOut(page);

    status = 503;
    person.givePassword(page);
    Person.choose(page, "Pixel 8");
    page.click("#ask");
    assertThat(page.locator("#code")).isVisible();
    page.waitForCondition(
        () -> {
          page.reload();
          return page.getByText("Your phone may not be reached").isVisible();
        },
        new Page.WaitForConditionOptions().setTimeout(20_000));
    assertAccessible();
    screenshot("provider-down");
    page.fill("#code", "000000");
    page.click("#submit");
    assertThat(page.locator("#code-error")).not().isEmpty();

    Person.choose(page, "Key ring");
    page.click("#submit");
    Person.signedIn(page);
  }

  /** Attacks row 27. */
  private void sendsNoMoreThanTheBudgetAndOnlyToCountriesOnTheList() {
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    Person.ofCrowd().givePassword(page);
    page.navigate("/factors/enrol/sms");
    page.fill("#number", "+44 7400 123456");
    page.click("#begin-submit");
    assertThat(page.locator("#number-error")).containsText("Numbers of this country");
    for (int sent = 0; sent < BUDGET; sent++) {
      page.fill("#number", "+49 1512 340001" + sent);
      page.click("#begin-submit");
      page.click("#other-submit");
    }
    page.fill("#number", "+49 1512 3400019");
    page.click("#begin-submit");
    assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("asked too often");
    page.waitForCondition(() -> REQUESTS.size() == BUDGET);
    REQUESTS.clear();
  }

  /** A forged report and one for another message are refused; a true one may come twice. */
  private void reportsCountOnlyWhenSigned() throws GeneralSecurityException {
    URI address = URI.create(REQUESTS.get(REQUESTS.size() - 1).getOrDefault("StatusCallback", ""));
    Map<String, String> form =
        new TreeMap<>(Map.of("MessageSid", "SM1", "MessageStatus", "delivered"));
    String signature = signature(address, form);
    Visitor service = new Visitor(sparekey().baseUrl());

    assertThat(post(service, address, form, "forged")).isEqualTo(403);
    assertThat(post(service, address.resolve(UUID.randomUUID().toString()), form, signature))
        .isEqualTo(403);
    assertThat(post(service, address, form, signature)).isEqualTo(204);
    assertThat(post(service, address, form, signature)).isEqualTo(204);
  }

  private static int post(
      Visitor service, URI address, Map<String, String> form, String signature) {
    String body =
        form.entrySet().stream()
            .map(
                field ->
                    URLEncoder.encode(field.getKey(), UTF_8)
                        + "="
                        + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return service
        .send(
            HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build())
        .status();
  }

  private static String signature(URI address, Map<String, String> form)
      throws GeneralSecurityException {
    StringBuilder signed = new StringBuilder(address.toString());
    form.forEach((name, value) -> signed.append(name).append(value));
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(TOKEN.getBytes(UTF_8), "HmacSHA1"));
    return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
  }

  /** Waits for the text that the service was asked to send. */
  private static String code() throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      if (!REQUESTS.isEmpty()) {
        Matcher code = CODE.matcher(REQUESTS.get(REQUESTS.size() - 1).getOrDefault("Body", ""));
        if (code.find()) {
          return code.group();
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the service was never asked");
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    REQUESTS.add(
        Arrays.stream(body.split("&"))
            .map(field -> field.split("=", 2))
            .collect(
                Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8))));
    byte[] answer =
        (status == 201 ? "{\"sid\": \"SM1\"}" : "{\"code\": 20503, \"status\": 503}")
            .getBytes(UTF_8);
    exchange.sendResponseHeaders(status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }
}
