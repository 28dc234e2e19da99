package org.sparekey.it.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Staff of the demo data, who sign in by the virtual handset, and again when they were idle for
 * long.
 */
public final class Staff {

  private static final String PASSWORD = "otter-juggles-nine-lanterns";

  /** Nobody types a code that is about to end. */
  private static final int SECONDS_LEFT = 3;

  /** Less than staff may be idle. */
  private static final Duration GOOD_FOR = Duration.ofMinutes(8);

  private static final Map<String, SignedIn> SIGNED_IN = new HashMap<>();
  private static final Map<String, String> LAST_CODES = new HashMap<>();

  private record SignedIn(ApiClient client, Instant at) {}

  private Staff() {}

  /**
   * A browser, and a program that shares its cookies, in which this person is signed in.
   *
   * @param site ends in a slash
   */
  public static synchronized ApiClient signedIn(URI site, String name) {
    SignedIn known = SIGNED_IN.get(site + name);
    Instant now = ServerTime.at(site).now();
    if (known != null && now.isBefore(known.at().plus(GOOD_FOR))) {
      SIGNED_IN.put(site + name, new SignedIn(known.client(), now));
      return known.client();
    }
    Visitor browser = new Visitor(site);
    Page challenge =
        browser.submit(
            browser.open("sign-in"), "#submit", Map.of("name", name, "password", PASSWORD));
    Page home = browser.submit(challenge, "#submit", Map.of("code", code(site, name)));
    if (home.has("#code")) {
      throw new AssertionError(name + " could not sign in: " + home.text("main"));
    }
    ApiClient client = new ApiClient(site, browser);
    SIGNED_IN.put(site + name, new SignedIn(client, now));
    return client;
  }

  /**
   * Gives password and code once more where the page asks for them, and comes back; the page itself
   * where it does not.
   */
  public static synchronized Page confirmed(URI site, String name, Visitor browser, Page page) {
    Page asked = page;
    if (asked.uri().getPath().equals("/sign-in/confirm")) {
      asked =
          browser.submit(asked, "#submit", Map.of("password", PASSWORD, "code", code(site, name)));
    }
    return asked;
  }

  /** One that was not taken before. */
  private static String code(URI site, String name) {
    Visitor handset = new Visitor(site);
    String person = name.substring(0, name.indexOf('@'));
    while (true) {
      Page page = handset.open("dev/handset");
      Element shown = page.html().selectFirst("li:has(.key-label:contains(" + person + "))");
      if (shown == null) {
        throw new AssertionError("no code for " + name + " on " + page.uri());
      }
      String[] parts = shown.select(".key-code").text().split(" ", -1);
      int left = Integer.parseInt(parts[1]);
      if (left >= SECONDS_LEFT && !parts[0].equals(LAST_CODES.get(site + name))) {
        LAST_CODES.put(site + name, parts[0]);
        return parts[0];
      }
      ServerTime.at(site).pass(Duration.ofSeconds(left));
    }
  }
}
